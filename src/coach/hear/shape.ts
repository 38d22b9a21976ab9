// Anger that the shape of a text shows: words in capitals, runs of marks. Timing is follow's business.
import type { Text } from '../language';
import { type Span, spanOf } from './quote';

/** Words that are written in capitals by everybody: short acronyms say nothing. */
const MIN_SHOUTED_LETTERS = 4;
const MIN_SHOUTED_WORDS = 2;

/** Shouted words: a run of at least two words in capitals, or one long one among words that are not. Codes with digits never count. */
export function findCapitals(text: Text): Span[] {
  const spans: Span[] = [];
  const shouted = text.words.map((word) => word.capital && !/\d/.test(word.norm));
  const letters = (from: number, to: number) => text.words.slice(from, to).reduce((sum, word) => sum + word.norm.length, 0);
  for (let at = 0; at < shouted.length; at++) {
    if (!shouted[at]) continue;
    let to = at;
    while (to < shouted.length && (shouted[to] || isLoneCapital(text, to))) to++;
    while (to > at && !shouted[to - 1]) to--;
    const first = text.words[at];
    const last = text.words[to - 1];
    const run = text.words.slice(at, to);
    const speech = run.length > MIN_SHOUTED_WORDS || run.some((word) => SPOKEN.has(word.norm));
    const enough =
      run.length >= MIN_SHOUTED_WORDS
        ? speech && letters(at, to) > 6
        : letters(at, to) >= MIN_SHOUTED_LETTERS && EMPHASISED.has(first?.norm ?? '');
    if (first && last && enough) spans.push(spanOf(text.raw, first.start, last.end));
    at = to;
  }
  return spans;
}

/** "I" and "A" are capitals anyway: they join a shouted run and start none. */
const isLoneCapital = (text: Text, at: number) => text.words[at]?.norm === 'i' || text.words[at]?.norm === 'a';

/** One word alone in capitals counts only where it is a word that people lean on, not a name or an acronym. */
const EMPHASISED = new Set(
  'never still again already nothing nobody twice third second every always ridiculous unacceptable enough stop days weeks months hours waiting really very both today immediately zero worst angry done what answer refund help please'.split(
    ' ',
  ),
);

/** Two words in capitals are a name or a title unless one of them is a word of speech. */
const SPOKEN = new Set([
  ...EMPHASISED,
  ...'i you your my me the this that is are was not no it we they to for in on at and do does did have has had what why where when how who stop need want get give tell'.split(
    ' ',
  ),
]);

/** Runs of marks: "!!", "??", "?!", "…!!". One mark says nothing. */
export function findPunctuation(text: Text): Span[] {
  return [...text.raw.matchAll(/(?:!{2,}|\?{2,}|[!?]*(?:\?!|!\?)[!?]*)/g)].map((match) =>
    spanOf(text.raw, match.index, match.index + match[0].length),
  );
}
