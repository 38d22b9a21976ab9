// What the cues heard in one message amount to: which of them count, and how much evidence each category has.
import { CUE_CATEGORIES, type CueCategory } from '../../protocol/vocabulary';
import type { HeardCue } from './cues';

/** What a second cue of a category already heard still counts for. Judged: three insults are not three times one insult. */
const REPEAT_SHARE = 0.3;

export type Weighed = { readonly heard: HeardCue; readonly weight: number };

/** The cues that count, each with its share. An overlapping cue of the same category is the same words again: only the heavier counts. */
export function weigh(cues: readonly HeardCue[]): Weighed[] {
  const byWeight = [...cues].sort((a, b) => b.cue.weight - a.cue.weight);
  const seen = new Set<CueCategory>();
  const weighed: Weighed[] = [];
  for (const heard of byWeight) {
    const { category, weight } = heard.cue;
    if (weighed.some((other) => other.heard.cue.category === category && overlap(other.heard, heard))) continue;
    weighed.push({ heard, weight: seen.has(category) ? weight * REPEAT_SHARE : weight });
    seen.add(category);
  }
  return weighed;
}

const overlap = (a: HeardCue, b: HeardCue) =>
  a.span.start < b.span.start + b.span.length && b.span.start < a.span.start + a.span.length;

/** Evidence for each category, 0..1: cues of one category add up, never beyond 1. In the order of CUE_CATEGORIES. */
export const evidenceOf = (weighed: readonly Weighed[]): number[] =>
  CUE_CATEGORIES.map(
    (category) =>
      1 - weighed.reduce((left, { heard, weight }) => (heard.cue.category === category ? left * (1 - weight) : left), 1),
  );
