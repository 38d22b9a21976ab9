// The word-pattern syntax of phrase packs: parsing only; coach/compile.ts makes it ready to match.
// A pattern is a row of elements separated by spaces. It is matched on words inside one sentence, in linear time.
//
//   refund            this word, in any case; "don't", "dont" and "do not" are the same
//   charg*            any word that begins so
//   call|phone|ring   one of these; an underscore joins words: call|ring_up
//   (very|really)     the same, but may be missing
//   <delays>          one of the entries of the pack's list "delays"
//   *                 any one word
//   ...  ...2         up to four words, up to two words
//   ^  $  #ask        start of the sentence, end of the sentence, end of a sentence with a question mark
//   #number #ordinal #time #money #capital
//                     3 or three; third or 3rd; minutes, days …; £12 or 12 euros; a word in capitals
//   @capitals …       (alone) a signal that text alone shows; see SHAPES

/** Signals read from the shape of the text or from the conversation's timing, not from its words. */
export const SHAPES = ['capitals', 'punctuation', 'burst', 'repeated_question', 'unanswered'] as const;
export type Shape = (typeof SHAPES)[number];

export const WORD_CLASSES = ['number', 'ordinal', 'time', 'money', 'capital'] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

export const MAX_ELEMENTS = 16;
export const MAX_GAP = 8;
const DEFAULT_GAP = 4;

/** One way to say an element: its words in order; a word ending in `*` is a prefix. */
export type Wording = readonly string[];

export type Element =
  | { readonly kind: 'words'; readonly any: readonly Wording[]; readonly optional: boolean }
  | { readonly kind: 'list'; readonly list: string; readonly optional: boolean }
  | { readonly kind: 'class'; readonly of: WordClass; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end'; readonly asking: boolean };

export type Pattern =
  | { readonly kind: 'words'; readonly elements: readonly Element[] }
  | { readonly kind: 'shape'; readonly shape: Shape };

/** A pattern, or in plain words what is wrong with it. */
export type ParsedPattern = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly problem: string };

const problem = (text: string): ParsedPattern => ({ ok: false, problem: text });

/**
 * Parse one pattern. `lists` are the ids that `<list>` may name.
 * Refused: nothing to match, more than 16 elements, unknown list, class or shape, unbalanced brackets, gaps only.
 */
export function parsePattern(source: string, lists: ReadonlySet<string>): ParsedPattern {
  const parts = partsOf(source);
  if (parts.length === 0) return problem('it is empty');
  if (parts.length > MAX_ELEMENTS) return problem(`it has ${parts.length} parts; at most ${MAX_ELEMENTS} are allowed`);
  if (parts[0]?.startsWith('@')) {
    const shape = SHAPES.find((known) => `@${known}` === parts[0]);
    if (parts.length > 1) return problem(`"${parts[0]}" must stand alone`);
    return shape ? { ok: true, pattern: { kind: 'shape', shape } } : problem(`"${parts[0]}" is not a known signal`);
  }
  const elements: Element[] = [];
  for (const part of parts) {
    const parsed = parseElement(part, lists);
    if (typeof parsed === 'string') return problem(parsed);
    elements.push(parsed);
  }
  if (!elements.some(isRequired)) return problem('nothing in it must be there, so it would match anything');
  return { ok: true, pattern: { kind: 'words', elements } };
}

/**
 * The elements of an accepted pattern, one by one as they are asked for: a pack has thousands of patterns, and most of them are never
 * read further than to the word they are filed under.
 */
export function* elementsOf(source: string, lists: ReadonlySet<string>): Generator<Element> {
  for (const part of partsOf(source)) {
    const element = parseElement(part, lists);
    if (typeof element === 'string') return;
    yield element;
  }
}

const partsOf = (source: string): string[] => source.trim().split(/\s+/).filter(Boolean);

const isRequired = (element: Element): boolean =>
  (element.kind === 'words' || element.kind === 'list' || element.kind === 'class') && !element.optional;

const PLAIN_CHOICES = /^[a-z']+(?:[|_][a-z']+)*$/;

function parseElement(part: string, lists: ReadonlySet<string>): Element | string {
  if (part === '^') return { kind: 'start' };
  if (part === '$' || part === '#ask') return { kind: 'end', asking: part === '#ask' };
  if (part === '*') return { kind: 'gap', min: 1, max: 1 };
  if (part.startsWith('...')) {
    const max = part === '...' ? DEFAULT_GAP : Number(part.slice(3));
    return Number.isInteger(max) && max >= 1 && max <= MAX_GAP
      ? { kind: 'gap', min: 0, max }
      : `"${part}": a gap is 1 to ${MAX_GAP} words`;
  }
  const optional = part.startsWith('(');
  if (optional !== part.endsWith(')')) return `"${part}" has a bracket that is not closed`;
  const inner = optional ? part.slice(1, -1) : part;
  if (inner.startsWith('<') || inner.endsWith('>')) {
    const list = inner.slice(1, -1);
    if (!/^<[a-z0-9-]+>$/.test(inner)) return `"${part}": a list is written <like-this>`;
    return lists.has(list) ? { kind: 'list', list, optional } : `there is no list "${list}"`;
  }
  if (inner.startsWith('#')) {
    const of = WORD_CLASSES.find((known) => `#${known}` === inner);
    return of ? { kind: 'class', of, optional } : `"${inner}" is not a known kind of word`;
  }
  // Nearly all elements are plain words: nothing in them can be wrong.
  if (PLAIN_CHOICES.test(inner))
    return {
      kind: 'words',
      any: inner.split('|').map((choice) => (choice.includes('_') ? choice.split('_') : [choice])),
      optional,
    };
  const any: Wording[] = [];
  for (const choice of inner.split('|')) {
    const words = choice.split('_').filter(Boolean);
    if (words.length === 0) return `"${part}" has an empty choice`;
    for (const word of words) {
      if (/[*<>()@#^$|]/.test(word.replace(/\*$/, ''))) return `"${word}" has a sign that means something else in patterns`;
      if (word === '*') return `"${part}": "*" must stand alone or end a word`;
      if (word.endsWith('*') && word.length < 4) return `"${word}" would match too many words; give at least three letters`;
    }
    any.push(words);
  }
  return { kind: 'words', any, optional };
}
