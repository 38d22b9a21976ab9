// What the background has still to be told, as numbered batches: one at a time, the same one again until it is acknowledged.
// Pure queue: no clock, no page, no messaging. At least once, in order, no duplicates at the other end.

import type { ConversationMeta } from '../protocol/conversation';
import { type ConversationUpdate, MAX_BATCH } from '../protocol/messages';
import type { Utterance } from '../protocol/utterance';

/** Where a batch takes its contents from when it is made: what is sent is what stands on the page then. */
export type OutboxSource = {
  meta(conversation: string): ConversationMeta | null;
  /** Null: not there any more. */
  get(conversation: string, id: string): { readonly utterance: Utterance; readonly after: string | null } | null;
  /** All ids of a conversation in spoken order. */
  ids(conversation: string): readonly string[];
};

/** `told`: the background knows this id, or is about to. */
type Waiting = { changed: Set<string>; removed: Set<string>; told: Set<string>; whole: boolean; meta: boolean };

export class Outbox {
  readonly #source: OutboxSource;
  readonly #session: string;
  readonly #waiting = new Map<string, Waiting>();
  #inFlight: ConversationUpdate | null = null;
  #n = 0;

  /** In: `session`, unlike that of any other reader's life. */
  constructor(session: string, source: OutboxSource) {
    this.#session = session;
    this.#source = source;
  }

  /** An utterance is new, changed or moved. */
  changed(conversation: string, id: string): void {
    const waiting = this.#of(conversation);
    waiting.changed.add(id);
    waiting.removed.delete(id);
  }

  /** An utterance was deleted. One that was never told of is not mentioned. */
  removed(conversation: string, id: string): void {
    const waiting = this.#of(conversation);
    waiting.changed.delete(id);
    if (waiting.told.has(id)) waiting.removed.add(id);
  }

  /** The conversation is open, or has another title: worth a batch though nothing was said. */
  opened(conversation: string): void {
    this.#of(conversation).meta = true;
  }

  /** Everything about this conversation has to be told from the beginning. */
  restart(conversation: string): void {
    const waiting = this.#of(conversation);
    waiting.whole = true;
    waiting.meta = true;
    waiting.changed = new Set(this.#source.ids(conversation));
    waiting.removed.clear();
    waiting.told.clear();
  }

  /** The conversation is closed for good: nothing more is told of it. */
  forget(conversation: string): void {
    this.#waiting.delete(conversation);
  }

  /** The batch to send now: the one not yet acknowledged, else the next; null when all is told. Same number, same contents. */
  next(): ConversationUpdate | null {
    this.#inFlight ??= this.#make();
    return this.#inFlight;
  }

  /** The background has stored the batch in flight. `resync`: it knows too little of that conversation. */
  acknowledge({ resync }: { resync: boolean }): void {
    const batch = this.#inFlight;
    this.#inFlight = null;
    if (batch && resync && this.#source.meta(batch.meta.id) !== null) this.restart(batch.meta.id);
  }

  #of(conversation: string): Waiting {
    let waiting = this.#waiting.get(conversation);
    if (waiting === undefined) {
      // Whatever the background knows under this id was told by another reader, before the page was loaded anew.
      waiting = { changed: new Set(), removed: new Set(), told: new Set(), whole: true, meta: false };
      this.#waiting.set(conversation, waiting);
    }
    return waiting;
  }

  #make(): ConversationUpdate | null {
    for (const [conversation, waiting] of this.#waiting) {
      if (waiting.changed.size === 0 && waiting.removed.size === 0 && !waiting.meta) continue;
      const meta = this.#source.meta(conversation);
      if (meta === null) {
        this.#waiting.delete(conversation);
        continue;
      }
      const batch = this.#fill(conversation, waiting, meta);
      // Conversations take turns: a long transcript must not keep the others waiting.
      this.#waiting.delete(conversation);
      this.#waiting.set(conversation, waiting);
      return batch;
    }
    return null;
  }

  #fill(conversation: string, waiting: Waiting, meta: ConversationMeta): ConversationUpdate {
    const removed = [...waiting.removed].slice(0, MAX_BATCH);
    for (const id of removed) {
      waiting.removed.delete(id);
      waiting.told.delete(id);
    }
    const changes: ConversationUpdate['changes'] = [];
    for (const id of waiting.changed) {
      if (changes.length >= MAX_BATCH) break;
      for (const next of this.#chain(conversation, id, waiting.changed)) {
        if (changes.length >= MAX_BATCH) break;
        const change = this.#source.get(conversation, next);
        waiting.changed.delete(next);
        if (change === null) continue;
        changes.push({ utterance: change.utterance, after: change.after });
        waiting.told.add(next);
      }
    }
    const { whole } = waiting;
    waiting.whole = false;
    waiting.meta = false;
    this.#n++;
    return { batch: { session: this.#session, n: this.#n }, meta, whole, changes, removed };
  }

  /** The id with the waiting ones right before it, in spoken order: the one it follows must be known before it comes. */
  #chain(conversation: string, id: string, changed: ReadonlySet<string>): string[] {
    const chain = [id];
    let after = this.#source.get(conversation, id)?.after ?? null;
    while (after !== null && changed.has(after)) {
      chain.push(after);
      after = this.#source.get(conversation, after)?.after ?? null;
    }
    return chain.reverse();
  }
}
