// Reads one frame: looks for the conversation in front, follows it, lets go of it when another comes, and says at any time what it
// does. The one place where the parts meet; what each of them knows stays with it.
import type { Adapter } from '../protocol/adapter';
import type { InsertOutcome, Reading, ReadingState } from '../protocol/reading';
import { type Composer, composerOf } from './composer';
import { type ConversationId, conversationIdOf, titleOf } from './conversation-id';
import { Conversations } from './conversations';
import { isDrawn } from './discover/find-pane';
import { Proofs } from './discover/sides';
import { DraftWatch } from './draft';
import { PaneFollower } from './follow-pane';
import { type Front, isStale, keptIdOf, type LastFront } from './front';
import { PaneView } from './helpdesks/engine';
import { adapterFor } from './helpdesks/match';
import { insertInConversation } from './insert-in-conversation';
import { hostOf, isShown } from './page';
import { Latest, syncOutbox, type Wire } from './sync';
import { isVirtual } from './vanished';
import { PageProbe, watchPage } from './watch-page';

/** A page that shows no conversation by then has none, or a slow one: it is said, and looked for all the same. */
const LOOK_MS = 1_200;
/** A pane that went away is searched for at every look for this long; then only when the page changes. */
const SEARCH_MS = 10_000;

type Attached = Front & { readonly controller: AbortController };

export type FrameReaderOptions = {
  readonly document: Document;
  readonly adapters: readonly Adapter[];
  readonly wire: Wire;
  /** Names this reader's life in its batches. */
  readonly session: string;
  readonly signal: AbortSignal;
  /** Ends reading for good: the extension under the page is gone. */
  readonly orphaned: () => void;
};

export class FrameReader {
  readonly #document: Document;
  readonly #window: Window;
  readonly #options: FrameReaderOptions;
  readonly #probe: PageProbe;
  readonly #conversations: Conversations;
  readonly #proofs = new Proofs();
  readonly #readings: Latest<'reading/changed'>;
  readonly #drafts: Latest<'draft/changed'>;
  readonly #draft: DraftWatch;
  #attached: Attached | null = null;
  /** What was in front last, while nothing is. */
  #last: LastFront | null = null;
  #lookingSince = performance.now();
  #composer: Composer | null = null;
  #inserting: Promise<unknown> = Promise.resolve();
  #isDrawn = false;
  #isLooking = false;
  #isWanted = false;
  #told = '';

  constructor(options: FrameReaderOptions) {
    const { document, wire, session, signal, orphaned } = options;
    const view = document.defaultView;
    if (view === null) throw new Error('a document without a window cannot be read');
    this.#options = options;
    this.#document = document;
    this.#window = view;
    this.#probe = new PageProbe(view);
    this.#conversations = new Conversations(session, () => sync.push());
    const sync = syncOutbox(this.#conversations.outbox, wire, orphaned, signal);
    this.#readings = new Latest('reading/changed', wire, orphaned, signal);
    this.#drafts = new Latest('draft/changed', wire, orphaned, signal);
    this.#draft = new DraftWatch(
      document,
      { now: () => this.#lookAtComposer(), last: () => this.#composer },
      (text) => this.#tellDraft(text),
      signal,
    );
    signal.addEventListener('abort', () => this.#attached?.controller.abort());
    watchPage(view, (hint) => this.#tick(hint === 'moved'), signal);
  }

  /** What is read now, and how. */
  get reading(): Reading {
    const attached = this.#attached;
    return {
      state: this.#state(),
      host: hostOf(this.#window.location),
      adapter: attached === null ? null : (attached.follower.view.adapter?.id ?? 'discovery'),
      conversation: attached?.kept.id ?? null,
      composer: attached === null ? 'none' : (this.#composer?.state ?? 'none'),
    };
  }

  /** Says again what is read, though nothing changed: somebody has lost sight of it. */
  report(): void {
    this.#told = '';
    this.#tick(true);
  }

  /** Puts a text at the caret of this conversation's composer; see `InsertOutcome`. Never sends. One at a time. */
  insert(conversation: string, text: string): Promise<InsertOutcome> {
    const outcome = this.#inserting.then(() =>
      insertInConversation(conversation, text, {
        front: () => this.#attached,
        composer: () => this.#lookAtComposer(),
        caret: () => this.#draft.caret,
      }),
    );
    this.#inserting = outcome.then(() => this.#draft.look());
    return outcome;
  }

  #state(): ReadingState {
    if (this.#options.signal.aborted) return 'stale';
    if (this.#attached !== null) return this.#attached.follower.state;
    if (performance.now() - this.#lookingSince < LOOK_MS && !this.#probe.isTiny) return this.#last === null ? 'starting' : 'lost';
    return this.#isDrawn ? 'drawn' : 'no_conversation';
  }

  /** Once a second, and whenever the page may have moved. `isSure`: it did something; else only a change of its size is looked into. */
  #tick(isSure: boolean): void {
    const { wire, orphaned } = this.#options;
    if (wire.isOrphaned()) {
      orphaned();
      return;
    }
    if (this.#attached !== null) this.#check(this.#attached);
    if (this.#attached === null && !this.#probe.isTiny && (isSure || this.#isSearching() || this.#probe.hasChanged()))
      void this.#look();
    // A search tells what came of it.
    if (!this.#isLooking) this.#tell();
  }

  /** Whether a pane that went away is still searched for at every look. */
  #isSearching(): boolean {
    return this.#last !== null && performance.now() - this.#last.leftAt < SEARCH_MS;
  }

  #check(attached: Attached): void {
    const { view } = attached.follower;
    if (!view.pane.isConnected || !isShown(view.pane)) {
      this.#detach();
      return;
    }
    const now = conversationIdOf(view, this.#window.location);
    if (now.id !== attached.id.id) {
      this.#detach();
      void this.#look();
      return;
    }
    this.#lookAtComposer();
    this.#draft.look();
    this.#conversations.retitle(attached.kept, titleOf(view, this.#document));
  }

  #detach(): void {
    if (this.#attached === null) return;
    const attached = this.#attached;
    attached.controller.abort();
    this.#attached = null;
    this.#composer = null;
    this.#last = { ...attached, leftAt: performance.now() };
    this.#lookingSince = performance.now();
    this.#draft.turn('');
  }

  /** Searches the page and attaches to what it finds. While a search goes on, another one is only noted. */
  async #look(): Promise<void> {
    this.#isWanted = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#isWanted && this.#attached === null && !this.#options.signal.aborted) {
        this.#isWanted = false;
        const view = await this.#open();
        if (view === null || this.#attached !== null || this.#options.signal.aborted || !isShown(view.pane)) continue;
        const id = conversationIdOf(view, this.#window.location);
        if (!isStale(view, id, this.#last)) this.#attach(view, id);
      }
    } finally {
      this.#isLooking = false;
    }
    this.#isDrawn = this.#attached === null && isDrawn(this.#document);
    this.#tell();
  }

  async #open(): Promise<PaneView | null> {
    const adapter = adapterFor(this.#options.adapters, this.#document, hostOf(this.#window.location));
    // After a redesign an adapter may find nothing where there is a chat: then the page is read as an unknown one.
    const isLate = performance.now() - this.#lookingSince >= LOOK_MS;
    const view = await PaneView.open(adapter, this.#document, this.#proofs);
    return view ?? (adapter !== null && isLate ? PaneView.open(null, this.#document, this.#proofs) : null);
  }

  #attach(view: PaneView, id: ConversationId): void {
    const controller = new AbortController();
    const meta = {
      id: keptIdOf(view, id, this.#last, this.#conversations),
      title: titleOf(view, this.#document),
      channel: view.channel,
    };
    const kept = this.#conversations.open({ ...meta, host: hostOf(this.#window.location) });
    const follower = new PaneFollower(
      view,
      kept.transcript,
      {
        read: () => this.#read(),
        outgrown: () => this.#reopen(),
        exchanged: () => this.#exchanged(),
        sentHere: (words) => this.#draft.wasSent(words),
      },
      controller.signal,
    );
    this.#attached = { kept, follower, controller, id };
    this.#last = null;
    this.#lookAtComposer();
    this.#draft.turn(kept.draft);
  }

  #reopen(): void {
    this.#detach();
    void this.#look();
  }

  /** All rows were exchanged at one address. Out: whether it is the same conversation drawn anew. */
  #exchanged(): boolean {
    const attached = this.#attached;
    if (attached === null) return false;
    const { view } = attached.follower;
    const now = conversationIdOf(view, this.#window.location);
    if (now.id === attached.id.id && (now.isOwn || isVirtual(view.rows.container))) return true;
    this.#reopen();
    return false;
  }

  #read(): void {
    this.#draft.look();
    this.#tell();
  }

  #lookAtComposer(): Composer | null {
    this.#composer = this.#attached === null ? null : composerOf(this.#attached.follower.view, this.#composer);
    return this.#composer;
  }

  #tellDraft(text: string): void {
    const kept = this.#attached?.kept;
    if (kept === undefined) return;
    kept.draft = text;
    this.#drafts.tell(kept.id, { conversation: kept.id, text });
  }

  #tell(): void {
    const reading = this.reading;
    const told = JSON.stringify(reading);
    // A page has many frames, and most have nothing to say: they say that, once.
    const isIdle = reading.state === 'starting' && this.#window !== this.#window.top;
    if (told === this.#told || isIdle) return;
    this.#told = told;
    this.#readings.tell('reading', reading);
  }
}
