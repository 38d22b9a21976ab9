// Places in spoken order: a linked list with a rank on each, so that a place is put in, moved, or compared with another at the same
// cost in a long transcript as in a short one.
import type { Utterance } from '../protocol/utterance';

/** One place in a transcript. Only the transcript writes to it. */
export type Place = {
  readonly id: string;
  utterance: Utterance;
  previous: Place | null;
  next: Place | null;
  /** Whether a row on the page shows it now. */
  shown: boolean;
  /** Its row left the page a moment ago, and what that means is not decided yet. */
  leaving: boolean;
  /** What it has been found by: who said what, in each version of its words. */
  readonly prints: string[];
  /** Its page key when last read; changes where a row sent from here gets its real key from the server. */
  key: string | null;
  /** Grows along the list; for comparing two places without walking. */
  rank: number;
};

/** Between two neighbours in rank, so that many can be put in between before all are numbered afresh. */
const RANK_STEP = 2 ** 20;

export class PlaceOrder {
  #first: Place | null = null;
  #last: Place | null = null;

  get first(): Place | null {
    return this.#first;
  }
  get last(): Place | null {
    return this.#last;
  }

  /** Puts a place right after another; null: at the front. */
  insert(place: Place, after: Place | null): void {
    const before = after === null ? this.#first : after.next;
    place.previous = after;
    place.next = before;
    if (after === null) this.#first = place;
    else after.next = place;
    if (before === null) this.#last = place;
    else before.previous = place;
    if (before === null) place.rank = (after?.rank ?? 0) + RANK_STEP;
    else place.rank = after === null ? before.rank - RANK_STEP : (after.rank + before.rank) / 2;
    const crowded = (after !== null && place.rank <= after.rank) || (before !== null && place.rank >= before.rank);
    if (crowded) this.#rankAfresh();
  }

  remove(place: Place): void {
    if (place.previous === null) this.#first = place.next;
    else place.previous.next = place.next;
    if (place.next === null) this.#last = place.previous;
    else place.next.previous = place.previous;
    place.previous = null;
    place.next = null;
  }

  #rankAfresh(): void {
    let rank = 0;
    for (let place = this.#first; place !== null; place = place.next) {
      rank += RANK_STEP;
      place.rank = rank;
    }
  }
}

/** Whether a place stands after one and before the other, as far as these are known. */
export const isBetween = (place: Place, previous: Place | null, next: Place | null): boolean =>
  (previous === null || previous.rank < place.rank) && (next === null || place.rank < next.rank);

/** What a row right before this one follows. Rows that have just left the page are no longer between them. */
export function beforeOf(next: Place): Place | null {
  let before = next.previous;
  while (before?.leaving) before = before.previous;
  return before;
}
