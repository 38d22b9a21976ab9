// The receiver of conversation batches, by the letter of the contract in protocol/messages: what is not written there it does not do.
import type { ConversationMeta } from '../../src/protocol/conversation';
import type { ConversationUpdate } from '../../src/protocol/messages';
import type { Utterance } from '../../src/protocol/utterance';

type Stored = { meta: ConversationMeta; utterances: Utterance[]; ids: Set<string> };

export class ConversationStore {
  #stored = new Map<string, Stored>();
  #seen = new Map<string, number>();

  /** Takes a batch once, however often it comes. `resync`, and nothing taken: it does not follow on what is known. */
  take({ batch, meta, whole, changes, removed }: ConversationUpdate): { resync: boolean } {
    const seen = this.#seen.get(batch.session) ?? 0;
    if (batch.n <= seen) return { resync: false };
    const known = whole ? undefined : this.#stored.get(meta.id);
    if (!whole && (known === undefined || batch.n > seen + 1)) return { resync: true };
    this.#seen.set(batch.session, batch.n);
    const stored: Stored = known ?? { meta, utterances: [], ids: new Set() };
    stored.meta = meta;
    const take = (id: string): void => {
      if (stored.ids.delete(id)) stored.utterances = stored.utterances.filter((utterance) => utterance.id !== id);
    };
    for (const id of removed) take(id);
    for (const { utterance, after } of changes) {
      take(utterance.id);
      const isLast = after !== null && stored.utterances.at(-1)?.id === after;
      const at = isLast
        ? stored.utterances.length
        : after === null
          ? 0
          : stored.utterances.findIndex(({ id }) => id === after) + 1;
      if (after !== null && at === 0) throw new Error(`${utterance.id} follows ${after}, which was never told`);
      stored.utterances.splice(at, 0, utterance);
      stored.ids.add(utterance.id);
    }
    this.#stored.set(meta.id, stored);
    return { resync: false };
  }

  /** Everything is forgotten, as after an update of the extension; the batches seen too. */
  wipe(): void {
    this.#stored.clear();
    this.#seen.clear();
  }

  get(id: string): { meta: ConversationMeta; utterances: readonly Utterance[] } | undefined {
    return this.#stored.get(id);
  }
  all(): { meta: ConversationMeta; utterances: readonly Utterance[] }[] {
    return [...this.#stored.values()];
  }
}
