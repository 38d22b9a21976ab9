// What a row says about its speaker in its markup: class names and attribute values of the row, the groups around it and the
// elements in it, nearest first. Marks that every row carries say nothing about who speaks.
import { normalise } from '../extract';
import { memo } from '../memo';
import { parentOf } from '../page';
import { type Kind, kindIn, type Side, sideIn, type Verdict } from './tokens';

/** One mark: `.incoming`, `data-side=in`. */
export type Mark = string;

const MAX_ELEMENTS = 40;
const MAX_DEPTH = 4;
const NO_MARK_NAME = /(?:^|-)(?:id|uuid|key|mid|index|time|timestamp|date|ts|src|href|url|state|count)$/;
/** Quoted and marked-up text is what somebody wrote, not who wrote it. */
const QUOTED = new Set('BLOCKQUOTE PRE CODE A SVG'.split(' '));

/** Marks in layers: first the row with the groups around it, then its elements level by level. */
export function marksOf(row: Element, container: Element): Mark[][] {
  const layers: Mark[][] = [];
  const nearest: Mark[] = [];
  for (let at: Element | null = row; at !== null && at !== container; at = parentOf(at)) nearest.push(...marksOn(at));
  layers.push(nearest);
  let level: Element[] = [row];
  for (let depth = 0, seen = 0; depth < MAX_DEPTH && seen < MAX_ELEMENTS; depth++) {
    level = level.flatMap((element) => [...element.children].filter((child) => !QUOTED.has(child.tagName.toUpperCase())));
    level.length = Math.min(level.length, MAX_ELEMENTS - seen);
    if (level.length === 0) break;
    seen += level.length;
    layers.push(level.flatMap(marksOn));
  }
  return layers;
}

function marksOn(element: Element): Mark[] {
  const marks: Mark[] = [...element.classList].map((name) => `.${name}`);
  for (const name of element.getAttributeNames()) {
    if (name !== 'type' && name !== 'role' && !name.startsWith('data-')) continue;
    if (NO_MARK_NAME.test(name)) continue;
    const value = element.getAttribute(name) ?? '';
    if (value.length <= 60) marks.push(`${name}=${value}`);
  }
  return marks;
}

/** Which marks are on every row; rows of one kind only have all marks in common. */
export function commonMarks(rows: readonly (readonly (readonly Mark[])[])[]): Set<Mark> {
  const [first, ...others] = rows.map((layers) => new Set(layers.flat()));
  return new Set([...(first ?? [])].filter((mark) => others.every((marks) => marks.has(mark))));
}

/** Who a mark says is speaking. */
const sideOfMark = memo((mark): Verdict<Side> | null => (mark.startsWith('.') ? sideIn(mark.slice(1)) : sideOfAttribute(mark)));

function sideOfAttribute(mark: Mark): Verdict<Side> | null {
  const at = mark.indexOf('=');
  const [name, value] = [mark.slice(0, at), mark.slice(at + 1)];
  if (value === 'true' || value === '') return sideIn(name.replace(/^data-/, ''));
  if (value !== 'false') return sideIn(normalise(value));
  const denied = sideIn(name.replace(/^data-/, ''));
  if (denied === null || denied.kind === 'bot') return null;
  // "Not me" may be a colleague: weak.
  return { kind: denied.kind === 'agent' ? 'customer' : 'agent', rank: 1 };
}

/** The side that the marks of at least this rank agree on, nearest layer first; null where a layer contradicts itself. */
export function sideOfMarks(layers: readonly (readonly Mark[])[], common: ReadonlySet<Mark>, minRank: number): Side | null {
  for (const layer of layers) {
    let best: Verdict<Side> | null = null;
    let torn = false;
    for (const mark of layer) {
      const verdict = common.has(mark) ? null : sideOfMark(mark);
      if (verdict === null || verdict.rank < minRank) continue;
      if (best === null || verdict.rank > best.rank) [best, torn] = [verdict, false];
      else if (verdict.rank === best.rank && verdict.kind !== best.kind) torn = true;
    }
    if (best !== null) return torn ? null : best.kind;
  }
  return null;
}

/** What a row is when it is no utterance: private note, system line, typing preview. Looks at the row and what it wraps straight away. */
export function kindOfRow(row: Element, container: Element, common: ReadonlySet<Mark>): Exclude<Kind, Side> | null {
  let weak: Exclude<Kind, Side> | null = null;
  const look = (element: Element): Exclude<Kind, Side> | null => {
    for (const mark of marksOn(element)) {
      if (common.has(mark)) continue;
      const verdict = kindIn(mark.startsWith('.') ? mark.slice(1) : mark.slice(mark.indexOf('=') + 1));
      if (verdict === null) continue;
      if (verdict.rank === 3) return verdict.kind as Exclude<Kind, Side>;
      weak ??= verdict.kind as Exclude<Kind, Side>;
    }
    return null;
  };
  for (let at: Element | null = row; at !== null && at !== container; at = parentOf(at)) {
    const kind = look(at);
    if (kind) return kind;
  }
  let inner: Element | null = row.childElementCount === 1 ? row.firstElementChild : null;
  for (let depth = 0; inner !== null && depth < 3; depth++) {
    const kind = look(inner);
    if (kind) return kind;
    inner = inner.childElementCount === 1 ? inner.firstElementChild : null;
  }
  return weak;
}
