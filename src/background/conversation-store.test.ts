import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import type { Advice } from '../protocol/advice';
import type { ConversationRecord } from '../protocol/state';
import type { Coach } from './coach-runner';
import { type ConversationStore, openConversationStore } from './conversation-store';
import { MAX_CONVERSATIONS_PER_TAB, type Workspace } from './workspace';

const { session } = fakeBrowser.storage;
const recordOf = (id: string, more: Partial<ConversationRecord> = {}): ConversationRecord => ({
  tab: 7,
  frame: 0,
  meta: { id, title: '', channel: 'chat', host: 'desk.example' },
  utterances: [],
  draft: '',
  choices: { inserted: [], passed: [] },
  seen: { session: 's', n: 1 },
  updatedAt: 1,
  ...more,
});
const put =
  (record: ConversationRecord, advise = true) =>
  (workspace: Workspace): void =>
    workspace.put(record, { advise });
const ids = (prefix: string): string[] => Object.keys(session.contents()).filter((key) => key.startsWith(prefix));

let advised: ConversationRecord[];
let coach: Coach;
let store: ConversationStore;
const open = (): ConversationStore =>
  openConversationStore(
    async () => coach,
    () => 99,
  );

beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  advised = [];
  coach = {
    advise: (record, now) => {
      advised.push(record);
      return { conversation: record.meta.id, at: now } as Advice;
    },
    summarise: () => 'summary',
  };
  store = open();
});
afterEach(async () => {
  await store.advised();
  vi.restoreAllMocks();
});

/** A change, and the advice that follows it. */
async function change(work: (workspace: Workspace) => unknown): Promise<void> {
  await store.change(work);
  await store.advised();
}

describe('a change', () => {
  test('is answered once it stands in storage, and advised on after that', async () => {
    let atAnswer: string[] = [];
    const answer = await store
      .change((workspace) => {
        workspace.put(recordOf('a'), { advise: true });
        return 'done';
      })
      .finally(() => {
        atAnswer = ids('');
      });
    expect(answer).toBe('done');
    expect(atAnswer).toEqual(['conversation:7:a']);
    await store.advised();
    expect(session.contents()).toEqual({ 'conversation:7:a': recordOf('a'), 'advice:7:a': { conversation: 'a', at: 99 } });
  });

  test('is answered although the coach is not ready, and may never be', async () => {
    const waiting = openConversationStore(
      () => new Promise(() => undefined),
      () => 99,
    );
    expect(await waiting.change(() => 'done')).toBe('done');
    await waiting.change(put(recordOf('a')));
    expect(ids('')).toEqual(['conversation:7:a']);
  });

  test('that asks for no advice leaves the advice there is', async () => {
    await change(put(recordOf('a')));
    await change(put(recordOf('a', { draft: 'x' }), false));
    expect(advised).toHaveLength(1);
    expect(ids('advice:')).toEqual(['advice:7:a']);
  });

  test('that touches nothing writes nothing', async () => {
    await change((workspace) => workspace.get(7, 'a'));
    expect(session.writes).toBe(0);
  });

  test('of advice alone does not write the record again', async () => {
    await change(put(recordOf('a')));
    const heard: string[] = [];
    fakeBrowser.storage.onChanged.addListener((changes) => void heard.push(...Object.keys(changes)));
    await change((workspace) => workspace.put(workspace.get(7, 'a') as ConversationRecord, { advise: true }));
    expect(heard).toEqual(['advice:7:a']);
  });
});

describe('changes that wait together', () => {
  test('are written as one, in order, with one advice per conversation', async () => {
    await Promise.all([
      ...['', 'H', 'He', 'Hel'].map((draft) => store.change(put(recordOf('a', { draft })))),
      store.change(put(recordOf('b'))),
      store.advised(),
    ]);
    // The first begins at once; all others are stored together, and one write carries the advice on both.
    expect(session.writes).toBe(3);
    expect(session.contents()['conversation:7:a']).toMatchObject({ draft: 'Hel' });
    expect(advised.map(({ meta, draft }) => [meta.id, draft])).toEqual([
      ['a', 'Hel'],
      ['b', ''],
    ]);
  });

  test('see what those before them left', async () => {
    const lengths = [1, 2, 3].map(() =>
      store.change((workspace) => {
        const draft = `${workspace.get(7, 'a')?.draft ?? ''}x`;
        workspace.put(recordOf('a', { draft }), { advise: false });
        return draft.length;
      }),
    );
    expect(await Promise.all(lengths)).toEqual([1, 2, 3]);
  });

  test('do not suffer from one that throws, and keep nothing of it', async () => {
    const good = store.change(put(recordOf('a')));
    const bad = store.change((workspace) => {
      workspace.put(recordOf('bad'), { advise: true });
      throw new Error('a bug');
    });
    const later = store.change(put(recordOf('b')));
    await expect(bad).rejects.toThrow('a bug');
    await Promise.all([good, later]);
    expect(ids('conversation:')).toEqual(['conversation:7:a', 'conversation:7:b']);
  });

  test('keep advice that an earlier one asked for', async () => {
    const none = store.change(() => undefined);
    await Promise.all([none, store.change(put(recordOf('a'), true)), store.change(put(recordOf('a', { draft: 'x' }), false))]);
    await store.advised();
    expect(ids('advice:')).toEqual(['advice:7:a']);
  });
});

test('a worker that has just started catches up on the advice that the last one died over', async () => {
  coach = { ...coach, advise: () => null };
  await change(put(recordOf('a', { updatedAt: 5 })));
  coach = { ...coach, advise: ({ meta }, at) => ({ conversation: meta.id, at }) as Advice };
  store = open();
  await change(() => undefined);
  expect(session.contents()['advice:7:a']).toEqual({ conversation: 'a', at: 99 });
  advised = [];
  store = open();
  await change(() => undefined);
  expect(advised).toEqual([]);
});

test('a worker that has just started knows what the last one stored', async () => {
  await store.change(put(recordOf('a', { draft: 'Hello' })));
  expect(await open().change((workspace) => workspace.get(7, 'a')?.draft)).toBe('Hello');
});

test('a failed write is told to everyone who waited for it, and leaves what was stored', async () => {
  await change(put(recordOf('a')));
  vi.spyOn(session, 'set').mockRejectedValueOnce(new Error('the disk is on fire'));
  await expect(store.change(put(recordOf('a', { draft: 'lost' })))).rejects.toThrow('fire');
  expect(await store.change((workspace) => workspace.get(7, 'a')?.draft)).toBe('');
});

test('a coach that gives nothing costs the advice, not the record', async () => {
  coach = { ...coach, advise: () => null };
  await change(put(recordOf('a')));
  expect(ids('')).toEqual(['conversation:7:a']);
});

test('advice that cannot be stored costs the advice, not the record, and is caught up on', async () => {
  await change(put(recordOf('a')));
  const { set: write } = session;
  const set = vi.spyOn(session, 'set').mockImplementationOnce(write).mockRejectedValueOnce(new Error('not now'));
  await change(put(recordOf('b', { updatedAt: 100 })));
  set.mockRestore();
  expect(ids('')).toEqual(['conversation:7:a', 'advice:7:a', 'conversation:7:b']);
  await change(() => undefined);
  expect(ids('advice:')).toEqual(['advice:7:a', 'advice:7:b']);
});

test('dropping a conversation drops its advice', async () => {
  await change(put(recordOf('a')));
  await change((workspace) => workspace.drop(recordOf('a')));
  expect(session.contents()).toEqual({});
});

test('a tab keeps its thirty newest conversations, and other tabs theirs', async () => {
  await change(put(recordOf('elsewhere', { tab: 8, updatedAt: 0 })));
  for (let index = 0; index <= MAX_CONVERSATIONS_PER_TAB; index++) await change(put(recordOf(`c${index}`, { updatedAt: index })));
  expect(ids('conversation:7:')).toHaveLength(MAX_CONVERSATIONS_PER_TAB);
  expect(ids('conversation:7:c0')).toEqual([]);
  expect(ids('advice:7:')).toHaveLength(MAX_CONVERSATIONS_PER_TAB);
  expect(ids('conversation:8:')).toHaveLength(1);
});

test('a long conversation is stored cut, with the summary of what went', async () => {
  const utterances = Array.from({ length: 401 }, (_, index) => {
    return { id: `u${index}`, speaker: 'agent' as const, text: 'x', at: index, final: true };
  });
  await change(put(recordOf('a', { utterances })));
  expect(session.contents()['conversation:7:a']).toMatchObject({ before: 'summary' });
  expect(advised[0]?.utterances).toHaveLength(300);
});

describe('when memory is full', () => {
  const big = (id: string, updatedAt: number): ConversationRecord => recordOf(id, { draft: 'x'.repeat(1_000), updatedAt });

  test('the conversations untouched for longest make room', async () => {
    for (const [index, id] of ['old', 'older', 'new'].entries()) await change(put(big(id, index === 1 ? 0 : index + 1)));
    session.quota = 4_800;
    await change(put(big('newest', 9)));
    expect(ids('conversation:').sort()).toEqual(['conversation:7:new', 'conversation:7:newest', 'conversation:7:old']);
    expect(ids('advice:')).toHaveLength(3);
    expect(await store.change((workspace) => workspace.all().length)).toBe(3);
  });

  test('and nothing is left to drop, the writer is told', async () => {
    session.quota = 500;
    await expect(store.change(put(big('a', 1)))).rejects.toThrow(/quota/);
  });
});
