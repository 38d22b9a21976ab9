// Reads one pane as an adapter describes it, and by discovery wherever the adapter says nothing. One engine for every helpdesk:
// what a product needs goes into its data. It sees one row at a time and keeps no words.
import type { Adapter } from '../../protocol/adapter';
import type { Channel, Speaker } from '../../protocol/vocabulary';
import { type FoundPane, findPane } from '../discover/find-pane';
import { cleanName, findNames, type NameRule } from '../discover/names';
import { findKey, findRows, keyOf, type RowRule, rowsMatching, sampleOf } from '../discover/rows';
import { findSides, type Proofs, type Row, type SideReason, type SideRule } from '../discover/sides';
import { wordsIn } from '../discover/tokens';
import { isBareClock, isTrimming } from '../discover/trimming';
import { type LeaveOut, timeOf, wordsOf } from '../extract';
import { pause } from '../slices';
import { firstShown } from './match';
import { compile, fits, outermost, type Selectors, usable } from './selectors';

/** One row as read. `speaker` null: nothing in the row says; `inherits` then means that the row before does. */
export type RowReading = {
  readonly words: string;
  readonly name: string | null;
  readonly speaker: Exclude<Speaker, 'system'> | null;
  readonly inherits: boolean;
  readonly at: number | null;
  readonly key: string | null;
  /** Null where the page does not say whether the words are still being rewritten. */
  readonly final: boolean | null;
};

/** How sure discovery is, and of what, for whoever wants to know. An adapter's own fields need no reasons. */
export type ViewReasons = { readonly pane: FoundPane | null; readonly sides: readonly SideReason[] };

export class PaneView {
  readonly adapter: Adapter | null;
  readonly pane: Element;
  readonly rows: RowRule;
  readonly newestFirst: boolean;
  readonly channel: Channel;
  readonly #proofs: Proofs;
  readonly #found: FoundPane | null;
  readonly #selectors: Selectors;
  #names: NameRule | null = null;
  #sides: SideRule | null = null;
  #key: string | null = null;

  /** Opens the pane of this adapter, or the one discovery finds; null where the page has none now. */
  static async open(adapter: Adapter | null, document: Document, proofs: Proofs): Promise<PaneView | null> {
    const described = firstShown(document, adapter?.pane);
    // An adapter that knows its pane is not second-guessed: the page shows no conversation now.
    if (described === null && adapter?.pane !== undefined && adapter.pane.length > 0) return null;
    await pause();
    const found = described === null ? await findPane(document) : null;
    const pane = described ?? found?.pane;
    if (!pane?.isConnected) return null;
    await pause();
    const view = new PaneView(adapter, pane, found, proofs);
    await pause();
    view.learn();
    await pause();
    return view;
  }

  private constructor(adapter: Adapter | null, pane: Element, found: FoundPane | null, proofs: Proofs) {
    this.adapter = adapter;
    this.pane = pane;
    this.#found = found;
    this.#proofs = proofs;
    this.#selectors = compile(adapter);
    const utterance = this.#selectors.utterance;
    this.rows = utterance === null ? findRows(pane) : rowsMatching(pane, utterance);
    this.channel = adapter?.channel ?? (isCaptions(pane, this.rows.container) ? 'call' : 'chat');
    this.newestFirst = adapter?.order === undefined ? this.#isNewestFirst() : adapter.order === 'newest_first';
  }

  /** Whether agent and customer are told from each other here. */
  get known(): boolean {
    return this.#selectors.speaker !== null || (this.#sides?.known ?? false);
  }

  get reasons(): ViewReasons {
    return { pane: this.#found, sides: this.#sides?.reasons ?? [] };
  }

  /** Whether anything here is learnt from the rows rather than described by the adapter. */
  get learns(): boolean {
    const { speaker, speakerName } = this.#selectors;
    return speaker === null || speakerName === null;
  }

  /** Whether the pane is built otherwise now than when its rows were found: a list drawn anew, rows gathered into groups. */
  isOutgrown(): boolean {
    if (this.#selectors.utterance !== null) return false;
    const { container, selector } = findRows(this.pane);
    return container !== this.rows.container || selector !== this.rows.selector;
  }

  /** Attributes whose change can change what a row says. */
  get attributes(): readonly string[] {
    return this.#selectors.attributes;
  }

  /** Learns names, keys and sides afresh from the rows there are now. Out: whether the sides are known where they were not. */
  learn(): boolean {
    const before = this.known;
    const elements = sampleOf(this.rows.all()).filter((row) => !this.#isIgnored(row));
    if (this.newestFirst) elements.reverse();
    const described = this.#selectors.speakerName !== null;
    if (!described)
      this.#names = findNames(
        elements,
        elements.map((row) => this.#words(row, null)),
        this.rows,
      );
    const rows = elements.map((element) => this.#row(element));
    if (this.#selectors.speaker === null) this.#sides = findSides(rows, this.rows.container, this.pane, this.#proofs);
    const said = rows.filter((row) => row.words !== '' && this.#sides?.saidBy(row) !== 'left_out').map(({ element }) => element);
    this.#key = this.adapter?.key ?? findKey(said) ?? this.#key;
    return this.known && !before;
  }

  /** What a row says; null where it is no utterance (a note, a line of the system, nothing). */
  read(element: Element): RowReading | null {
    if (this.#isIgnored(element)) return null;
    const row = this.#row(element);
    if (row.words === '') return null;
    const { speaker: speakers, interim } = this.#selectors;
    const said = speakers === null ? (this.#sides?.saidBy(row) ?? null) : speakers(element);
    if (said === 'left_out') return null;
    return {
      words: row.words,
      name: row.name,
      speaker: said,
      inherits: said === null && row.name === null && (speakers !== null || (this.#sides?.inherits ?? false)),
      at: this.#time(element),
      key: this.#key === null ? null : keyOf(element, this.#key),
      final: interim === null ? null : !fits(element, interim),
    };
  }

  /** The agent has just sent what this row says. Out: whether that settles who is who. */
  prove(element: Element): boolean {
    this.#proofs.prove(this.#row(element));
    return this.learn();
  }

  /** The words of a row, whoever said them; for telling what was just sent. */
  wordsOf(element: Element): string {
    return this.#isIgnored(element) ? '' : this.#row(element).words;
  }

  #row(element: Element): Row {
    const shown = this.#nameOf(element);
    const words = this.#words(element, shown?.element ?? null);
    const line = this.#names?.split(words);
    return { element, words: line?.words ?? words, name: shown?.name ?? line?.name ?? null };
  }

  #nameOf(row: Element): { name: string; element: Element | null } | null {
    const { speakerName } = this.#selectors;
    if (speakerName === null) return this.#names?.nameOf(row) ?? null;
    const element = row.querySelector(speakerName);
    // textContent: a name hidden by CSS is still the name.
    const name = element === null ? null : cleanName(element.textContent ?? '');
    return name === null ? null : { name, element };
  }

  #words(row: Element, nameElement: Element | null): string {
    const { text, drop, ignore } = this.#selectors;
    const given = text === null ? [] : outermost(row, text);
    const parts = given.length > 0 ? given : [row];
    const never: LeaveOut = (element) =>
      element === nameElement ||
      (drop !== null && element.matches(drop)) ||
      (ignore !== null && element !== row && element.matches(ignore));
    if (given.length > 0) return wordsOf(parts, never);
    const trimmed: LeaveOut = (element) => never(element) || (element !== row && isTrimming(element));
    const bare = wordsOf(parts, (element) => trimmed(element) || (element !== row && isBareClock(element)));
    // Somebody may say just "14:02", or a product may call every row "status".
    return bare || wordsOf(parts, trimmed) || wordsOf(parts, never);
  }

  #time(row: Element): number | null {
    const time = this.adapter?.time;
    if (time === undefined) return timeOf(row.querySelector('time[datetime]')?.getAttribute('datetime') ?? null);
    const [selector] = usable([time.selector]);
    if (selector === undefined) return null;
    const element = row.matches(selector) ? row : row.querySelector(selector);
    return timeOf(element?.getAttribute(time.attribute) ?? null);
  }

  #isIgnored(row: Element): boolean {
    const { ignore, system } = this.#selectors;
    return (ignore !== null && row.matches(ignore)) || (system !== null && fits(row, system));
  }

  /** By times where rows carry them, else by a container that draws its rows from the bottom up. */
  #isNewestFirst(): boolean {
    const rows = this.rows.all();
    const [first, last] = [rows[0], rows.at(-1)].map((row) => (row ? this.#time(row) : null));
    if (first != null && last != null && first !== last) return first > last;
    return getComputedStyle(this.rows.container).flexDirection === 'column-reverse';
  }
}

const CAPTION_WORDS = new Set('caption captions subtitle subtitles transcription'.split(' '));

/** Whether a pane found by itself shows a call's captions. */
function isCaptions(pane: Element, container: Element): boolean {
  const names = [pane, container].flatMap((at) => [...at.classList, at.id, at.getAttribute('aria-label') ?? '']);
  return names.some((name) => wordsIn(name.slice(0, 80)).some((word) => CAPTION_WORDS.has(word)));
}
