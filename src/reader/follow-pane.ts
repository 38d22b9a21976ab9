// Keeps a transcript true to a pane: reads its rows once, then only those that change. Decides nothing about which conversation
// this is, and tells nobody; the transcript does that.
import { MAX_UTTERANCE_CHARS } from '../protocol/utterance';
import { sampleOf } from './discover/rows';
import { hasOutgrown, isRecycled, rewrittenRows, showsSomeOf } from './exchange';
import type { PaneView, RowReading } from './helpdesks/engine';
import { observePane, type PaneChanges, type PaneObserver } from './observe';
import { holds } from './page';
import { RowPlaces } from './row-places';
import { Settling } from './settling';
import { inSlices, pause } from './slices';
import type { Place, Reading, Seen, Transcript } from './transcript';
import { decideGone, isVirtual, Vanished } from './vanished';

/** What whoever owns the follower is told. */
export type FollowerEvents = {
  /** Something was read, or could not be: look at `state` again. */
  readonly read: () => void;
  /** The pane is no longer built as it was found to be: open it again. */
  readonly outgrown: () => void;
  /** Every row was exchanged for others: another conversation may stand here now. Out: whether to go on with this one. */
  readonly exchanged: () => boolean;
  /** Whether these words have just been sent from the composer. */
  readonly sentHere: (words: string) => boolean;
};

export type FollowerState = 'starting' | 'reading' | 'empty' | 'unsure';

/** Sides and names are learnt afresh when there are this many rows: the first few tell little, and later ones hardly more. */
const LEARN_AT = [2, 3, 4, 6, 8, 12, 16, 24, 48];
/** And where a row says nothing of its speaker, at most this often. */
const RELEARN_MS = 1_000;

export class PaneFollower {
  readonly view: PaneView;
  readonly #transcript: Transcript;
  readonly #events: FollowerEvents;
  readonly #signal: AbortSignal;
  readonly #observer: PaneObserver;
  readonly #places: RowPlaces;
  /** Rows with words and no speaker that could be told. */
  readonly #untold = new Set<Element>();
  readonly #inheriting = new WeakSet<Element>();
  readonly #settling: Settling;
  readonly #vanished: Vanished;
  #work: Promise<void>;
  #isRead = false;
  #learntAt = 0;
  #learntMs = 0;

  constructor(view: PaneView, transcript: Transcript, events: FollowerEvents, signal: AbortSignal) {
    this.view = view;
    this.#transcript = transcript;
    this.#events = events;
    this.#places = new RowPlaces(view.rows, view.newestFirst, transcript);
    this.#signal = signal;
    this.#settling = new Settling((row) => this.#enqueue([row]), signal);
    this.#vanished = new Vanished(() => this.#decideLater(), signal);
    this.#observer = observePane(view.pane, view.attributes, (changes) => this.#take(changes), signal);
    signal.addEventListener('abort', () => this.#places.hideAll());
    this.#work = pause().then(() => this.#readAll(true));
  }

  get state(): FollowerState {
    if (!this.#isRead) return 'starting';
    if (this.#places.size > 0) return 'reading';
    const isSaid = (row: Element): boolean => this.view.read(row) !== null;
    return sampleOf(this.view.rows.all()).some(isSaid) ? 'unsure' : 'empty';
  }

  /** Whether this element is a row that says what it said when this follower last read it. */
  stillShows(row: Element): boolean {
    const place = this.#places.lastOf(row);
    return place !== null && place.utterance.text === this.view.read(row)?.words;
  }

  async #readAll(isFirst: boolean): Promise<void> {
    // Rows that left and were not noticed yet would seem to be there twice.
    this.#observer.flush();
    const rows = this.view.rows.all();
    this.#learntAt = rows.length;
    if (this.view.newestFirst) rows.reverse();
    if (this.view.known) {
      const last = rows.at(-1);
      await this.#readTogether(rows, (row, matched) => this.#readRow(row, isFirst && row !== last, matched));
    }
    this.#isRead = true;
    if (!this.#signal.aborted) this.#events.read();
  }

  /** Where rows come back (drawn anew, or in front again) each finds its place first, and what is new is put between. */
  async #readTogether(rows: readonly Element[], read: (row: Element, matched: Place | null) => void): Promise<void> {
    if (rows.length < 2 || this.#transcript.size === this.#places.size) {
      await inSlices(rows, (row) => read(row, null), this.#signal);
      return;
    }
    const seen: (Seen | null)[] = [];
    await inSlices(
      rows,
      (row) => {
        const said = this.#places.of(row) ? null : this.view.read(row);
        seen.push(said && { key: said.key, speaker: said.speaker, text: said.words });
      },
      this.#signal,
    );
    const matches = this.#transcript.match(seen);
    const isBack = (_: Element, index: number): boolean => matches[index] !== null || seen[index] === null;
    const places = new Map(rows.map((row, index) => [row, matches[index] ?? null]));
    await inSlices(rows.filter(isBack), (row) => read(row, places.get(row) ?? null), this.#signal);
    await inSlices(
      rows.filter((row, index) => !isBack(row, index)),
      (row) => read(row, null),
      this.#signal,
    );
  }

  /** Sorts changes out cheaply; reading follows in turn. */
  #take(changes: PaneChanges): void {
    const before = this.#places.size;
    for (const node of changes.removed)
      if (!holds(this.view.pane, node)) for (const place of this.#places.leaveBelow(node)) this.#vanished.add(place);
    if (hasOutgrown(this.view, this.#places, changes.added)) {
      this.#events.outgrown();
      return;
    }

    const dirty = new Set<Element>();
    for (const node of changes.added)
      if (holds(this.view.pane, node)) for (const row of this.view.rows.within(node)) dirty.add(row);
    for (const node of changes.touched) {
      const row = holds(this.view.pane, node) ? this.view.rows.rowOf(node) : null;
      if (row) dirty.add(row);
    }
    const rows = [...dirty].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1));
    if (this.view.newestFirst) rows.reverse();
    if (this.#isExchange(before, rows)) this.#vanished.hold(rows, (held) => this.#afterExchange(held));
    else this.#enqueue(rows);
  }

  #enqueue(rows: readonly Element[]): void {
    this.#inTurn(() => this.#readChanged(rows));
  }

  /** One thing at a time: what is decided rests on what has been read. */
  #inTurn(job: () => void | Promise<void>): void {
    this.#work = this.#work.then(job).catch((bug) => {
      // Surfaces as any uncaught error does, and the next change is read all the same.
      queueMicrotask(() => {
        throw bug;
      });
    });
  }

  async #readChanged(rows: readonly Element[]): Promise<void> {
    if (this.#signal.aborted) return;
    const settled = !this.view.known && rows.some((row) => this.#proves(row));
    if (settled || this.#learn()) return this.#readAll(false);
    if (this.view.known) {
      const rewritten = rewrittenRows(this.view, this.#places, rows);
      if (
        rewritten.length > 0 &&
        !showsSomeOf(this.view, rewritten, this.#transcript) &&
        !isVirtual(this.view.rows.container) &&
        !this.#events.exchanged()
      )
        return;
      for (const row of rewritten) this.#places.release(row);
      await this.#readTogether(rows, (row, matched) => this.#readWithFollowers(row, matched));
      this.#readUntold();
    }
    if (!this.#signal.aborted) this.#events.read();
  }

  /** What was just sent from the composer and stands here now was said by the agent. */
  #proves(row: Element): boolean {
    return this.#events.sentHere(this.view.wordsOf(row)) && this.view.prove(row);
  }

  /** Learns again where that can help. Out: whether all rows should be read again. */
  #learn(): boolean {
    if (!this.view.learns) return false;
    const count = this.#places.size + this.#untold.size;
    const grown = LEARN_AT.some((step) => this.#learntAt < step && step <= count);
    if (grown) this.#learntAt = count;
    const wasKnown = this.view.known;
    const settled = (grown || !wasKnown) && this.view.learn();
    return settled || (grown && wasKnown);
  }

  /** Rows nobody could be told for may be understood by now: other rows have shown more of how this page marks its speakers. */
  #readUntold(): void {
    for (const row of this.#untold) if (!row.isConnected) this.#untold.delete(row);
    const now = performance.now();
    if (this.#untold.size === 0 || !this.view.learns || now - this.#learntMs < RELEARN_MS) return;
    this.#learntMs = now;
    this.view.learn();
    for (const row of [...this.#untold]) this.#readWithFollowers(row);
  }

  /** Rows below that show no speaker of their own take theirs from this one. */
  #readWithFollowers(row: Element, matched: Place | null = null): void {
    this.#readRow(row, false, matched);
    for (let next = this.#places.rowAfter(row); next !== null && this.#inheriting.has(next); next = this.#places.rowAfter(next))
      this.#readRow(next, false);
  }

  #readRow(row: Element, isOld: boolean, matched: Place | null = null): void {
    if (!holds(this.view.pane, row)) return;
    if (row.shadowRoot) this.#observer.alsoIn(row.shadowRoot);
    const read = this.view.read(row);
    const place = this.#places.of(row);
    if (read === null) {
      this.#untold.delete(row);
      if (this.#places.leave(row) && place) this.#vanished.add(place);
      return;
    }
    const previous = this.#places.before(row);
    if (read.inherits) this.#inheriting.add(row);
    else this.#inheriting.delete(row);
    const speaker = read.speaker ?? (read.inherits ? (previous?.utterance.speaker ?? null) : null);
    if (speaker === null) {
      this.#untold.add(row);
      return;
    }
    this.#untold.delete(row);
    const reading = this.#readingOf(row, read, speaker, previous, isOld);
    const next = this.#places.after(row, previous === null && this.#isRead);
    if (place && !isRecycled(place, reading)) {
      this.#transcript.update(place, reading);
      this.#transcript.settle(place, previous, next);
      return;
    }
    this.#places.release(row);
    const shown = this.#transcript.show(reading, previous, next, matched);
    this.#places.set(row, shown);
    this.#vanished.came(shown.previous === null, shown.next === null);
  }

  #readingOf(row: Element, read: RowReading, speaker: Reading['speaker'], previous: Place | null, isOld: boolean): Reading {
    const text = read.words.slice(0, MAX_UTTERANCE_CHARS);
    const inherited = previous?.utterance.speaker === speaker ? (previous.utterance.name ?? null) : null;
    const final = read.final ?? this.#settling.isFinal(row, text, this.view.channel === 'call' && !isOld);
    return { speaker, text, at: read.at ?? Date.now(), final, name: read.name ?? inherited, key: read.key };
  }

  #decideLater(): void {
    this.#observer.flush();
    this.#inTurn(() => {
      if (this.#signal.aborted) return;
      const left = this.#vanished.take();
      const gone = decideGone(left, this.#places.size, this.view, this.#transcript.size);
      for (const place of left.places) place.leaving = false;
      for (const place of gone) this.#transcript.remove(place);
      this.#events.read();
    });
  }

  /** Whether all known rows went, and what stands here now was never seen in this conversation. */
  #isExchange(before: number, rows: readonly Element[]): boolean {
    if (!this.#isRead || this.#places.size > 0 || this.#transcript.size === 0) return false;
    return (before > 0 || rows.length > 0) && !showsSomeOf(this.view, rows, this.#transcript);
  }

  #afterExchange(rows: readonly Element[]): void {
    const here = rows.filter((row) => holds(this.view.pane, row));
    if (here.length > 0 && !showsSomeOf(this.view, here, this.#transcript) && !this.#events.exchanged()) return;
    this.#enqueue(here);
  }
}
