import { describe, expect, test } from 'vitest';
import type { Body, Chat } from './chat';
import { createDesk } from './desk';
import { SCRIPTS } from './scripts/list';

/** A clock that stands still until it is told to go on, running the desk's one timer as it passes. */
function fakeOutside() {
  let now = 1_750_000_000_000;
  let timer: { at: number; job: () => void } | null = null;
  return {
    wallNow: () => now,
    later: (ms: number, job: () => void) => {
      const mine = { at: now + ms, job };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
    goOn: (ms: number) => {
      const end = now + ms;
      for (let due = timer; due !== null && due.at <= end; due = timer) {
        timer = null;
        now = due.at;
        due.job();
      }
      now = end;
    },
  };
}

function startDesk({ speed = 1, front = 'parcel' } = {}) {
  const outside = fakeOutside();
  const desk = createDesk(SCRIPTS, speed, outside);
  desk.show(front);
  desk.start();
  const chat = (id: string): Chat => desk.chats.value.get(id) ?? expect.unreachable();
  return { desk, chat, goOn: outside.goOn };
}

const body = (text: string): Body => ({
  text,
  rich: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const words = (chat: Chat, from: string) =>
  chat.entries.flatMap((entry) => ('from' in entry && entry.from === from ? [entry.text] : []));

describe('the desk', () => {
  test('stands still until it is started', () => {
    const outside = fakeOutside();
    const desk = createDesk(SCRIPTS, 1, outside);
    desk.show('parcel');
    outside.goOn(60_000);
    expect(desk.inFront.value?.dialogue).toBeNull();
  });

  test('lets the conversation in front begin first and the others follow, unread', () => {
    const { chat, goOn } = startDesk({ front: 'how-to' });
    goOn(4_000);
    expect(words(chat('how-to'), 'customer')).toHaveLength(1);
    expect(chat('parcel').unread).toBe(0);
    goOn(60_000);
    expect(chat('parcel').unread).toBeGreaterThan(3);
    expect(chat('how-to').unread).toBe(0);
  });

  test('forgets what is unread once it is in front', () => {
    const { desk, chat, goOn } = startDesk({ front: 'how-to' });
    goOn(60_000);
    desk.show('parcel');
    expect(chat('parcel').unread).toBe(0);
  });

  test('plays the same course twenty times faster', () => {
    const slow = startDesk();
    const fast = startDesk({ speed: 20 });
    slow.goOn(60_000);
    fast.goOn(3_000);
    expect(words(fast.chat('parcel'), 'customer')).toEqual(words(slow.chat('parcel'), 'customer'));
  });

  test('changes its speed on the way without losing or repeating a line', () => {
    const { desk, chat, goOn } = startDesk();
    goOn(5_000);
    const before = words(chat('parcel'), 'customer');
    desk.setSpeed(20);
    goOn(1_500);
    const after = words(chat('parcel'), 'customer');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    expect(new Set(after).size).toBe(after.length);
  });

  test('gives every message an id of its own and a time that does not run backwards', () => {
    const { desk, chat, goOn } = startDesk();
    goOn(30_000);
    desk.reply('parcel', body('I am sorry your parcel never came.'));
    goOn(30_000);
    const all = [...desk.chats.value.values()].flatMap(({ entries }) => entries);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const times = chat('parcel').entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('lets the customer answer a reply, and never a private note', () => {
    const { desk, chat, goOn } = startDesk();
    goOn(20_000);
    const before = words(chat('parcel'), 'customer').length;
    desk.note('parcel', body('Calm down, she said. I am not going to say that.'));
    goOn(10_000);
    expect(words(chat('parcel'), 'customer')).toHaveLength(before);
    desk.reply('parcel', body('Calm down.'));
    goOn(10_000);
    expect(words(chat('parcel'), 'customer')).toContain('Do NOT tell me to calm down');
  });

  test('shows typing before a message and not after it', () => {
    const { chat, goOn } = startDesk();
    goOn(1_000);
    expect(chat('parcel').typing).toBe(true);
    goOn(120_000);
    goOn(10 * 60_000);
    expect(chat('parcel').typing).toBe(false);
  });
});

describe('a call', () => {
  test('rings until it is in front, and is then picked up', () => {
    const { desk, chat, goOn } = startDesk();
    goOn(120_000);
    expect(chat('call-boiler').state).toBe('ringing');
    expect(chat('call-boiler').entries).toEqual([]);
    desk.show('call-boiler');
    goOn(5_000);
    expect(chat('call-boiler').state).toBe('live');
    expect(words(chat('call-boiler'), 'customer')[0]).toMatch(/^hello yes/);
  });

  test('writes a caption in place until it is final', () => {
    const { chat, goOn } = startDesk({ front: 'call-boiler' });
    const seen = new Map<string, Set<string>>();
    for (let step = 0; step < 400; step += 1) {
      goOn(100);
      for (const entry of chat('call-boiler').entries) {
        if (entry.kind === 'caption') seen.set(entry.id, (seen.get(entry.id) ?? new Set()).add(entry.text));
      }
    }
    const second = [...seen.values()][1] ?? new Set();
    expect([...second].some((text) => text.includes('oiler') && !text.includes('boiler'))).toBe(true);
    expect([...second].at(-1)).toBe('it’s about the boiler, job number EH-7702');
    expect(
      chat('call-boiler')
        .entries.filter((entry) => entry.kind === 'caption')
        .slice(0, 5)
        .every((entry) => entry.kind === 'caption' && entry.final),
    ).toBe(true);
  });

  test('captions what the agent says, and the caller answers after it was spoken', () => {
    const { desk, chat, goOn } = startDesk({ front: 'call-boiler' });
    goOn(40_000);
    desk.reply('call-boiler', body('I am so sorry that nobody came to you, twice.'));
    goOn(1_000);
    const spoken = chat('call-boiler').entries.at(-1);
    expect(spoken).toMatchObject({ kind: 'caption', from: 'agent', final: false });
    goOn(20_000);
    expect(words(chat('call-boiler'), 'customer')).toContain('alright, thank you for saying that');
  });
});
