// What the cues heard in one message amount to: which of them count, and how much evidence each category has.
import { CUE_CATEGORIES, type CueCategory } from '../../protocol/vocabulary';
import { logOddsOf } from '../odds';
import type { HeardCue } from './cues';

/** What a second cue of a category already heard still counts for. Judged: three insults are not three times one insult. */
const REPEAT_SHARE = 0.3;

/** A cue that counts. `share` 0..1: how much of it. */
export type Weighed = { readonly heard: HeardCue; readonly share: number };

/** The cues that count, each with its share. An overlapping cue of the same category is the same words again: only the heavier counts. */
export function weigh(cues: readonly HeardCue[]): Weighed[] {
  const byWeight = [...cues].sort((a, b) => b.cue.weight - a.cue.weight);
  const seen = new Set<CueCategory>();
  const weighed: Weighed[] = [];
  for (const heard of byWeight) {
    const { category } = heard.cue;
    if (weighed.some((other) => other.heard.cue.category === category && overlap(other.heard, heard))) continue;
    weighed.push({ heard, share: seen.has(category) ? REPEAT_SHARE : 1 });
    seen.add(category);
  }
  return weighed;
}

const overlap = (a: HeardCue, b: HeardCue) =>
  a.span.start < b.span.start + b.span.length && b.span.start < a.span.start + a.span.length;

/** A message of which nothing is known is angry about this often; a cue's weight is told against it. As the model's own. */
const NOTHING_KNOWN = 0.06;
/** A cue is never surer than this. */
const SUREST = 0.97;

/** What a cue of this weight says, in log-odds: a weight is how angry a message with only this cue is. */
const saidBy = (weight: number): number => Math.max(0, logOddsOf(Math.min(SUREST, weight)) - logOddsOf(NOTHING_KNOWN));

/** Evidence for each category in log-odds, none below 0: its cues' added up. In the order of CUE_CATEGORIES. */
export const evidenceOf = (weighed: readonly Weighed[]): number[] =>
  CUE_CATEGORIES.map((category) =>
    weighed.reduce((sum, one) => (one.heard.cue.category === category ? sum + evidenceIn(one) : sum), 0),
  );

/** Relief, 0..1: cues of relief add up, never beyond 1. */
export const reliefOf = (weighed: readonly Weighed[]): number =>
  1 -
  weighed.reduce((left, { heard, share }) => (heard.cue.category === 'relief' ? left * (1 - share * heard.cue.weight) : left), 1);

/** One cue's part of its category's evidence, in log-odds. */
export const evidenceIn = ({ heard, share }: Weighed): number => share * saidBy(heard.cue.weight);
