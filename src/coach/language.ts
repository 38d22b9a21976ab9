// Text → sentences and words, each with its place in the original. The only importer of compromise.
// Words are normalised so that case, typographic quotes, zero-width signs, contractions and masking hide nothing.
import nlp from 'compromise/one';

/** Text beyond this many UTF-16 units is not analysed (a pasted log is no speech). */
export const MAX_CHARS = 8_000;

/**
 * One word. A contraction gives two words with one span ("don't" → "do", "not").
 * `norm` lower case, masking signs as "~"; `start`, `end` UTF-16 offsets in the original; `capital` written in capitals only.
 */
export type Word = { readonly norm: string; readonly start: number; readonly end: number; readonly capital: boolean };

/** Words `first` to `last` (exclusive) of the text; `asks` when it ends in a question mark. */
export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly asks: boolean;
};

export type Text = {
  readonly raw: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  /** True where the text was longer than MAX_CHARS and only its beginning was read. */
  readonly capped: boolean;
};

type Term = { text: string; pre: string; post: string };

/** Read a text of any length and any Unicode. Spans lie inside it; sentences and words are in order. */
export function readText(source: string): Text {
  const capped = source.length > MAX_CHARS;
  const raw = capped ? source.slice(0, MAX_CHARS) : source;
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let at = 0;
  for (const terms of termsOf(raw)) {
    const first = words.length;
    let end = at;
    let asks = false;
    for (const term of terms) {
      pushWords(words, term.pre + term.text + term.post, at);
      at += term.pre.length + term.text.length;
      end = at + term.post.trimEnd().length;
      asks = term.post.includes('?');
      at += term.post.length;
    }
    const firstWord = words[first];
    if (firstWord) sentences.push({ start: firstWord.start, end: Math.min(end, raw.length), first, last: words.length, asks });
  }
  return { raw, words, sentences, capped };
}

const PLAIN = /^[a-z]+$/;
const STRETCHED = /(.)\1\1/;

/** The normal forms of a few words, as patterns and lists need them. */
export function normalWords(source: string): readonly string[] {
  // A pack holds thousands of plain words, and the worker compiles it at every start.
  if (PLAIN.test(source)) return EXPANSIONS.get(source) ?? (STRETCHED.test(source) ? formsOf(source) : [source]);
  return formsOf(source);
}

function formsOf(source: string): readonly string[] {
  const words: Word[] = [];
  for (const chunk of source.split(/\s+/)) pushWords(words, chunk, 0);
  return words.map((word) => word.norm);
}

/** compromise keeps every character of its input in pre, text and post; where it does not (blank input), split by spaces. */
function termsOf(raw: string): Term[][] {
  const sentences = nlp.tokenize(raw).document as unknown as Term[][];
  const length = sentences.reduce(
    (sum, one) => sum + one.reduce((chars, term) => chars + term.pre.length + term.text.length + term.post.length, 0),
    0,
  );
  if (length === raw.length) return sentences.map((one) => one.filter((term) => term.pre + term.text + term.post !== ''));
  const chunks = raw.match(/\s*\S+\s*/g) ?? [];
  return [
    chunks.map((chunk) => ({
      pre: chunk.slice(0, chunk.length - chunk.trimStart().length),
      text: chunk.trim(),
      post: chunk.slice(chunk.trimEnd().length),
    })),
  ];
}

const EMOJI = /\p{Extended_Pictographic}/u;
const PIECE = /\p{Extended_Pictographic}|[^\s\-–—/_&+=|…"“”«»()[\]{}<>\p{Extended_Pictographic}]+/gu;
/** What is kept in one piece though it has hyphens, dots or slashes: codes, amounts, addresses. */
const CODE = /\d|@[\w-]+\.\w|:\/\/|^www\./;
const SURROUND = /^[^\p{L}\p{N}#£$€₹¥+]+|[^\p{L}\p{N}%*$@#€~]+$/gu;
const INVISIBLE = /\u00ad|[\u200b-\u200f]|\u2060|\ufe0f|\ufeff/g;

function pushWords(words: Word[], chunk: string, at: number): void {
  if (CODE.test(chunk) && !EMOJI.test(chunk.replace(/[\d#*]/g, ''))) pushPiece(words, chunk, at);
  else for (const match of chunk.matchAll(PIECE)) pushPiece(words, match[0], at + match.index);
}

/** Takes one piece without its surrounding punctuation; an emoji is a word of its own. */
function pushPiece(words: Word[], piece: string, at: number): void {
  const bare = EMOJI.test(piece) && !/[\p{L}\p{N}]/u.test(piece) ? piece : piece.replace(SURROUND, '');
  if (bare === '') return;
  const start = at + piece.indexOf(bare);
  const visible = bare.replace(INVISIBLE, '');
  const capital = /\p{Lu}.*\p{Lu}/u.test(visible) && !/\p{Ll}/u.test(visible);
  for (const norm of normalise(visible)) words.push({ norm, start, end: start + bare.length, capital });
}

/** "bbb", "www": nothing is stretched. */
const ONE_LETTER = /^(\p{L})\1*$/u;
/** "45mins" is a number and a unit. */
const MEASURE = /^(\d+)(mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|months?|mths?|yrs?|years?)$/;

function normalise(piece: string): readonly string[] {
  let norm = piece
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´′]/g, "'");
  if (!CODE.test(norm) && /^\p{L}[\p{L}']*[*$@!#%]+\p{L}|^\p{L}{1,2}[*$@!#%]+$/u.test(norm))
    norm = norm.replace(/[*$@!#%]+/g, '~');
  else norm = norm.replace(/\*+$/, '');
  if (!ONE_LETTER.test(norm)) norm = norm.replace(/(\p{L})\1{2,}/gu, '$1');
  const measure = MEASURE.exec(norm);
  if (measure) return measure.slice(1);
  return norm === '' ? [] : (EXPANSIONS.get(norm) ?? expand(norm));
}

const IS_CONTRACTED = new Set(
  'it that what there he she who where here how when why this nothing everything something everyone nobody'.split(' '),
);
const ENDINGS: readonly [string, string][] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
];

function expand(norm: string): readonly string[] {
  if (!norm.includes("'")) return [norm];
  for (const [ending, word] of ENDINGS) {
    if (norm.endsWith(ending) && norm.length > ending.length) return [...expand(norm.slice(0, -ending.length)), word];
  }
  if (norm.endsWith("'s") && norm.length > 2) {
    const base = norm.slice(0, -2);
    return IS_CONTRACTED.has(base) ? [base, 'is'] : [base];
  }
  return [norm.replace(/^'+|'+$/g, '')].filter(Boolean);
}

/** Irregular contractions, and what people type without the apostrophe or in short. */
const EXPANSIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "won't": 'will not',
    "can't": 'can not',
    "shan't": 'shall not',
    "ain't": 'is not',
    "let's": 'let us',
    "y'all": 'you all',
    cannot: 'can not',
    wont: 'will not',
    cant: 'can not',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    arent: 'are not',
    wasnt: 'was not',
    werent: 'were not',
    hasnt: 'has not',
    havent: 'have not',
    hadnt: 'had not',
    couldnt: 'could not',
    wouldnt: 'would not',
    shouldnt: 'should not',
    aint: 'is not',
    im: 'i am',
    ive: 'i have',
    youre: 'you are',
    youve: 'you have',
    youll: 'you will',
    theyre: 'they are',
    theyve: 'they have',
    weve: 'we have',
    its: 'it is',
    thats: 'that is',
    whats: 'what is',
    theres: 'there is',
    wheres: 'where is',
    hows: 'how is',
    hes: 'he is',
    shes: 'she is',
    lets: 'let us',
    gonna: 'going to',
    wanna: 'want to',
    gotta: 'got to',
    gimme: 'give me',
    u: 'you',
    ur: 'your',
    r: 'are',
    pls: 'please',
    plz: 'please',
    thx: 'thanks',
    tnx: 'thanks',
    ppl: 'people',
    cuz: 'because',
    cos: 'because',
    coz: 'because',
    alot: 'a lot',
    no1: 'no one',
    w8: 'wait',
    gr8: 'great',
    bcz: 'because',
    dnt: 'do not',
    cnt: 'can not',
    hav: 'have',
  }).map(([short, long]) => [short, long.split(' ')]),
);
