// Many word patterns against one text, in time linear in the text: an index by first word finds the few patterns that can
// start at a word, and each is followed by a set of positions (no backtracking).
import type { Element, Pattern } from '../packs/pattern';
import { normalWords, type Sentence, type Text, type Word } from './language';

/** Where a rule's words stand: UTF-16 offsets in the original, and the words and sentence they belong to. */
export type Hit = {
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly sentence: number;
};

export type PatternRule = {
  readonly id: string;
  readonly patterns: readonly Pattern[];
  readonly unless: readonly Pattern[];
};

/** Rule id → its hits, at least one each, in order and not overlapping. */
export type Matcher = (text: Text) => ReadonlyMap<string, readonly Hit[]>;

type Test = (word: Word) => boolean;
type Node =
  | { readonly kind: 'one'; readonly choices: readonly (readonly Test[])[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end'; readonly asking: boolean };

type Program = { readonly rule: number; readonly nodes: readonly Node[] };

/** Where programs can start: at these words, at words with these first three letters, or anywhere. */
type Index = { readonly words: Map<string, Program[]>; readonly prefixes: Map<string, Program[]>; readonly anywhere: Program[] };

const PREFIX_LETTERS = 3;

/** Make rules ready to match. `lists` are the pack's word lists by id. Patterns that are shapes are not the matcher's. */
export function createMatcher(rules: readonly PatternRule[], lists: ReadonlyMap<string, readonly string[]>): Matcher {
  const index: Index = { words: new Map(), prefixes: new Map(), anywhere: [] };
  const exceptions = new Map<number, Program[]>();
  rules.forEach((rule, number) => {
    for (const pattern of rule.patterns) if (pattern.kind === 'words') addProgram(index, number, pattern.elements, lists);
    const unless = rule.unless.flatMap((pattern) =>
      pattern.kind === 'words' ? [{ rule: number, nodes: nodesOf(pattern.elements, lists) }] : [],
    );
    if (unless.length > 0) exceptions.set(number, unless);
  });

  return (text) => {
    const found = new Map<number, Hit[]>();
    text.sentences.forEach((sentence, at) => {
      for (let first = sentence.first; first < sentence.last; first++) {
        const word = text.words[first];
        if (!word) break;
        for (const program of candidates(index, word)) {
          const hits = found.get(program.rule);
          const last = hits?.at(-1);
          if (last && last.lastWord >= first) continue;
          const end = run(program.nodes, text, sentence, first);
          if (end <= first) continue;
          const hit: Hit = {
            start: word.start,
            end: text.words[end - 1]?.end ?? word.end,
            firstWord: first,
            lastWord: end - 1,
            sentence: at,
          };
          if (hits) hits.push(hit);
          else found.set(program.rule, [hit]);
        }
      }
    });
    const result = new Map<string, readonly Hit[]>();
    for (const [number, hits] of found) {
      const id = rules[number]?.id;
      const unless = exceptions.get(number);
      const kept = unless ? hits.filter((hit) => !holds(unless, text, text.sentences[hit.sentence])) : hits;
      if (id !== undefined && kept.length > 0) result.set(id, kept);
    }
    return result;
  };
}

function holds(programs: readonly Program[], text: Text, sentence: Sentence | undefined): boolean {
  if (!sentence) return false;
  for (let first = sentence.first; first < sentence.last; first++) {
    for (const program of programs) if (run(program.nodes, text, sentence, first) > first) return true;
  }
  return false;
}

function* candidates(index: Index, word: Word): Generator<Program> {
  yield* index.words.get(word.norm) ?? [];
  yield* index.prefixes.get(word.norm.slice(0, PREFIX_LETTERS)) ?? [];
  yield* index.anywhere;
}

/** The word after the longest match that starts at `first`, or -1. Positions are kept as a sorted set; each node moves the whole set. */
function run(nodes: readonly Node[], text: Text, sentence: Sentence, first: number): number {
  let positions: number[] = [first];
  for (const node of nodes) {
    const next = new Set<number>();
    for (const at of positions) step(node, at, text, sentence, next);
    if (next.size === 0) return -1;
    positions = [...next];
  }
  return Math.max(...positions);
}

function step(node: Node, at: number, text: Text, sentence: Sentence, next: Set<number>): void {
  switch (node.kind) {
    case 'start':
      if (at === sentence.first) next.add(at);
      return;
    case 'end':
      if (at === sentence.last && (!node.asking || sentence.asks)) next.add(at);
      return;
    case 'gap':
      for (let skip = node.min; skip <= node.max && at + skip <= sentence.last; skip++) next.add(at + skip);
      return;
    case 'one':
      if (node.optional) next.add(at);
      for (const tests of node.choices) {
        if (at + tests.length > sentence.last) continue;
        if (tests.every((test, offset) => test(text.words[at + offset] as Word))) next.add(at + tests.length);
      }
  }
}

function addProgram(
  index: Index,
  rule: number,
  elements: readonly Element[],
  lists: ReadonlyMap<string, readonly string[]>,
): void {
  const program = { rule, nodes: nodesOf(elements, lists) };
  const starts = new Set<string>();
  for (const element of elements) {
    if (element.kind === 'start') continue;
    if (element.kind !== 'words' && element.kind !== 'list') {
      index.anywhere.push(program);
      return;
    }
    for (const wording of wordingsOf(element, lists)) if (wording[0] !== undefined) starts.add(wording[0]);
    if (!element.optional) break;
  }
  for (const start of starts) {
    const isPrefix = start.endsWith('*');
    const key = isPrefix ? start.slice(0, PREFIX_LETTERS) : start;
    const bucket = isPrefix ? index.prefixes : index.words;
    const programs = bucket.get(key) ?? [];
    if (!programs.includes(program)) bucket.set(key, [...programs, program]);
  }
}

function wordingsOf(element: Element & { kind: 'words' | 'list' }, lists: ReadonlyMap<string, readonly string[]>): string[][] {
  const sources = element.kind === 'list' ? (lists.get(element.list) ?? []).map((entry) => entry.split(/\s+/)) : element.any;
  return sources
    .map((words) => words.flatMap((word) => (word.endsWith('*') ? [`${word.slice(0, -1).toLowerCase()}*`] : normalWords(word))))
    .filter((words) => words.length > 0);
}

function nodesOf(elements: readonly Element[], lists: ReadonlyMap<string, readonly string[]>): Node[] {
  return elements.map((element): Node => {
    switch (element.kind) {
      case 'gap':
      case 'start':
      case 'end':
        return element;
      case 'class':
        return { kind: 'one', choices: [[CLASSES[element.of]]], optional: element.optional };
      default:
        return {
          kind: 'one',
          choices: wordingsOf(element, lists).map((words) => words.map(wordTest)),
          optional: element.optional,
        };
    }
  });
}

function wordTest(source: string): Test {
  if (!source.endsWith('*')) return (word) => word.norm === source;
  const prefix = source.slice(0, -1);
  return (word) => word.norm.startsWith(prefix);
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
} as const satisfies Record<string, Test>;
