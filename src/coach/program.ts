// One word pattern as a program: a row of nodes, followed through a sentence by a set of positions (no backtracking), so that its
// cost is at most its length times the sentence.
import type { Element } from '../packs/pattern';
import { isNumber, isOrdinal, isTime } from './counting-words';
import { normalWords, type Sentence, type Text, type Word } from './language';

/** One of these must stand here: a word, a beginning of a word, a kind of word, or several words in a row. */
export type OneOf = {
  readonly kind: 'one';
  readonly words: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  readonly is: ((word: Word) => boolean) | null;
  readonly rows: readonly (readonly string[])[];
  readonly optional: boolean;
};
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
    if (node.kind === 'one' && !node.optional && node.rows.length === 0) {
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
  for (const prefix of prefixes) if (word.norm.startsWith(prefix)) return true;
  return false;
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
  for (const row of node.rows) if (at + row.length <= last && standsAt(row, at, text)) next.push(at + row.length);
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
      return { kind: 'one', words: new Set(), prefixes: [], is: CLASSES[element.of], rows: [], optional: element.optional };
    case 'list':
      return element.optional ? { ...listOf(element.list), optional: true } : listOf(element.list);
    default:
      return oneOf(element.any, element.optional);
  }
}

const formsOf = (word: string): readonly string[] =>
  word.endsWith('*') ? [`${word.slice(0, -1).toLowerCase()}*`] : normalWords(word);

export function oneOf(wordings: readonly (readonly string[])[], optional: boolean): OneOf {
  const words = new Set<string>();
  const prefixes: string[] = [];
  const rows: (readonly string[])[] = [];
  for (const wording of wordings) {
    const row = wording.length === 1 ? formsOf(wording[0] as string) : wording.flatMap(formsOf);
    const [first] = row;
    if (first === undefined) continue;
    if (row.length > 1) rows.push(row);
    else if (first.endsWith('*')) prefixes.push(first.slice(0, -1));
    else words.add(first);
  }
  return { kind: 'one', words, prefixes, is: null, rows, optional };
}

const CLASSES = {
  number: (word: Word) => isNumber(word.norm),
  ordinal: (word: Word) => isOrdinal(word.norm),
  time: (word: Word) => isTime(word.norm),
  money: (word: Word) => /^([£$€₹¥][\d.,]+k?|[\d.,]+([£$€₹¥]|gbp|usd|eur|inr|aud|cad|quid|bucks?))$/.test(word.norm),
  capital: (word: Word) => word.capital,
} as const;
