// The learned part of the ear: assets/models/anger.json made ready, and what it says of the wording of a text.
// Trained by `npm run train`; what it was trained on, and what it is good and bad at, is in assets/models/README.md.
import model from '../../../assets/models/anger.json';
import type { Sensitivity } from '../../protocol/state';
import type { CueCategory } from '../../protocol/vocabulary';
import type { Text } from '../language';
import { featuresOf } from './features';
import { readWeights } from './weights';

/**
 * `wording`  weight of each bucket
 * `slope`    what the wording's score counts for, in log-odds
 * `cues`     what the evidence of each category counts for, 1 as the pack says; relief's is not positive, the others not negative
 * `starts`   the chance of "annoyed or worse", "upset or worse", "angry" is σ(slope · score + Σ cues · evidence + start)
 * `levels`   by sensitivity: where uneasy, upset and angry begin, on the chance of "upset or worse"
 * `falseAlarmsPer100`  of calm customer messages held out of training, how many reach "upset" at a sensitivity
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

const stored = model as unknown as StoredModel;

export const ANGER_MODEL: AngerModel = { ...stored, wording: readWeights(stored.weights, stored.largest) };

/** What the wording says: its `score`, and each word's share of it; `rest` belongs to no word. */
export type Wording = { readonly score: number; readonly byWord: Float64Array; readonly rest: number };

/** Scores a text. `skip`: words it must not see. Σ byWord + rest = score. Linear in the text. */
export function scoreWording(text: Text, skip: ReadonlySet<number>, weights: Float32Array = ANGER_MODEL.wording): Wording {
  const features = featuresOf(text, weights.length, skip);
  const byWord = new Float64Array(text.words.length);
  // Long texts have more features: by the root of their number, so that a text is no angrier for being long.
  const share = 1 / Math.sqrt(Math.max(1, features.length));
  let score = 0;
  let rest = 0;
  for (const { bucket, first, last } of features) {
    const part = (weights[bucket] as number) * share;
    score += part;
    if (last === first) rest += part;
    for (let at = first; at < last; at++) byWord[at] = (byWord[at] as number) + part / (last - first);
  }
  return { score, byWord, rest };
}
