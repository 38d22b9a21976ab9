// The learned model as the file that ships: weights rounded to what the file holds, everything else to few figures.
import type { AngerModel, StoredModel } from '../coach/hear/anger-model';
import { readWeights, writeWeights } from '../coach/hear/weights';
import { CUE_CATEGORIES } from '../protocol/vocabulary';
import { type Joint, rounded } from './calibrate';

/** As many as leave room for the rest of the file in 64 KiB. */
export const MODEL_BUCKETS = 64_000;

/** So many of the largest weights are cut, so that the steps of the others are finer. */
const CUT_SHARE = 0.001;

/** Weights as they will be read back, and as they are written. */
export type Quantised = { readonly values: Float32Array; readonly text: string; readonly largest: number };

/** What was learned, rounded: all that comes after is fitted to this, not to what was rounded away. */
export function quantise(weights: Float64Array): Quantised {
  const sizes = Array.from(weights, Math.abs).sort((a, b) => b - a);
  const largest = rounded(sizes[Math.floor(sizes.length * CUT_SHARE)] ?? 0);
  const text = writeWeights(weights, largest);
  return { values: readWeights(text, largest), text, largest };
}

/** The file's text. */
export function storedModel(
  wording: Quantised,
  { slope, cues, starts }: Joint,
  { levels, falseAlarmsPer100 }: Pick<AngerModel, 'levels' | 'falseAlarmsPer100'>,
): string {
  const stored: StoredModel = {
    format: 1,
    buckets: wording.text.length,
    slope: rounded(slope),
    cues: Object.fromEntries(CUE_CATEGORIES.map((category, at) => [category, rounded(cues[at] ?? 0)])) as StoredModel['cues'],
    starts: starts.map(rounded) as unknown as StoredModel['starts'],
    levels,
    falseAlarmsPer100,
    largest: wording.largest,
    weights: wording.text,
  };
  return `${JSON.stringify(stored, null, 2)}\n`;
}
