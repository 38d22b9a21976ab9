// One conversation of the desk: its rows, what is unread, and its customer's dialogue. Pure transitions; the clock is passed in.
import { type CaptionFrame, captionFrames } from './dialogue/captions';
import { hearAgent, isTyping, nextMoment, openDialogue, passTime } from './dialogue/dialogue';
import type { Dialogue } from './dialogue/say';
import type { Said, Script } from './dialogue/script';

/** A formatted text as ProseMirror writes it. */
export type RichNode = {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly { readonly type: string }[];
  readonly content?: readonly RichNode[];
};
/** What an agent wrote: the words alone, and with their formatting. */
export type Body = { readonly text: string; readonly rich: RichNode };

export type Entry = { readonly id: string; readonly at: number; readonly text: string } & (
  | {
      readonly kind: 'message' | 'note';
      readonly from: 'customer' | 'agent' | 'bot';
      readonly author: string;
      readonly rich: RichNode | null;
    }
  | { readonly kind: 'event' }
  | { readonly kind: 'caption'; readonly from: 'customer' | 'agent'; readonly author: string; readonly final: boolean }
);

/** A caption being written: its row, and its frames from `startedAt` on (script time, ms). */
type Performance = { readonly entry: string; readonly frames: readonly CaptionFrame[]; readonly startedAt: number };

export type ChatState = 'waiting' | 'ringing' | 'live' | 'solved' | 'left';

export type Chat = {
  readonly script: Script;
  readonly state: ChatState;
  readonly entries: readonly Entry[];
  readonly unread: number;
  readonly typing: boolean;
  readonly dialogue: Dialogue | null;
  readonly performances: readonly Performance[];
  /** When a call was picked up (ms since 1970). */
  readonly pickedUpAt: number | null;
  readonly nextId: number;
};

/** `now`: script time in ms. `wall`: the same moment, or an earlier one, in ms since 1970. */
export type Moment = { readonly now: number; readonly wall: (scriptTime: number) => number };

const AGENT_NAME = 'Robin Ashe';

/** In: the first message id to use, and the time at which the page was opened (ms since 1970). */
export function openChat(script: Script, firstId: number, openedAt: number): Chat {
  const ringing = script.channel === 'call';
  const blank: Chat = {
    script,
    state: ringing ? 'ringing' : 'waiting',
    entries: [],
    unread: 0,
    typing: false,
    dialogue: null,
    performances: [],
    pickedUpAt: null,
    nextId: firstId,
  };
  return ringing
    ? blank
    : script.before.reduce<Chat>((chat, said) => addSaid(chat, said, openedAt - said.minutesAgo * 60_000), blank);
}

/** The customer begins: a chat's first burst, or the words after a call is picked up. */
export function beginChat(chat: Chat, { now, wall }: Moment): Chat {
  if (chat.dialogue) return chat;
  const begun: Chat = { ...chat, state: 'live', dialogue: openDialogue(chat.script, now) };
  if (chat.script.channel === 'chat') return begun;
  const pickedUp = { ...begun, pickedUpAt: wall(now) };
  return chat.script.before.reduce<Chat>((call, said) => addSaid(call, said, wall(now)), pickedUp);
}

/** Brings a chat up to `now`. `inFront`: the agent is looking at it, so nothing becomes unread. */
export function advanceChat(chat: Chat, moment: Moment, inFront: boolean): Chat {
  if (!chat.dialogue) return chat;
  const { dialogue, said } = passTime(chat.script, chat.dialogue, moment.now);
  let next: Chat = { ...chat, dialogue };
  for (const one of said) {
    if (one.kind === 'left') {
      const text = chat.script.channel === 'call' ? 'Call ended' : `${chat.script.customer.firstName} left the chat`;
      next = {
        ...addEntry(next, { kind: 'event', text, at: moment.wall(one.at) }),
        state: dialogue.ending === 'solved' ? 'solved' : 'left',
      };
    } else {
      next = speak(next, 'customer', one.text, one.at, moment);
      if (!inFront) next = { ...next, unread: next.unread + 1 };
    }
  }
  const typing = chat.script.channel === 'chat' && isTyping(dialogue, moment.now);
  return rewriteCaptions({ ...next, typing }, moment.now);
}

/** The agent's reply, sent; on a call it is spoken aloud and captioned. A customer who has not begun yet begins now. */
export function sendReply(chat: Chat, body: Body, moment: Moment): Chat {
  const spoken = speak(beginChat(chat, moment), 'agent', body.text, moment.now, moment, body.rich);
  return spoken.dialogue ? { ...spoken, dialogue: hearAgent(chat.script, spoken.dialogue, body.text, moment.now) } : spoken;
}

/** A private note: on the page, never heard by the customer. */
export function writeNote(chat: Chat, body: Body, moment: Moment): Chat {
  return addEntry(chat, {
    kind: 'note',
    from: 'agent',
    author: AGENT_NAME,
    text: body.text,
    rich: body.rich,
    at: moment.wall(moment.now),
  });
}

/** When the page changes next by itself (script time, ms); null: not before the agent does something. */
export function nextChange(chat: Chat, now: number): number | null {
  if (!chat.dialogue) return null;
  const moment = nextMoment(chat.script, chat.dialogue);
  const times = [
    ...(moment === null ? [] : [moment]),
    ...chat.dialogue.coming.map((one) => one.from),
    ...chat.performances.flatMap(({ frames, startedAt }) => frames.map((frame) => startedAt + frame.afterMs)),
  ].filter((time) => time > now);
  return times.length === 0 ? null : Math.min(...times);
}

function addSaid(chat: Chat, said: Said, at: number): Chat {
  if (said.kind === 'event') return addEntry(chat, { kind: 'event', text: said.text, at });
  const author = { customer: chat.script.customer.name, agent: AGENT_NAME, bot: `${chat.script.brand} assistant` }[said.kind];
  return addEntry(chat, { kind: 'message', from: said.kind, author, text: said.text, rich: null, at });
}

function speak(
  chat: Chat,
  from: 'customer' | 'agent',
  text: string,
  at: number,
  moment: Moment,
  rich: RichNode | null = null,
): Chat {
  const author = from === 'agent' ? AGENT_NAME : chat.script.customer.name;
  if (chat.script.channel === 'chat') return addEntry(chat, { kind: 'message', from, author, text, rich, at: moment.wall(at) });
  const frames = captionFrames(text);
  const performance = { entry: entryId(chat.nextId), frames, startedAt: at };
  const row = addEntry(chat, { kind: 'caption', from, author, text: frames[0]?.text ?? '', final: false, at: moment.wall(at) });
  return { ...row, performances: [...row.performances, performance] };
}

function rewriteCaptions(chat: Chat, now: number): Chat {
  if (chat.performances.length === 0) return chat;
  const shown = new Map<string, CaptionFrame>();
  for (const { entry, frames, startedAt } of chat.performances) {
    const frame = frames.findLast(({ afterMs }) => startedAt + afterMs <= now);
    if (frame) shown.set(entry, frame);
  }
  const entries = chat.entries.map((entry) => {
    const frame = entry.kind === 'caption' ? shown.get(entry.id) : undefined;
    return frame ? { ...entry, text: frame.text, final: frame.final } : entry;
  });
  return { ...chat, entries, performances: chat.performances.filter(({ entry }) => !shown.get(entry)?.final) };
}

type NewEntry = Entry extends infer One ? (One extends Entry ? Omit<One, 'id'> : never) : never;

function addEntry(chat: Chat, entry: NewEntry): Chat {
  return { ...chat, entries: [...chat.entries, { ...entry, id: entryId(chat.nextId) }], nextId: chat.nextId + 1 };
}

const entryId = (number: number): string => `m-${number}`;
