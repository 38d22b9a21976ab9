// The learned part of the ear: assets/models/anger.json made ready, and what it says of the wording of a text.
// Trained by `npm run train`; what it was trained on, and what it is good and bad at, is in assets/models/README.md.
import model from '../../../assets/models/anger.json';
import type { Sensitivity } from '../../protocol/state';
import { CUE_CATEGORIES, type CueCategory } from '../../protocol/vocabulary';
import type { Text } from '../language';
import { chanceAt } from '../odds';
import { featuresOf } from './features';
import { readWeights } from './weights';

/**
 * `wording`  weight of each bucket
 * `slope`    what the wording's score counts for, in log-odds
 * `cues`     what the evidence of each category counts for, 1 as the pack says; relief's is not positive, the others not negative
 * `starts`   the chance of "annoyed or worse", "upset or worse", "angry" is σ(slope · score + Σ cues · evidence + start)
 * `levels`   by sensitivity: where uneasy, upset and angry begin, on the chance of "upset or worse"
 * `falseAlarmsPer100`  of calm messages that sound angry (the hard negatives of our corpus's dev split), how many reach "upset"
 */
export type AngerModel = {
  readonly wording: Float32Array;
  readonly cues: Readonly<Record<CueCategory, number>>;
  readonly slope: number;
  readonly starts: readonly [annoyed: number, upset: number, angry: number];
  readonly levels: Readonly<Record<Sensitivity, readonly [uneasy: number, upset: number, angry: number]>>;
  readonly falseAlarmsPer100: Readonly<Record<Sensitivity, number>>;
};

/** As it is stored: JSON, the weights as text. */
export type StoredModel = Omit<AngerModel, 'wording'> & {
  readonly format: 1;
  readonly buckets: number;
  readonly largest: number;
  readonly weights: string;
};

const FORMAT = 1;
const stored = model as unknown as StoredModel;
if (stored.format !== FORMAT || stored.buckets !== stored.weights.length)
  throw new Error('assets/models/anger.json is of another version: run `npm run train`');

export const ANGER_MODEL: AngerModel = { ...stored, wording: readWeights(stored.weights, stored.largest) };

/** The chance that a message says nothing of: with neither wording nor cues that speak. */
export const NO_EVIDENCE = chanceAt(ANGER_MODEL.starts[1]);

/** What wording (its score) and cues (their evidence, in the order of CUE_CATEGORIES) say together, in log-odds. */
export const toldBy = ({ slope, cues }: Pick<AngerModel, 'slope' | 'cues'>, score: number, evidence: readonly number[]): number =>
  CUE_CATEGORIES.reduce((sum, category, at) => sum + cues[category] * (evidence[at] as number), slope * score);

/** What the wording says: its `score`, and each word's share of it; `rest` belongs to no word. */
export type Wording = { readonly score: number; readonly byWord: Float64Array; readonly rest: number };

/** Scores a text. `skip`: words it must not see. Σ byWord + rest = score. Linear in the text. */
export function scoreWording(text: Text, skip: ReadonlySet<number>, weights: Float32Array = ANGER_MODEL.wording): Wording {
  const { buckets, first, last } = featuresOf(text, weights.length, skip);
  const byWord = new Float64Array(text.words.length);
  // Long texts have more features: by the root of their number, so that a text is no angrier for being long.
  const share = 1 / Math.sqrt(Math.max(1, buckets.length));
  let score = 0;
  let rest = 0;
  for (let at = 0; at < buckets.length; at++) {
    const part = (weights[buckets[at] as number] as number) * share;
    const [from, to] = [first[at] as number, last[at] as number];
    score += part;
    if (from === to) rest += part;
    for (let word = from; word < to; word++) byWord[word] = (byWord[word] as number) + part / (to - from);
  }
  return { score, byWord, rest };
}
