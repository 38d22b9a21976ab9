// How angry one message is, from its cues: 0..1. Cues of different kinds add up; more of the same kind add little.
import type { CueCategory } from '../../protocol/vocabulary';
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

const together = (weighed: readonly Weighed[]) => 1 - weighed.reduce((left, { weight }) => left * (1 - weight), 1);

/** Anger of one message, 0..1 (relief left out). */
export const angerOf = (weighed: readonly Weighed[]): number =>
  together(weighed.filter(({ heard }) => heard.cue.category !== 'relief'));

/** Relief of one message, 0..1. In an angry message a thank-you is mostly form: it counts for a third. */
export function reliefOf(weighed: readonly Weighed[]): number {
  const relief = together(weighed.filter(({ heard }) => heard.cue.category === 'relief'));
  return angerOf(weighed) >= 0.35 ? relief / 3 : relief;
}
