// Many word patterns against one text, in time linear in the text: an index by first word finds the few patterns that can
// start at a word, and each is followed by a set of positions (no backtracking).
import { type Element, parsePattern, parseStart } from '../packs/pattern';
import { normalWords, type Sentence, type Text, type Word } from './language';

/** Where a rule's words stand: UTF-16 offsets in the original, and the words and sentence they belong to. */
export type Hit = {
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly sentence: number;
};

/** Patterns as the pack writes them, accepted by `parsePattern`. Those that are shapes are not the matcher's. */
type PatternRule = { readonly id: string; readonly patterns: readonly string[]; readonly unless?: readonly string[] | undefined };

/** Rule id → its hits, at least one each, in order and not overlapping. */
export type Matcher = (text: Text) => ReadonlyMap<string, readonly Hit[]>;

/** One of these must stand here: a word, a beginning of a word, a kind of word, or several words in a row. */
type OneOf = {
  readonly kind: 'one';
  readonly words: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  readonly is: ((word: Word) => boolean) | null;
  readonly rows: readonly (readonly string[])[];
  readonly optional: boolean;
};
type Node =
  | OneOf
  | { readonly kind: 'gap'; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end'; readonly asking: boolean };

/** One pattern of a rule. Its nodes are made when the first word comes that it can start with. */
type Program = { readonly rule: number; readonly source: string; nodes: readonly Node[] | null };

/** Where programs can start: at these words, at words with these first three letters, or anywhere. */
type Index = { readonly words: Map<string, Program[]>; readonly prefixes: Map<string, Program[]>; readonly anywhere: Program[] };

const PREFIX_LETTERS = 3;

/** Make rules ready to match. `lists` are the pack's word lists by id. */
export function createMatcher(rules: readonly PatternRule[], lists: ReadonlyMap<string, readonly string[]>): Matcher {
  const index: Index = { words: new Map(), prefixes: new Map(), anywhere: [] };
  const ids = new Set(lists.keys());
  const known = new Map<string, OneOf>();
  const listOf = (id: string): OneOf => {
    const one =
      known.get(id) ??
      oneOf(
        (lists.get(id) ?? []).map((entry) => entry.split(/\s+/)),
        false,
      );
    known.set(id, one);
    return one;
  };
  const nodesOf = (program: Program): readonly Node[] => {
    if (program.nodes === null) {
      const parsed = parsePattern(program.source, ids);
      program.nodes =
        parsed.ok && parsed.pattern.kind === 'words' ? parsed.pattern.elements.map((element) => nodeOf(element, listOf)) : [];
    }
    return program.nodes;
  };
  const exceptions = rules.map((rule, number) =>
    (rule.unless ?? []).map((source): Program => ({ rule: number, source, nodes: null })),
  );
  rules.forEach((rule, number) => {
    for (const source of rule.patterns) {
      if (source.startsWith('@')) continue;
      addProgram(
        index,
        { rule: number, source, nodes: null },
        parseStart(source, ids).map((element) => nodeOf(element, listOf)),
      );
    }
  });

  return (text) => {
    const found = new Map<number, Hit[]>();
    text.sentences.forEach((sentence, at) => {
      for (let first = sentence.first; first < sentence.last; first++) {
        const word = text.words[first] as Word;
        const start = (program: Program) => {
          const hits = found.get(program.rule);
          const last = hits?.at(-1);
          if (last && last.lastWord >= first) return;
          const end = run(nodesOf(program), text, sentence, first);
          if (end <= first) return;
          const hit: Hit = {
            start: word.start,
            end: text.words[end - 1]?.end ?? word.end,
            firstWord: first,
            lastWord: end - 1,
            sentence: at,
          };
          if (hits) hits.push(hit);
          else found.set(program.rule, [hit]);
        };
        index.words.get(word.norm)?.forEach(start);
        index.prefixes.get(word.norm.slice(0, PREFIX_LETTERS))?.forEach(start);
        index.anywhere.forEach(start);
      }
    });
    const result = new Map<string, readonly Hit[]>();
    for (const [number, hits] of found) {
      const id = rules[number]?.id;
      const unless = (exceptions[number] ?? []).map(nodesOf);
      const kept = unless.length > 0 ? hits.filter((hit) => !holds(unless, text, text.sentences[hit.sentence])) : hits;
      if (id !== undefined && kept.length > 0) result.set(id, kept);
    }
    return result;
  };
}

function holds(programs: readonly (readonly Node[])[], text: Text, sentence: Sentence | undefined): boolean {
  if (!sentence) return false;
  for (let first = sentence.first; first < sentence.last; first++) {
    for (const nodes of programs) if (run(nodes, text, sentence, first) > first) return true;
  }
  return false;
}

/** The word after the longest match that starts at `first`, or -1. Positions are kept as a set; each node moves the whole set. */
function run(nodes: readonly Node[], text: Text, sentence: Sentence, first: number): number {
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

const standsAt = (row: readonly string[], at: number, text: Text): boolean =>
  row.every((source, offset) => fits(source, text.words[at + offset] as Word));

const fits = (source: string, word: Word): boolean =>
  source.endsWith('*') ? word.norm.startsWith(source.slice(0, -1)) : word.norm === source;

/** Files a program under every word it can start with. */
function addProgram(index: Index, program: Program, start: readonly Node[]): void {
  for (const node of start) {
    if (node.kind === 'start') continue;
    if (node.kind !== 'one' || node.is !== null) {
      index.anywhere.push(program);
      return;
    }
    const words = [...node.words, ...node.prefixes.map((prefix) => `${prefix}*`), ...node.rows.flatMap((row) => row[0] ?? [])];
    for (const word of words) file(index, word, program);
  }
}

function file(index: Index, start: string, program: Program): void {
  const isPrefix = start.endsWith('*');
  const bucket = isPrefix ? index.prefixes : index.words;
  const key = isPrefix ? start.slice(0, PREFIX_LETTERS) : start;
  const programs = bucket.get(key);
  if (programs === undefined) bucket.set(key, [program]);
  else if (programs.at(-1) !== program) programs.push(program);
}

function nodeOf(element: Element, listOf: (id: string) => OneOf): Node {
  switch (element.kind) {
    case 'gap':
    case 'start':
    case 'end':
      return element;
    case 'class':
      return { kind: 'one', words: new Set(), prefixes: [], is: CLASSES[element.of], rows: [], optional: element.optional };
    case 'list':
      return { ...listOf(element.list), optional: element.optional };
    default:
      return oneOf(element.any, element.optional);
  }
}

const formsOf = (word: string): readonly string[] =>
  word.endsWith('*') ? [`${word.slice(0, -1).toLowerCase()}*`] : normalWords(word);

function oneOf(wordings: readonly (readonly string[])[], optional: boolean): OneOf {
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
