// Sees when a pane no longer shows what it showed: rows used again for other messages, a list built anew, another conversation.
// Says so; what follows from it is decided elsewhere.
import { hasWords, sampleOf } from './discover/rows';
import type { PaneView } from './helpdesks/engine';
import { holds } from './page';
import type { RowPlaces } from './row-places';
import type { Place, Reading, Transcript } from './transcript';

/** Fewer rows than this that change their words at once may have been edited. */
const MIN_REWRITTEN = 3;

/** Whether any of these rows says something that a transcript knows. Looks at a sample of a long list. */
export function showsSomeOf(view: PaneView, rows: readonly Element[], transcript: Transcript): boolean {
  return sampleOf(rows).some((row) => {
    const read = view.read(row);
    return read?.speaker != null && transcript.knows({ key: read.key, speaker: read.speaker, text: read.words });
  });
}

/** Same element, another key and other words: a virtual list uses its rows again. */
export const isRecycled = (place: Place, reading: Reading): boolean =>
  place.key !== null && reading.key !== null && place.key !== reading.key && place.utterance.text !== reading.text;

/** Without keys: rows that say something else now, where most do. They were not all edited; their elements are used again. */
export function rewrittenRows(view: PaneView, places: RowPlaces, rows: readonly Element[]): Element[] {
  const rewritten = rows.filter((row) => {
    const place = places.of(row);
    if (!place || place.key !== null) return false;
    const words = view.wordsOf(row);
    const before = place.utterance.text;
    return words !== '' && words !== before && !words.startsWith(before) && !before.startsWith(words);
  });
  return rewritten.length >= MIN_REWRITTEN && rewritten.length >= places.size / 2 ? rewritten : [];
}

/**
 * Whether the pane is built otherwise than when its rows were found. Looked into only where content came outside the list of rows,
 * or elements into a row: nothing else can do that.
 */
export function hasOutgrown(view: PaneView, places: RowPlaces, added: Iterable<Element>): boolean {
  const { container, rowOf } = view.rows;
  if (!holds(view.pane, container)) return true;
  const isOdd = (node: Element): boolean => {
    if (!holds(view.pane, node) || !hasWords(node)) return false;
    const row = rowOf(node);
    return row === null ? !holds(container, node) : row !== node && places.of(row) !== null;
  };
  return [...added].some(isOdd) && view.isOutgrown();
}
