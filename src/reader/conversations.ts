// The conversations this frame has shown, by id, and the outbox they are told through. A conversation that leaves the front keeps its
// transcript, so that coming back to it repeats nothing. Sees no page.
import type { ConversationMeta } from '../protocol/conversation';
import { Outbox, type OutboxSource } from './outbox';
import { Transcript } from './transcript';

/** As many as an agent may have open; the one longest out of sight is forgotten first. */
const MAX_KEPT = 40;

/** `draft`: what was last told of it. */
export type Kept = { readonly id: string; readonly transcript: Transcript; meta: ConversationMeta; draft: string };

export class Conversations {
  readonly #kept = new Map<string, Kept>();
  readonly outbox: Outbox;
  readonly #push: () => void;

  /** In: `push` is called when the outbox has something to send. */
  constructor(session: string, push: () => void) {
    this.#push = push;
    const source: OutboxSource = {
      meta: (id) => this.#kept.get(id)?.meta ?? null,
      get: (id, utterance) => this.#kept.get(id)?.transcript.get(utterance) ?? null,
      ids: (id) => this.#kept.get(id)?.transcript.ids() ?? [],
    };
    this.outbox = new Outbox(session, source);
  }

  get(id: string): Kept | null {
    return this.#kept.get(id) ?? null;
  }

  /** Puts a conversation in front, new or seen before, and tells of it. */
  open(meta: ConversationMeta): Kept {
    const known = this.#kept.get(meta.id);
    const kept = known ?? { id: meta.id, transcript: this.#transcript(meta.id), meta, draft: '' };
    // Newest last: what stands first was in front the longest ago.
    this.#kept.delete(meta.id);
    this.#kept.set(meta.id, kept);
    this.#rename(kept, meta);
    if (!known) this.#told(() => this.outbox.opened(meta.id));
    for (const [id] of this.#kept) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(id);
      this.outbox.forget(id);
    }
    return kept;
  }

  /** The page may have found the title late. */
  retitle(kept: Kept, title: string): void {
    this.#rename(kept, { ...kept.meta, title });
  }

  #rename(kept: Kept, meta: ConversationMeta): void {
    const same = kept.meta.title === meta.title && kept.meta.channel === meta.channel;
    kept.meta = meta;
    if (!same) this.#told(() => this.outbox.opened(meta.id));
  }

  #transcript(conversation: string): Transcript {
    return new Transcript({
      changed: (id) => this.#told(() => this.outbox.changed(conversation, id)),
      removed: (id) => this.#told(() => this.outbox.removed(conversation, id)),
    });
  }

  #isTold = false;

  /** Batches what one read brings: the push comes after all of it. */
  #told(note: () => void): void {
    note();
    if (this.#isTold) return;
    this.#isTold = true;
    queueMicrotask(() => {
      this.#isTold = false;
      this.#push();
    });
  }
}
