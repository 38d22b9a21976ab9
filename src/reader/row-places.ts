// Which row of a pane shows which place of the transcript, and what stands before and after a row there, in spoken order.
// Reads no words and decides nothing.
import { neighbourOf, type RowRule } from './discover/rows';
import type { Place, Transcript } from './transcript';

export class RowPlaces {
  readonly #rows: RowRule;
  readonly #transcript: Transcript;
  readonly #forward: 'next' | 'previous';
  readonly #backward: 'next' | 'previous';
  /** Also what a row showed last, after it left. */
  readonly #places = new WeakMap<Element, Place>();
  readonly #shown = new Map<Place, Element>();

  constructor(rows: RowRule, newestFirst: boolean, transcript: Transcript) {
    this.#rows = rows;
    this.#transcript = transcript;
    [this.#forward, this.#backward] = newestFirst ? ['previous', 'next'] : ['next', 'previous'];
  }

  /** How many places have a row now. */
  get size(): number {
    return this.#shown.size;
  }

  of(row: Element): Place | null {
    const place = this.#places.get(row);
    return place && this.#shown.get(place) === row ? place : null;
  }

  /** What this row shows, or showed when it was last seen. */
  lastOf(row: Element): Place | null {
    return this.#places.get(row) ?? null;
  }

  set(row: Element, place: Place): void {
    this.#places.set(row, place);
    this.#shown.set(place, row);
  }

  /** The next row in spoken order, with a place or without. */
  rowAfter(row: Element): Element | null {
    return neighbourOf(this.#rows, row, this.#forward);
  }

  /** The place of the nearest row before it that has one. */
  before(row: Element): Place | null {
    for (let at = neighbourOf(this.#rows, row, this.#backward); at !== null; at = neighbourOf(this.#rows, at, this.#backward)) {
      const place = this.of(at);
      if (place) return place;
    }
    return null;
  }

  /** The same after it. In: whether to look past rows without a place; new rows come in runs, and the next one has none yet. */
  after(row: Element, isFar: boolean): Place | null {
    for (let at = this.rowAfter(row); at !== null; at = this.rowAfter(at)) {
      const place = this.of(at);
      if (place || !isFar) return place;
    }
    return null;
  }

  /** The row shows something else from now on; what it showed may come again. */
  release(row: Element): void {
    const place = this.of(row);
    if (place === null) return;
    this.#transcript.hide(place, false);
    this.#places.delete(row);
    this.#shown.delete(place);
  }

  /** The row shows nothing any more. Out: the place that is without a row now. */
  leave(row: Element): Place | null {
    const place = this.of(row);
    if (place === null) return null;
    this.#shown.delete(place);
    this.#transcript.hide(place, true);
    return place;
  }

  /** Rows at or below an element that left the pane. Out: their places. */
  leaveBelow(element: Element): Place[] {
    if (this.#places.has(element)) return [this.leave(element)].filter((place) => place !== null);
    return [...element.children].flatMap((child) => this.leaveBelow(child));
  }

  /** The pane is not looked at any more. */
  hideAll(): void {
    for (const place of this.#shown.keys()) this.#transcript.hide(place, false);
    this.#shown.clear();
  }
}
