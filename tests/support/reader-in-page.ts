// What a test page runs: the reader without its extension, with a background that keeps only what the contract asks of one.
// `reader-page.ts` bundles this file; nothing of the product imports it.
import type { Adapter } from '../../src/protocol/adapter';
import type { ConversationMeta } from '../../src/protocol/conversation';
import { fault, type Result } from '../../src/protocol/fault';
import type { ConversationUpdate, MessageData, MessageName, MessageReply } from '../../src/protocol/messages';
import type { Reading } from '../../src/protocol/reading';
import type { Utterance } from '../../src/protocol/utterance';
import { FrameReader } from '../../src/reader/frame-reader';
import { HELPDESKS } from '../../src/reader/helpdesks/index';
import { countIn } from '../../src/reader/insert';
import { newSession } from '../../src/reader/sync';
import { ConversationStore } from './conversation-store';

const store = new ConversationStore();
const readings: Reading[] = [];
const drafts = new Map<string, string>();
const warnings: string[] = [];
const arrivals: { at: number; ids: string[] }[] = [];
const lifetime = new AbortController();
let isDown = false;

async function answer<N extends MessageName>(name: N, data: MessageData<N>): Promise<unknown> {
  if (name === 'conversation/updated') {
    const update = data as ConversationUpdate;
    arrivals.push({ at: performance.now(), ids: update.changes.map(({ utterance }) => utterance.id) });
    return store.take(update);
  }
  if (name === 'reading/changed') readings.push(data as Reading);
  if (name === 'draft/changed') {
    const { conversation, text } = data as MessageData<'draft/changed'>;
    drafts.set(conversation, text);
  }
  return {};
}

const start = (adapters: readonly Adapter[]): FrameReader =>
  new FrameReader({
    document,
    adapters,
    session: newSession(),
    signal: lifetime.signal,
    orphaned: () => lifetime.abort(),
    wire: {
      isOrphaned: () => false,
      warn: (code) => warnings.push(code),
      send: async <N extends MessageName>(name: N, data: MessageData<N>): Promise<Result<MessageReply<N>>> => {
        // As over the wire: a copy, and not in the same turn.
        const copy = structuredClone(data);
        await new Promise((resolve) => setTimeout(resolve));
        if (isDown) return { ok: false, fault: fault('gone') };
        return { ok: true, value: (await answer(name, copy)) as MessageReply<N> };
      },
    },
  });

let reader: FrameReader | null = null;

const page = {
  /** `described: false`: as if no adapter knew the page. */
  start({ described = true } = {}): void {
    reader = start(described ? HELPDESKS : []);
  },
  stop: () => lifetime.abort(),
  down(yes: boolean): void {
    isDown = yes;
  },
  reading: (): Reading | undefined => readings.at(-1),
  readings: () => readings,
  warnings: () => warnings,
  arrivals: () => arrivals,
  drafts: () => Object.fromEntries(drafts),
  conversations: (): { meta: ConversationMeta; utterances: readonly Utterance[] }[] => store.all(),
  lines(): string[] {
    const id = readings.at(-1)?.conversation;
    const said = id === null || id === undefined ? [] : (store.get(id)?.utterances ?? []);
    return said.map(({ speaker, text }) => `${speaker}: ${text}`);
  },
  /** How many utterances have arrived in all. */
  count: () => store.all().reduce((sum, { utterances }) => sum + utterances.length, 0),
  insert: (conversation: string, text: string) => reader?.insert(conversation, text),
  countIn: (selector: string, text: string) => countIn(document.querySelector(selector) as HTMLElement, text),
};
export type ReaderPage = typeof page;
Object.assign(globalThis, { composure: page });
