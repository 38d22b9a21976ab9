// Rows that left a pane: most were drawn anew, scrolled out of a virtual list, or belong to a conversation that is no longer in
// front. Waits a moment, then tells those few that were deleted.
import type { PaneView } from './helpdesks/engine';
import { isShown } from './page';
import type { Place } from './transcript';

/** A pane is drawn anew within this time. */
const BELIEVE_MS = 300;
/** From this many utterances on, a page that drops its oldest row is saving memory. */
const LONG = 20;

export class Vanished {
  readonly #due: () => void;
  readonly #signal: AbortSignal;
  readonly #places = new Set<Place>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held: Set<Element> | null = null;
  /** Whether rows came at the beginning, or at the end, since the first of these left. */
  #cameFirst = false;
  #cameLast = false;

  /** `due` is called once rows that left have had their time to come back: read what has changed, then `take`. */
  constructor(due: () => void, signal: AbortSignal) {
    this.#due = due;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Its row has just left. */
  add(place: Place): void {
    if (this.#places.size === 0) [this.#cameFirst, this.#cameLast] = [false, false];
    this.#places.add(place);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#due();
    }, BELIEVE_MS);
  }

  /** A row came; at which end. */
  came(isFirst: boolean, isLast: boolean): void {
    this.#cameFirst ||= isFirst;
    this.#cameLast ||= isLast;
  }

  /** Keeps rows unread until it is clear what the exchange of all rows means. */
  hold(rows: readonly Element[], after: (rows: readonly Element[]) => void): void {
    if (this.#held !== null) {
      for (const row of rows) this.#held.add(row);
      return;
    }
    this.#held = new Set(rows);
    setTimeout(() => {
      const held = [...(this.#held ?? [])];
      this.#held = null;
      if (!this.#signal.aborted) after(held);
    }, BELIEVE_MS);
  }

  /** The places whose rows left and did not come back, for a decision now. */
  take(): { places: readonly Place[]; cameFirst: boolean; cameLast: boolean } {
    const places = [...this.#places].filter((place) => place.leaving);
    const taken = { places, cameFirst: this.#cameFirst, cameLast: this.#cameLast };
    this.#places.clear();
    return taken;
  }
}

/**
 * Which of these places were deleted. In: places whose rows left and did not come back; how many are shown still.
 * A deletion leaves its neighbours where they were. Everything else is believed to be drawing or scrolling.
 */
export function decideGone(
  { places, cameFirst, cameLast }: ReturnType<Vanished['take']>,
  shownNow: number,
  view: Pick<PaneView, 'pane' | 'rows'>,
  size: number,
): Place[] {
  const isBulk = places.length > 3 && places.length > shownNow;
  if (isBulk || isVirtual(view.rows.container) || !isShown(view.pane)) return [];
  return places.filter((place) => {
    const previous = nearest(place, 'previous');
    const next = nearest(place, 'next');
    if (previous === null && next === null) return false;
    if (previous === null && (cameLast || size > LONG)) return false;
    if (next === null && cameFirst) return false;
    return (previous?.shown ?? true) && (next?.shown ?? true);
  });
}

/** The neighbour in the transcript that did not leave with it. */
function nearest(place: Place, step: 'previous' | 'next'): Place | null {
  let at = place[step];
  while (at?.leaving) at = at[step];
  return at;
}

/** Whether a list draws only the rows in view, by the ways such lists place them. */
export function isVirtual(container: Element): boolean {
  const row = container.children[Math.floor(container.childElementCount / 2)];
  if (!(row instanceof HTMLElement)) return false;
  const { position, transform } = row.style;
  return (
    position === 'absolute' ||
    /translate/.test(transform) ||
    ['index', 'itemIndex', 'knownSize'].some((name) => name in row.dataset)
  );
}
