// The utterances of one conversation in spoken order, and their ids. Knows nothing of the page: a row that comes and goes there
// (another conversation in front, a virtual list) keeps its utterance here. A linked list, so that a change costs the same at any length.
import type { Utterance } from '../protocol/utterance';
import { align } from './align';
import { fingerprint } from './fingerprint';
import { beforeOf, isBetween, type Place, PlaceOrder } from './place-order';

export type { Place } from './place-order';

/** What was read of one utterance. `key`: the page's own, where there is one. */
export type Reading = Omit<Utterance, 'id' | 'name'> & { readonly name: string | null; readonly key: string | null };

/** Enough of a row to know it again. */
export type Seen = Pick<Reading, 'key' | 'text'> & { readonly speaker: Reading['speaker'] | null };

export class Transcript {
  readonly #order = new PlaceOrder();
  readonly #byId = new Map<string, Place>();
  readonly #byKey = new Map<string, Place>();
  readonly #byPrint = new Map<string, Place[]>();
  readonly #changed: (id: string) => void;
  readonly #removed: (id: string) => void;

  /** `changed`: new, changed or moved; ask `get` for what it is now. `removed`: gone for good. */
  constructor(told: { changed: (id: string) => void; removed: (id: string) => void }) {
    this.#changed = told.changed;
    this.#removed = told.removed;
  }

  get size(): number {
    return this.#byId.size;
  }
  get last(): Place | null {
    return this.#order.last;
  }

  /** An utterance and the id of the one it follows; null where there is none by this id. */
  get(id: string): { utterance: Utterance; after: string | null } | null {
    const place = this.#byId.get(id);
    return place ? { utterance: place.utterance, after: place.previous?.id ?? null } : null;
  }

  /** All ids in spoken order. */
  ids(): string[] {
    const ids: string[] = [];
    for (let place = this.#order.first; place !== null; place = place.next) ids.push(place.id);
    return ids;
  }

  /** Whether an utterance like this is known, shown or not. With a key, equal words count only while theirs are on the way out. */
  knows(reading: Pick<Reading, 'key' | 'speaker' | 'text'>): boolean {
    const alike = this.#byPrint.get(printOf(reading)) ?? [];
    if (reading.key === null) return alike.length > 0;
    return this.#byKey.has(reading.key) || alike.some((place) => place.leaving);
  }

  /**
   * Which hidden places these rows show again. In: rows that came together, in spoken order, null for one that says nothing.
   * Out: a place for each, null for what is new.
   */
  match(rows: readonly (Seen | null)[]): (Place | null)[] {
    const hidden: Place[] = [];
    for (let place = this.#order.first; place !== null; place = place.next) if (!place.shown) hidden.push(place);
    const unkeyed = rows.map((row) => (row !== null && row.key === null ? row.text : ''));
    const partners = align(
      unkeyed,
      hidden.map(({ utterance }) => utterance.text),
    );
    return rows.map((row, index) => {
      if (row === null) return null;
      if (row.key !== null) return this.#hiddenByKey(row.key);
      const partner = hidden[partners[index] ?? -1];
      return partner && (row.speaker ?? partner.utterance.speaker) === partner.utterance.speaker ? partner : null;
    });
  }

  /**
   * A row has come onto the page. In: what it says, the places of the rows before and after it there, and the hidden place it was
   * matched with, if any. Out: its place: that of the utterance it shows again, or a new one.
   */
  show(reading: Reading, previous: Place | null, next: Place | null, matched: Place | null = null): Place {
    const fits = matched !== null && !matched.shown && (reading.key !== null || isBetween(matched, previous, next));
    const known = fits ? matched : this.#hiddenLike(reading, previous, next);
    const place = known ?? this.#insert(reading, previous, next);
    place.shown = true;
    place.leaving = false;
    if (known) {
      this.update(known, reading);
      this.settle(known, previous, next);
    }
    return place;
  }

  /** The row of this place says something else now. The first time that was seen stays. */
  update(place: Place, reading: Reading): void {
    if (reading.key !== null && reading.key !== place.key) {
      place.key = reading.key;
      this.#byKey.set(reading.key, place);
    }
    const before = place.utterance;
    const after = utteranceOf(place.id, { ...reading, at: before.at });
    const same = before.text === after.text && before.speaker === after.speaker;
    if (same && before.final === after.final && before.name === after.name) return;
    place.utterance = after;
    if (!same) this.#print(place);
    this.#changed(place.id);
  }

  /** The row stands between these two now: it moves there unless that is its order already. */
  settle(place: Place, previous: Place | null, next: Place | null): void {
    if (isBetween(place, previous, next)) return;
    this.#order.remove(place);
    this.#order.insert(place, next === null ? previous : beforeOf(next));
    this.#changed(place.id);
  }

  /** Its row left the page. `leaving`: whether the utterance is gone is still to be decided. */
  hide(place: Place, leaving: boolean): void {
    place.shown = false;
    place.leaving = leaving;
  }

  /** The utterance was deleted. */
  remove(place: Place): void {
    this.#order.remove(place);
    this.#byId.delete(place.id);
    if (place.key !== null && this.#byKey.get(place.key) === place) this.#byKey.delete(place.key);
    for (const print of place.prints) {
      const left = (this.#byPrint.get(print) ?? []).filter((other) => other !== place);
      if (left.length > 0) this.#byPrint.set(print, left);
      else this.#byPrint.delete(print);
    }
    this.#removed(place.id);
  }

  /** A place not shown now that this row can be: by key; else by words, the one that fits between the neighbours first. */
  #hiddenLike(reading: Reading, previous: Place | null, next: Place | null): Place | null {
    if (reading.key !== null && this.#byKey.has(reading.key)) return this.#hiddenByKey(reading.key);
    const alike = (this.#byPrint.get(printOf(reading)) ?? []).filter((place) => !place.shown);
    // With keys, equal words are another utterance; but a row just sent from here gets its key late, by a new row in its place.
    if (reading.key !== null)
      return alike.find((place) => place.leaving && place.previous === previous && place.next === next) ?? null;
    const touches = (place: Place): boolean =>
      (next !== null && place.next === next) || (previous !== null && place.previous === previous);
    const fitting = alike.filter((place) => isBetween(place, previous, next));
    return fitting.find(touches) ?? fitting[0] ?? null;
  }

  #hiddenByKey(key: string): Place | null {
    const place = this.#byKey.get(key);
    return place && !place.shown ? place : null;
  }

  #insert(reading: Reading, previous: Place | null, next: Place | null): Place {
    const place: Place = {
      id: this.#freshId(reading),
      utterance: utteranceOf('', reading),
      previous: null,
      next: null,
      shown: true,
      leaving: false,
      prints: [],
      key: reading.key,
      rank: 0,
    };
    place.utterance = utteranceOf(place.id, reading);
    this.#byId.set(place.id, place);
    if (reading.key !== null) this.#byKey.set(reading.key, place);
    this.#print(place);
    this.#order.insert(place, next === null ? (previous ?? this.#beforeInTime(reading)) : beforeOf(next));
    this.#changed(place.id);
    return place;
  }

  /** Where nothing around a row is known (a window that jumped), its time says where it belongs, among those with a time. */
  #beforeInTime(reading: Reading): Place | null {
    let place = this.#order.last;
    while (place !== null && place.utterance.at > reading.at) place = place.previous;
    return place;
  }

  #freshId(reading: Reading): string {
    const base =
      reading.key !== null && reading.key.length <= 200 ? reading.key : `~${fingerprint(reading.key ?? printOf(reading))}`;
    if (!this.#byId.has(base)) return base;
    let count = (this.#byPrint.get(printOf(reading))?.length ?? 0) + 1;
    while (this.#byId.has(`${base}.${count}`)) count++;
    return `${base}.${count}`;
  }

  #print(place: Place): void {
    const print = printOf(place.utterance);
    if (place.prints.includes(print)) return;
    place.prints.push(print);
    const places = this.#byPrint.get(print);
    if (places) places.push(place);
    else this.#byPrint.set(print, [place]);
  }
}

const printOf = ({ speaker, text }: Pick<Utterance, 'speaker' | 'text'>): string => `${speaker}\n${text}`;

const utteranceOf = (id: string, { speaker, text, at, final, name }: Reading): Utterance => ({
  id,
  speaker,
  text,
  at,
  final,
  ...(name === null ? {} : { name: name.slice(0, 200) }),
});
