// How angry one message is: the pack's cues and the learned wording joined into one chance, with each one's part in it.
import type { SignalKind } from '../../protocol/vocabulary';
import { commonness } from '../common-words';
import type { Text, Word } from '../language';
import { chanceAt } from '../odds';
import { ANGER_MODEL, type AngerModel, scoreWording, toldBy, type Wording } from './anger-model';
import { evidenceIn, evidenceOf, reliefOf, type Weighed } from './evidence';
import { type Span, spanOf } from './quote';

/** One reason for the anger heard. `effect`: its part of the chance, -1..1; negative speaks for calm. */
export type Part = { readonly kind: SignalKind; readonly rule: string; readonly span: Span; readonly effect: number };

/**
 * `anger`    0..1, calibrated: the chance that a reader would call the message upset or worse
 * `chances`  of calm, annoyed, upset, angry; they sum to 1
 * `relief`   0..1, how much it cools what was before
 * `parts`    strongest first
 */
export type Judgement = {
  readonly anger: number;
  readonly chances: readonly [calm: number, annoyed: number, upset: number, angry: number];
  readonly relief: number;
  readonly parts: readonly Part[];
};

/** In an angry message a thank-you is mostly form: it counts for a third. */
const FORMAL_THANKS = { fromAnger: 0.35, share: 1 / 3 } as const;

/** Judges one message by its cues and its wording. `thanks`: its words of thanks, by their index. Linear in the text. */
export function judge(
  text: Text,
  weighed: readonly Weighed[],
  thanks: ReadonlySet<number>,
  model: AngerModel = ANGER_MODEL,
): Judgement {
  const evidence = evidenceOf(weighed);
  const wording = scoreWording(text, thanks, model.wording);
  const told = toldBy(model, wording.score, evidence);
  const [annoyed, upset, angry] = model.starts.map((start) => chanceAt(told + start)) as [number, number, number];
  const relief = reliefOf(weighed);
  return {
    anger: upset,
    chances: [1 - annoyed, annoyed - upset, upset - angry, angry],
    relief: upset >= FORMAL_THANKS.fromAnger ? relief * FORMAL_THANKS.share : relief,
    parts: [...cueParts(weighed, model), ...wordingParts(text, wording, weighed, model.slope)]
      .map((part) => ({ ...part, effect: part.effect * perLogOdds(model, told) }))
      .filter(({ kind, effect }) => kind !== 'wording' || effect >= SMALLEST_PART.raising || -effect >= SMALLEST_PART.lowering)
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
  };
}

/** A part of the wording under this says nothing to a reader; a cue is told however small its part. */
const SMALLEST_PART = { raising: 0.08, lowering: 0.1 } as const;

/**
 * What one log-odd of evidence moves the chance by, on average over the way from no evidence to all of it (integrated gradients,
 * Sundararajan 2017): with it the parts of all evidence add up to the whole change exactly.
 */
function perLogOdds({ starts }: AngerModel, told: number): number {
  const base = chanceAt(starts[1]);
  return Math.abs(told) < 1e-6 ? base * (1 - base) : (chanceAt(told + starts[1]) - base) / told;
}

function cueParts(weighed: readonly Weighed[], model: AngerModel): Part[] {
  return weighed.map((one) => {
    const { category, id } = one.heard.cue;
    return { kind: category, rule: id, span: one.heard.span, effect: model.cues[category] * evidenceIn(one) };
  });
}

const MOST_SPANS = { raising: 2, lowering: 1 } as const;
const SPAN_WORDS = 6;
/** So many common words in a row may say something; fewer ("and I") do not. */
const TELLING_WORDS = 4;

/** Whether a reader could make anything of these words alone. */
const isTelling = (words: readonly Word[]): boolean =>
  words.length >= TELLING_WORDS || words.some(({ norm }) => commonness(norm) === 0 && /\p{L}{3}/u.test(norm));

/**
 * The strongest spans of the wording: runs of words of one sentence whose shares sum highest, and lowest. They overlap neither each
 * other nor the words that a cue names already.
 */
function wordingParts(text: Text, { byWord }: Wording, weighed: readonly Weighed[], slope: number): Part[] {
  const used = wordsOf(
    text,
    weighed.map(({ heard }) => heard.span),
  );
  const strongest = (sign: 1 | -1): Part | null => {
    let best: { first: number; last: number; sum: number } | null = null;
    for (const sentence of text.sentences) {
      for (let first = sentence.first; first < sentence.last; first++) {
        let sum = 0;
        for (let last = first; last < Math.min(sentence.last, first + SPAN_WORDS) && !used.has(last); last++) {
          sum += sign * (byWord[last] as number);
          if (sum > (best?.sum ?? 0) && isTelling(text.words.slice(first, last + 1))) best = { first, last, sum };
        }
      }
    }
    if (best === null) return null;
    const [first, last] = [text.words[best.first], text.words[best.last]];
    if (!first || !last) return null;
    // A contraction is two words in one span.
    for (const at of wordsOf(text, [spanOf(text.raw, first.start, last.end)])) used.add(at);
    return { kind: 'wording', rule: 'wording', span: spanOf(text.raw, first.start, last.end), effect: sign * best.sum * slope };
  };
  const raising = Array.from({ length: MOST_SPANS.raising }, () => strongest(1));
  const lowering = Array.from({ length: MOST_SPANS.lowering }, () => strongest(-1));
  return [...raising, ...lowering].filter((part) => part !== null);
}

/** The words that touch any of the spans, by their index. */
function wordsOf(text: Text, spans: readonly Span[]): Set<number> {
  const touched = new Set<number>();
  if (spans.length === 0) return touched;
  text.words.forEach(({ start, end }, at) => {
    if (spans.some((span) => start < span.start + span.length && end > span.start)) touched.add(at);
  });
  return touched;
}
