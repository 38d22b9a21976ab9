// Many word patterns against one text, in time linear in the text. Each pattern is filed under the rarest of the words it needs;
// only where one of these stands is it tried, at the few places where it could begin.
import { type Element, elementsOf } from '../packs/pattern';
import { commonness } from './common-words';
import type { Sentence, Text, Word } from './language';
import { formsOf, type Node, nodeOf, type OneOf, oneOf, PREFIX_LETTERS, run } from './program';

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

/**
 * One pattern of a rule, filed `before` to `beforeMost` words after its beginning. Its nodes are made when it is first tried.
 * `atStart`: it can begin only where a sentence begins. `tried`: up to which word it has been tried in a search, so that no place is tried twice.
 */
type Program = {
  readonly rule: number;
  readonly source: string;
  readonly before: number;
  readonly beforeMost: number;
  readonly atStart: boolean;
  nodes: readonly Node[] | null;
  tried: { readonly search: number; readonly upTo: number } | null;
};

/** Where programs may stand around: at these words, at words with these first three letters, or anywhere. */
type Index = {
  readonly words: Map<string, Program[]>;
  readonly prefixes: Map<string, Program[]>;
  readonly anywhere: Program[];
  /** Searches made so far. */
  searches: number;
};

type Found = (program: Program, first: number, end: number) => void;

/** Make rules ready to match. `lists` are the pack's word lists by id. */
export function createMatcher(rules: readonly PatternRule[], lists: ReadonlyMap<string, readonly string[]>): Matcher {
  const ids = new Set(lists.keys());
  const known = new Map<string, OneOf>();
  const surveyed = new Map<string, Survey>();
  const wordingsOf = (id: string) => (lists.get(id) ?? []).map((entry) => entry.split(/\s+/));
  const listOf = (id: string): OneOf => remembered(known, id, () => oneOf(wordingsOf(id), false));
  const surveyOf = (id: string): Survey => remembered(surveyed, id, () => survey(wordingsOf(id)));
  const nodes = (program: Program): readonly Node[] => {
    program.nodes ??= [...elementsOf(program.source, ids)].map((element) => nodeOf(element, listOf));
    return program.nodes;
  };
  const indexOf = (patterns: readonly (readonly [rule: number, source: string])[]): Index => {
    const index: Index = { words: new Map(), prefixes: new Map(), anywhere: [], searches: 0 };
    for (const [rule, source] of patterns)
      if (!source.startsWith('@')) fileProgram(index, rule, source, elementsOf(source, ids), surveyOf);
    return index;
  };

  let whole: Index | null = null;
  const exceptions = new Map<number, Index>();
  const isExcepted = (rule: number, text: Text, sentence: Sentence): boolean => {
    const unless = rules[rule]?.unless ?? [];
    if (unless.length === 0) return false;
    const known = exceptions.get(rule) ?? indexOf(unless.map((source) => [rule, source] as const));
    exceptions.set(rule, known);
    let found = false;
    search(known, text, sentence, nodes, () => {
      found = true;
    });
    return found;
  };

  return (text) => {
    // Made at the first text: the worker that wakes for a customer's message needs no rules of the agent's.
    whole ??= indexOf(rules.flatMap((rule, number) => rule.patterns.map((source) => [number, source] as const)));
    const index = whole;
    const result = new Map<string, Hit[]>();
    text.sentences.forEach((sentence, number) => {
      const found = new Map<number, [first: number, end: number][]>();
      search(index, text, sentence, nodes, ({ rule }, first, end) => {
        const hits = found.get(rule);
        if (hits) hits.push([first, end]);
        else found.set(rule, [[first, end]]);
      });
      for (const [rule, hits] of found) {
        const id = rules[rule]?.id;
        if (id === undefined || isExcepted(rule, text, sentence)) continue;
        const kept = result.get(id) ?? [];
        for (const [first, end] of earliest(hits)) {
          const [from, to] = [text.words[first] as Word, text.words[end - 1] as Word];
          kept.push({ start: from.start, end: to.end, firstWord: first, lastWord: end - 1, sentence: number });
        }
        result.set(id, kept);
      }
    });
    return result;
  };
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Of places that overlap, the earliest, and of those the longest. */
function earliest(places: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  if (places.length === 1) return [...places];
  const sorted = [...places].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let reached = -1;
  return sorted.filter(([first, end]) => {
    const free = first >= reached;
    if (free) reached = end;
    return free;
  });
}

/** Tries every program at every place in the sentence where it could begin, judged by its filed word. */
function search(index: Index, text: Text, sentence: Sentence, nodes: (program: Program) => readonly Node[], found: Found): void {
  const number = ++index.searches;
  const attempt = (program: Program, from: number, to: number) => {
    const row = nodes(program);
    for (let first = from; first <= to; first++) {
      const end = run(row, text, sentence, first);
      if (end > first) found(program, first, end);
    }
  };
  const around = (programs: readonly Program[] | undefined, at: number) => {
    if (programs === undefined) return;
    for (const program of programs) {
      const tried = program.tried?.search === number ? program.tried.upTo : -1;
      const from = Math.max(sentence.first, at - program.beforeMost, tried + 1);
      const to = program.atStart ? sentence.first : at - program.before;
      if (to < from || at - program.before < sentence.first) continue;
      if (program.beforeMost > 0) program.tried = { search: number, upTo: to };
      attempt(program, from, to);
    }
  };
  for (let at = sentence.first; at < sentence.last; at++) {
    const { norm } = text.words[at] as Word;
    around(index.words.get(norm), at);
    around(index.prefixes.get(norm.slice(0, PREFIX_LETTERS)), at);
    for (const program of index.anywhere) if (!program.atStart || at === sentence.first) attempt(program, at, at);
  }
}

/** What filing needs to know of an element: the words (or beginnings, `abc*`) it can start with, what they cost, words it takes. */
type Survey = { readonly starts: readonly string[]; readonly cost: number; readonly shortest: number; readonly longest: number };

/** What a word costs that is none of the common ones; and a place so cheap that no better one is looked for. */
const RARE = 0.05;
const CHEAP = 4 * RARE;

function survey(wordings: readonly (readonly string[])[]): Survey {
  const starts: string[] = [];
  let [cost, shortest, longest] = [0, Number.POSITIVE_INFINITY, 0];
  for (const wording of wordings) {
    const row = wording.length === 1 ? formsOf(wording[0] as string) : wording.flatMap(formsOf);
    const [first] = row;
    if (first === undefined) continue;
    starts.push(first);
    cost += first.endsWith('*') ? 2 * RARE : RARE + commonness(first);
    shortest = Math.min(shortest, row.length);
    longest = Math.max(longest, row.length);
  }
  return { starts, cost, shortest: Math.min(shortest, longest), longest };
}

/** Files a program under the words of the element that it costs least to look for, as far as can be told cheaply. */
function fileProgram(
  index: Index,
  rule: number,
  source: string,
  elements: Iterable<Element>,
  surveyOf: (list: string) => Survey,
): void {
  let [before, beforeMost, atStart] = [0, 0, false];
  let best: {
    readonly starts: readonly string[];
    readonly cost: number;
    readonly before: number;
    readonly beforeMost: number;
  } | null = null;
  for (const element of elements) {
    switch (element.kind) {
      case 'start':
        atStart = true;
        break;
      case 'gap':
        before += element.min;
        beforeMost += element.max;
        break;
      case 'class':
        before += element.optional ? 0 : 1;
        beforeMost++;
        break;
      case 'words':
      case 'list': {
        const { starts, cost, shortest, longest } = element.kind === 'list' ? surveyOf(element.list) : survey(element.any);
        const dear = cost * (1 + beforeMost - before);
        if (!element.optional && (best === null || dear < best.cost)) best = { starts, cost: dear, before, beforeMost };
        before += element.optional ? 0 : shortest;
        beforeMost += longest;
      }
    }
    if (best !== null && best.cost <= CHEAP) break;
  }
  const program: Program = {
    rule,
    source,
    before: best?.before ?? 0,
    beforeMost: best?.beforeMost ?? 0,
    atStart,
    nodes: null,
    tried: null,
  };
  if (best === null) index.anywhere.push(program);
  for (const start of best?.starts ?? []) {
    if (start.endsWith('*')) file(index.prefixes, start.slice(0, PREFIX_LETTERS), program);
    else file(index.words, start, program);
  }
}

function file(bucket: Map<string, Program[]>, key: string, program: Program): void {
  const programs = bucket.get(key);
  if (programs === undefined) bucket.set(key, [program]);
  else if (programs.at(-1) !== program) programs.push(program);
}
