// Watches what the agent writes and has not sent, and notices the moment it was sent. Reads the composer only; never a private note.
import { MAX_DRAFT_CHARS } from '../protocol/messages';
import { type Composer, draftIn, isField } from './composer';
import { normalise } from './extract';

/** Words are handed on once the agent has not typed for this long. */
const DEBOUNCE_MS = 250;
/** What left the composer and came up in the pane within this time was sent from here. */
const SENT_MS = 10_000;
/** Shorter texts ("ok") could be anybody's. */
const MIN_SENT_CHARS = 2;

/** `now` looks at the page: a composer turns to a private note from one moment to the next. `last` is what that look found. */
export type ComposerAccess = { readonly now: () => Composer | null; readonly last: () => Composer | null };

export class DraftWatch {
  readonly #composer: ComposerAccess;
  readonly #tell: (text: string) => void;
  readonly #document: Document;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text = '';
  #left: { readonly words: string; readonly at: number }[] = [];
  #caret: Range | null = null;

  /** `tell` gets each new draft; '' when it is empty again. */
  constructor(document: Document, composer: ComposerAccess, tell: (text: string) => void, signal: AbortSignal) {
    this.#document = document;
    this.#composer = composer;
    this.#tell = tell;
    const options = { capture: true, passive: true, signal } as const;
    document.addEventListener('input', () => this.#soon(), options);
    // Before the page's own handler empties the composer: the debounce may not have come to its end yet.
    for (const name of ['keydown', 'pointerdown', 'submit'] as const)
      document.addEventListener(name, (event) => this.#before(event), options);
    document.addEventListener('selectionchange', () => this.#keepCaret(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Where the caret was last in this composer. */
  get caret(): Range | null {
    return this.#caret;
  }

  /** Looks now. A page empties its composer without an event, so whoever sees the pane change asks. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#read();
    if (text === this.#text) return;
    if (text === '') this.#left.push({ words: wordsOfDraft(this.#text), at: performance.now() });
    this.#text = text;
    this.#tell(text);
  }

  /** Another conversation is in front, with a draft of its own. In: what was last told of that one. */
  turn(known: string): void {
    this.#text = known;
    this.#left = [];
    this.#caret = null;
    this.look();
  }

  /** Whether these words were in the composer a moment ago and are no more. */
  wasSent(words: string): boolean {
    const now = performance.now();
    this.look();
    this.#left = this.#left.filter(({ at }) => now - at <= SENT_MS);
    const wanted = wordsOfDraft(words);
    return wanted.length >= MIN_SENT_CHARS && this.#left.some(({ words: left }) => left === wanted);
  }

  #read(): string {
    const composer = this.#composer.now();
    if (!composer?.element || composer.state !== 'ready') return '';
    return draftIn(composer.element).slice(0, MAX_DRAFT_CHARS);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), DEBOUNCE_MS);
  }

  #before(event: Event): void {
    if (event.type === 'keydown' && (event as KeyboardEvent).key !== 'Enter') return;
    if (this.#text === '' && this.#timer === undefined) return;
    this.look();
    this.#soon();
  }

  #keepCaret(): void {
    const element = this.#composer.last()?.element;
    if (!element || isField(element)) return;
    const selection = this.#document.getSelection();
    const node = selection?.anchorNode;
    if (selection?.rangeCount && node && element.contains(node)) this.#caret = selection.getRangeAt(0).cloneRange();
  }
}

const wordsOfDraft = (text: string): string => normalise(text).toLowerCase();
