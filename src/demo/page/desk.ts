// The desk's store: every conversation, the one in front, and the one timer that lets them all go on.
// The only holder of state on the page; components read its signals and call its functions.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { advanceChat, type Body, beginChat, type Chat, type Moment, nextChange, openChat, sendReply, writeNote } from './chat';
import type { Script } from './dialogue/script';

/** The outside world: the time, and a timer that can be taken back. Replaced in tests. */
export type Outside = { readonly wallNow: () => number; readonly later: (ms: number, job: () => void) => () => void };

export type Desk = {
  readonly chats: ReadonlySignal<ReadonlyMap<string, Chat>>;
  readonly front: Signal<string | null>;
  readonly inFront: ReadonlySignal<Chat | null>;
  readonly running: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<number>;
  /** Lets the customers begin, the one in front first. */
  readonly start: () => void;
  /** Puts a conversation in front: read now, and picked up if it is a ringing call. Unknown ids leave none in front. */
  readonly show: (id: string) => void;
  readonly reply: (id: string, body: Body) => void;
  readonly note: (id: string, body: Body) => void;
  readonly setSpeed: (speed: number) => void;
};

/** So long after the start the customers that are not in front begin, one after another. */
const STAGGER_MS = 7_000;
/** Room for one conversation's message ids. */
const IDS_PER_CHAT = 1_000;

/** In: scripts in inbox order; `speed` 1 is real time. */
export function createDesk(scripts: readonly Script[], speed: number, outside: Outside): Desk {
  const openedAt = outside.wallNow();
  const firstId = (Math.floor(openedAt / 1_000) % 100_000) * 10_000;
  const chats = signal<ReadonlyMap<string, Chat>>(
    new Map(scripts.map((script, index) => [script.id, openChat(script, firstId + index * IDS_PER_CHAT + 1, openedAt)])),
  );
  const front = signal<string | null>(null);
  const running = signal(false);
  const pace = signal(speed);
  /** Script time stood at `scriptMs` when the wall clock stood at `wallMs`; it stands still until the start. */
  let anchor = { scriptMs: 0, wallMs: openedAt };
  let beginnings = new Map<string, number>();
  let cancel = () => {};

  const scriptNow = () => (running.value ? anchor.scriptMs + (outside.wallNow() - anchor.wallMs) * pace.value : 0);
  const moment = (): Moment => {
    const now = scriptNow();
    const wallMs = outside.wallNow();
    return { now, wall: (scriptTime) => Math.round(wallMs - (now - scriptTime) / pace.value) };
  };
  const change = (id: string, how: (chat: Chat) => Chat) => {
    const chat = chats.value.get(id);
    if (chat) chats.value = new Map(chats.value).set(id, how(chat));
  };

  /** Brings everything up to now and sets the timer for what comes next. */
  const tick = () => {
    cancel();
    if (!running.value) return;
    const at = moment();
    const mayBegin = (id: string, chat: Chat) =>
      chat.script.channel === 'call' ? front.value === id : (beginnings.get(id) ?? Number.POSITIVE_INFINITY) <= at.now;
    chats.value = new Map(
      [...chats.value].map(([id, chat]) => [
        id,
        advanceChat(mayBegin(id, chat) ? beginChat(chat, at) : chat, at, front.value === id),
      ]),
    );
    const comes = [...[...chats.value.values()].map((chat) => nextChange(chat, at.now)), ...beginnings.values()].filter(
      (time): time is number => time !== null && time > at.now,
    );
    if (comes.length > 0) cancel = outside.later(Math.ceil((Math.min(...comes) - at.now) / pace.value), tick);
  };

  return {
    chats,
    front,
    inFront: computed(() => (front.value === null ? null : (chats.value.get(front.value) ?? null))),
    running,
    speed: pace,
    start: () => {
      if (running.value) return;
      anchor = { scriptMs: 0, wallMs: outside.wallNow() };
      running.value = true;
      const order = scripts.map(({ id }) => id).sort((a, b) => Number(b === front.value) - Number(a === front.value));
      beginnings = new Map(order.map((id, index) => [id, index * STAGGER_MS]));
      tick();
    },
    show: (id) => {
      front.value = chats.value.has(id) ? id : null;
      change(id, (chat) => ({ ...chat, unread: 0 }));
      tick();
    },
    reply: (id, body) => {
      change(id, (chat) => sendReply(chat, body, moment()));
      tick();
    },
    note: (id, body) => {
      change(id, (chat) => writeNote(chat, body, moment()));
      tick();
    },
    setSpeed: (next) => {
      anchor = { scriptMs: scriptNow(), wallMs: outside.wallNow() };
      pace.value = next;
      tick();
    },
  };
}
