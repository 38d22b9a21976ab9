// One word pattern as a program: a row of nodes, followed through a sentence by a set of positions (no backtracking), so that its
// cost is at most its length times the sentence.
import type { Element } from '../packs/pattern';
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
  let positions: number[] = [first];
  for (const node of nodes) {
    const next: number[] = [];
    for (const at of positions) step(node, at, text, sentence, next);
    if (next.length === 0) return -1;
    positions = next;
  }
  return Math.max(...positions);
}

/** Adds to `next` the positions that `node` leads to from `at`. */
function step(node: Node, at: number, text: Text, sentence: Sentence, next: number[]): void {
  const add = (position: number) => {
    if (!next.includes(position)) next.push(position);
  };
  switch (node.kind) {
    case 'start':
      if (at === sentence.first) add(at);
      return;
    case 'end':
      if (at === sentence.last && (!node.asking || sentence.asks)) add(at);
      return;
    case 'gap':
      for (let skip = node.min; skip <= node.max && at + skip <= sentence.last; skip++) add(at + skip);
      return;
    case 'one': {
      if (node.optional) add(at);
      if (at >= sentence.last) return;
      const word = text.words[at] as Word;
      if (node.words.has(word.norm) || node.is?.(word) || node.prefixes.some((prefix) => word.norm.startsWith(prefix)))
        add(at + 1);
      for (const row of node.rows) if (at + row.length <= sentence.last && standsAt(row, at, text)) add(at + row.length);
    }
  }
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

const NUMBER_WORDS = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred several couple few'.split(
    ' ',
  ),
);
const ORDINAL_WORDS = new Set('second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd umpteenth nth'.split(' '));
const TIME_WORDS =
  /^(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|weekends?|fortnights?|months?|mths?|years?|yrs?)$/;

const CLASSES = {
  number: (word: Word) => NUMBER_WORDS.has(word.norm) || /^\d{1,4}$/.test(word.norm),
  ordinal: (word: Word) => ORDINAL_WORDS.has(word.norm) || /^\d{1,2}(st|nd|rd|th)$/.test(word.norm),
  time: (word: Word) => TIME_WORDS.test(word.norm),
  money: (word: Word) => /^([£$€₹¥][\d.,]+k?|[\d.,]+([£$€₹¥]|gbp|usd|eur|inr|aud|cad|quid|bucks?))$/.test(word.norm),
  capital: (word: Word) => word.capital,
} as const;
