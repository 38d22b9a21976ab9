// What the anger model sees of a message: hashed word 1-2-grams, character 3-5-grams inside words, rows and pairs of word kinds,
// and the shape of the text. Training and hearing read a text through this file alone, so both see the same.
import type { Sentence, Text, Word } from '../language';
import { kindOf } from './word-classes';

/**
 * The features of a text, in columns: of each its bucket (none twice), and the words that carry it, `first` to `last` (exclusive;
 * both 0 for the whole text).
 */
export type Features = {
  readonly buckets: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
};

const MIN_CHARS = 3;
const MAX_CHARS = 5;
/** Words beyond these are not looked into by characters. */
const MAX_WORD_CHARS = 24;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, from a start that keeps the kinds of feature apart. */
function hash(start: number, source: string, from = 0, to = source.length): number {
  let state = start;
  for (let at = from; at < to; at++) state = Math.imul(state ^ source.charCodeAt(at), FNV_PRIME);
  return state;
}

const startOf = (kind: string): number => hash(FNV_OFFSET, kind);
const WORD = startOf('word ');
const WORDS = startOf('words ');
const CHARS = startOf('chars ');
const KIND = startOf('kind ');
const KINDS = startOf('kinds ');
const TOGETHER = startOf('together ');
const SHAPE = startOf('shape ');

/** FNV leaves near neighbours near: the last mixing step of murmur3 spreads them before the remainder is taken. */
function bucketOf(state: number, buckets: number): number {
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % buckets;
}

type Add = (state: number, first: number, last: number) => void;

/**
 * The features of a text, in its order. `skip`: words that the model must not see (thanks are the cues' business: they may only
 * cool). Linear in the text. Out: buckets below `buckets`.
 */
export function featuresOf(text: Text, buckets: number, skip: ReadonlySet<number>): Features {
  const features = { buckets: [] as number[], first: [] as number[], last: [] as number[] };
  const met = new Set<number>();
  const add: Add = (state, first, last) => {
    const bucket = bucketOf(state, buckets);
    if (met.has(bucket)) return;
    met.add(bucket);
    features.buckets.push(bucket);
    features.first.push(first);
    features.last.push(last);
  };
  for (const sentence of text.sentences) {
    const seen: number[] = [];
    for (let at = sentence.first; at < sentence.last; at++) if (!skip.has(at)) seen.push(at);
    addWords(text, seen, add);
    addKinds(text, sentence, seen, add);
  }
  addShape(text, skip, add);
  return features;
}

/** A number longer than this is a code. */
const CODE_CHARS = 5;

/** The word as the model knows it: numbers by their form, codes, handles and addresses by what they are. */
function tokenOf({ norm }: Word): string {
  if (norm.startsWith('@')) return '@handle';
  if (/:\/\/|^www\.|\w@\w/.test(norm)) return '@address';
  if (!/\d/.test(norm)) return norm;
  return norm.length > CODE_CHARS ? '@code' : norm.replace(/\d/g, '0');
}

function addWords(text: Text, seen: readonly number[], add: Add): void {
  let before = '^';
  let beforeAt = -2;
  for (const at of seen) {
    const token = tokenOf(text.words[at] as Word);
    add(hash(WORD, token), at, at + 1);
    const joined = beforeAt === at - 1;
    add(hash(hash(WORDS, joined ? `${before} ` : '^ '), token), joined ? beforeAt : at, at + 1);
    before = token;
    beforeAt = at;
    if (token.startsWith('@')) continue;
    const framed = `_${token.slice(0, MAX_WORD_CHARS)}_`;
    for (let length = MIN_CHARS; length <= MAX_CHARS; length++) {
      for (let from = 0; from + length <= framed.length; from++) add(hash(CHARS, framed, from, from + length), at, at + 1);
    }
  }
}

/** Kinds of words: each, two and three in a row, and any two in one sentence. There are about forty kinds: few pairs. */
function addKinds(text: Text, { first, last, asks }: Sentence, seen: readonly number[], add: Add): void {
  let [before, beforeThat] = ['^', '^'];
  const met = new Set<string>();
  seen.forEach((at, index) => {
    const kind = kindOf((text.words[at] as Word).norm) ?? '.';
    if (kind !== '.') add(hash(KIND, kind), at, at + 1);
    add(hash(KINDS, `${before} ${kind}`), at, at + 1);
    add(hash(KINDS, `${beforeThat} ${before} ${kind}`), at, at + 1);
    if (index === seen.length - 1) add(hash(KINDS, `${kind} ${asks ? '?' : '$'}`), at, at + 1);
    if (kind !== '.') met.add(kind);
    [beforeThat, before] = [before, kind];
  });
  const kinds = [...met].sort();
  kinds.forEach((one, index) => {
    for (const other of kinds.slice(index + 1)) add(hash(TOGETHER, `${one} ${other}`), first, last);
  });
}

/** How the text looks, in rough steps. */
function addShape(text: Text, skip: ReadonlySet<number>, add: Add): void {
  const words = text.words.filter((_, at) => !skip.has(at));
  const capitals = words.filter(({ norm, capital }) => capital && norm.length > 1 && !/\d/.test(norm)).length;
  const isSeen = ({ first, last }: Sentence) => text.words.slice(first, last).some((_, offset) => !skip.has(first + offset));
  const questions = text.sentences.filter((sentence) => sentence.asks && isSeen(sentence)).length;
  add(hash(SHAPE, `words ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`), 0, 0);
  add(hash(SHAPE, `capitals ${Math.min(3, capitals)}${capitals * 2 > words.length ? ' most' : ''}`), 0, 0);
  add(hash(SHAPE, `questions ${Math.min(2, questions)}`), 0, 0);
}
