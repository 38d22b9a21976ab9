// One word pattern as a program: a row of nodes, followed through a sentence by a set of positions (no backtracking), so that its
// cost is at most its length times the sentence.
import type { Element } from '../packs/pattern';
import { isNumber, isOrdinal, isTime } from './counting-words';
import { normalWords, type Sentence, type Text, type Word } from './language';

/**
 * One of these must stand here: a word, a beginning of a word, a kind of word, or several words in a row. Beginnings, and rows that
 * begin with one, are under their first letters; other rows under their first word: lists are long, and a word fits few of them.
 */
export type OneOf = {
  readonly kind: 'one';
  readonly words: ReadonlySet<string>;
  readonly prefixes: ReadonlyMap<string, readonly string[]>;
  readonly is: ((word: Word) => boolean) | null;
  readonly rows: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly prefixRows: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Words in the shortest and the longest way to stand here. */
  readonly lengths: readonly [shortest: number, longest: number];
  readonly optional: boolean;
};

/** So many letters of a beginning it is filed under; no accepted pattern has a shorter one. */
export const PREFIX_LETTERS = 3;
export type Node =
  | OneOf
  | { readonly kind: 'gap'; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end'; readonly asking: boolean };

/** The word after the longest match that starts at `first`, or -1. Positions are kept as a set; each node moves the whole set. */
export function run(nodes: readonly Node[], text: Text, sentence: Sentence, first: number): number {
  if (nodes.length === 0) return -1;
  // Nearly all attempts fail within their first words, where there is but one position: no set is made for it.
  let at = first;
  let step = 0;
  for (; step < nodes.length; step++) {
    const node = nodes[step] as Node;
    if (node.kind === 'one' && !node.optional && node.lengths[1] === 1) {
      if (at >= sentence.last || !matches(node, text.words[at] as Word)) return -1;
      at++;
    } else if (node.kind === 'start') {
      if (at !== sentence.first) return -1;
    } else break;
  }
  let positions: readonly number[] = [at];
  for (; step < nodes.length; step++) {
    const node = nodes[step] as Node;
    const next = node.kind === 'gap' ? afterGap(node, positions, sentence.last) : afterNode(node, positions, text, sentence);
    if (next.length === 0) return -1;
    positions = next;
  }
  return positions[positions.length - 1] as number;
}

function matches({ words, prefixes, is }: OneOf, word: Word): boolean {
  if (words.has(word.norm) || is?.(word)) return true;
  if (prefixes.size === 0) return false;
  const likely = prefixes.get(word.norm.slice(0, PREFIX_LETTERS));
  return likely?.some((prefix) => word.norm.startsWith(prefix)) ?? false;
}

/** Where a gap leads from `positions`, which rise: each place once, however far their reaches overlap. */
function afterGap({ min, max }: { min: number; max: number }, positions: readonly number[], last: number): number[] {
  const next: number[] = [];
  let reached = -1;
  for (const at of positions) {
    for (let to = Math.max(at + min, reached + 1); to <= at + max && to <= last; to++) {
      next.push(to);
      reached = to;
    }
  }
  return next;
}

/** Where any other node leads from `positions`: rising, each place once. */
function afterNode(node: Exclude<Node, { kind: 'gap' }>, positions: readonly number[], text: Text, sentence: Sentence): number[] {
  const next: number[] = [];
  for (const at of positions) {
    if (node.kind === 'start') {
      if (at === sentence.first) next.push(at);
    } else if (node.kind === 'end') {
      if (at === sentence.last && (!node.asking || sentence.asks)) next.push(at);
    } else addMatches(node, at, text, sentence.last, next);
  }
  return next.length < 2 ? next : next.sort((a, b) => a - b).filter((position, at) => position !== next[at - 1]);
}

/** Adds to `next` where the words that stand at `at` lead. */
function addMatches(node: OneOf, at: number, text: Text, last: number, next: number[]): void {
  if (node.optional) next.push(at);
  if (at >= last) return;
  if (matches(node, text.words[at] as Word)) next.push(at + 1);
  if (node.lengths[1] === 1) return;
  const { norm } = text.words[at] as Word;
  const take = (rows: readonly (readonly string[])[] | undefined) => {
    for (const row of rows ?? []) if (at + row.length <= last && standsAt(row, at, text)) next.push(at + row.length);
  };
  take(node.rows.get(norm));
  if (node.prefixRows.size > 0) take(node.prefixRows.get(norm.slice(0, PREFIX_LETTERS)));
}

const standsAt = (row: readonly string[], at: number, text: Text): boolean => {
  for (let offset = 0; offset < row.length; offset++)
    if (!fits(row[offset] as string, text.words[at + offset] as Word)) return false;
  return true;
};

const fits = (source: string, word: Word): boolean =>
  word.norm === source || (source.endsWith('*') && word.norm.startsWith(source.slice(0, -1)));

export function nodeOf(element: Element, listOf: (id: string) => OneOf): Node {
  switch (element.kind) {
    case 'gap':
    case 'start':
    case 'end':
      return element;
    case 'class':
      return { ...NOTHING, is: CLASSES[element.of], optional: element.optional };
    case 'list':
      return element.optional ? { ...listOf(element.list), optional: true } : listOf(element.list);
    default:
      return oneOf(element.any, element.optional);
  }
}

/** The normal forms of a word of a pattern; a beginning (`abc*`) stays one. */
export const formsOf = (word: string): readonly string[] =>
  word.endsWith('*') ? [`${word.slice(0, -1).toLowerCase()}*`] : normalWords(word);

const NOTHING: OneOf = {
  kind: 'one',
  words: new Set(),
  prefixes: new Map(),
  is: null,
  rows: new Map(),
  prefixRows: new Map(),
  lengths: [1, 1],
  optional: false,
};

/** Makes a node of wordings. A pack has tens of thousands of elements, nearly all of plain words: what is not needed is not made. */
export function oneOf(wordings: readonly (readonly string[])[], optional: boolean): OneOf {
  const words = new Set<string>();
  const [prefixes, rows, prefixRows] = [[], [], []] as [
    [string, string][],
    [string, readonly string[]][],
    [string, readonly string[]][],
  ];
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 1];
  for (const wording of wordings) {
    const row = wording.length === 1 ? formsOf(wording[0] as string) : wording.flatMap(formsOf);
    const [first] = row;
    if (first === undefined) continue;
    shortest = Math.min(shortest, row.length);
    longest = Math.max(longest, row.length);
    const isPrefix = first.endsWith('*');
    const key = isPrefix ? first.slice(0, PREFIX_LETTERS) : first;
    if (row.length > 1) (isPrefix ? prefixRows : rows).push([key, row]);
    else if (isPrefix) prefixes.push([key, first.slice(0, -1)]);
    else words.add(first);
  }
  return {
    ...NOTHING,
    words,
    prefixes: filed(prefixes, NOTHING.prefixes),
    rows: filed(rows, NOTHING.rows),
    prefixRows: filed(prefixRows, NOTHING.prefixRows),
    lengths: [Math.min(shortest, longest), longest],
    optional,
  };
}

/** The items under their keys; `none` where there are none. */
function filed<T>(
  items: readonly (readonly [string, T])[],
  none: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, readonly T[]> {
  if (items.length === 0) return none;
  const under = new Map<string, T[]>();
  for (const [key, item] of items) {
    const known = under.get(key);
    if (known === undefined) under.set(key, [item]);
    else known.push(item);
  }
  return under;
}

const CLASSES = {
  number: (word: Word) => isNumber(word.norm),
  ordinal: (word: Word) => isOrdinal(word.norm),
  time: (word: Word) => isTime(word.norm),
  money: (word: Word) => /^([£$€₹¥][\d.,]+k?|[\d.,]+([£$€₹¥]|gbp|usd|eur|inr|aud|cad|quid|bucks?))$/.test(word.norm),
  capital: (word: Word) => word.capital,
} as const;
