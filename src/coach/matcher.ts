// Many word patterns against one text, in time linear in the text. Each pattern is filed under the rarest of the words it needs;
// only where one of these stands is it tried, at the few places where it could begin.
import { type Element, elementsOf } from '../packs/pattern';
import { commonness } from './common-words';
import type { Sentence, Text, Word } from './language';
import { type Node, nodeOf, type OneOf, oneOf, PREFIX_LETTERS, run } from './program';

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
  const nodes = (program: Program): readonly Node[] => {
    program.nodes ??= [...elementsOf(program.source, ids)].map((element) => nodeOf(element, listOf));
    return program.nodes;
  };
  const indexOf = (patterns: readonly (readonly [rule: number, source: string])[]): Index => {
    const index: Index = { words: new Map(), prefixes: new Map(), anywhere: [], searches: 0 };
    for (const [rule, source] of patterns)
      if (!source.startsWith('@')) fileProgram(index, rule, source, elementsOf(source, ids), listOf);
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

/** Files a program under the words of the element that stands in the fewest texts, as far as can be told cheaply. */
function fileProgram(
  index: Index,
  rule: number,
  source: string,
  elements: Iterable<Element>,
  listOf: (id: string) => OneOf,
): void {
  let [before, beforeMost, atStart] = [0, 0, false];
  let best: { readonly node: OneOf; readonly cost: number; readonly before: number; readonly beforeMost: number } | null = null;
  for (const element of elements) {
    const node = nodeOf(element, listOf);
    if (node.kind === 'start') atStart = true;
    if (node.kind === 'one' && !node.optional && node.is === null) {
      const cost = costOf(node) * (1 + beforeMost - before);
      if (best === null || cost < best.cost) best = { node, cost, before, beforeMost };
      if (cost <= CHEAP) break;
    }
    const [shortest, longest] = lengthsOf(node);
    before += shortest;
    beforeMost += longest;
  }
  if (best === null) {
    index.anywhere.push({ rule, source, before: 0, beforeMost: 0, atStart, nodes: null, tried: null });
    return;
  }
  const program: Program = {
    rule,
    source,
    before: best.before,
    beforeMost: best.beforeMost,
    atStart,
    nodes: null,
    tried: null,
  };
  for (const word of best.node.words) file(index.words, word, program);
  for (const word of best.node.rows.keys()) file(index.words, word, program);
  for (const letters of best.node.prefixes.keys()) file(index.prefixes, letters, program);
  for (const letters of best.node.prefixRows.keys()) file(index.prefixes, letters, program);
}

function file(bucket: Map<string, Program[]>, key: string, program: Program): void {
  const programs = bucket.get(key);
  if (programs === undefined) bucket.set(key, [program]);
  else if (programs.at(-1) !== program) programs.push(program);
}

/** What a word costs that is none of the common ones; and a place so cheap that no better one is looked for. */
const RARE = 0.05;
const CHEAP = 4 * RARE;

/** How often a program filed here would be tried, roughly. */
function costOf({ words, prefixes, rows, prefixRows }: OneOf): number {
  let cost = (prefixes.size + prefixRows.size) * 2 * RARE;
  for (const word of words) cost += RARE + commonness(word);
  for (const word of rows.keys()) cost += RARE + commonness(word);
  return cost;
}

/** The fewest and the most words a node takes. */
function lengthsOf(node: Node): readonly [number, number] {
  if (node.kind === 'gap') return [node.min, node.max];
  if (node.kind !== 'one') return [0, 0];
  return [node.optional ? 0 : node.lengths[0], node.lengths[1]];
}
