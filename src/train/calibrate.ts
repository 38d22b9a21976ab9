// How wording and cues join into honest chances, and where levels begin. Fitted on batches that neither the rules nor the wording
// have seen: on others the rules look better than they are.
import type { AngerModel } from '../coach/hear/anger-model';
import { chanceAt, logOddsOf } from '../coach/odds';
import { SENSITIVITIES } from '../protocol/state';
import { CUE_CATEGORIES } from '../protocol/vocabulary';
import { thresholdFor } from './threshold';

/** A line held out: the score of its wording, its evidence (log-odds) in the order of CUE_CATEGORIES, and the level its reader gave. */
export type HeldOut = { readonly wording: number; readonly evidence: readonly number[]; readonly anger: 0 | 1 | 2 | 3 };

/** `chance of a level = σ(slope · wording + Σ cues · evidence + start)`. */
export type Joint = {
  readonly slope: number;
  readonly cues: readonly number[];
  readonly starts: readonly [number, number, number];
};

const ROUNDS = 3_000;
const RATE = 0.5;
/** Cues are worth what the pack says until lines say otherwise; so many lines weigh as much as the pack. Judged. */
const PRIOR = { cue: 1, lines: 20 } as const;
/** A cue counts for no less of what the pack says: a team lead's rule must show. Costs .002 of AUC on the dev split. */
const LEAST_OF_CUE = 0.45;
const RELIEF = CUE_CATEGORIES.indexOf('relief');

/** The chance of "upset or worse", 0..1. */
export const chanceOf = (joint: Joint, { wording, evidence }: Pick<HeldOut, 'wording' | 'evidence'>): number =>
  chanceAt(told(joint, wording, evidence) + joint.starts[1]);

const told = ({ slope, cues }: Pick<Joint, 'slope' | 'cues'>, wording: number, evidence: readonly number[]): number =>
  evidence.reduce((sum, said, at) => sum + said * (cues[at] as number), slope * wording);

/**
 * The joint whose chances fit the levels of held-out lines best: log-loss over the three thresholds, one slope for all (after Platt
 * 1999), by gradient descent.
 * Cues of anger never cool and relief never heats.
 */
export function joinEvidence(held: readonly HeldOut[]): Joint {
  const expected = CUE_CATEGORIES.map((_, at) => (at === RELIEF ? -PRIOR.cue : PRIOR.cue));
  const cues: number[] = [...expected];
  const starts: [number, number, number] = [0, -1, -2];
  let slope = 1;
  for (let round = 0; round < ROUNDS; round++) {
    let slopeError = 0;
    const cueErrors = cues.map((cue, at) => (PRIOR.lines * (cue - (expected[at] as number))) / held.length);
    const startErrors: [number, number, number] = [0, 0, 0];
    for (const { wording, evidence, anger } of held) {
      const evident = told({ slope, cues }, wording, evidence);
      let error = 0;
      for (const at of [0, 1, 2] as const) {
        const off = (chanceAt(evident + starts[at]) - (anger > at ? 1 : 0)) / held.length;
        startErrors[at] += off;
        error += off;
      }
      slopeError += error * wording;
      evidence.forEach((said, at) => {
        if (said > 0) cueErrors[at] = (cueErrors[at] as number) + error * said;
      });
    }
    slope = Math.max(0.01, slope - RATE * 0.3 * slopeError);
    for (const at of [0, 1, 2] as const) starts[at] -= RATE * startErrors[at];
    cueErrors.forEach((error, at) => {
      const moved = (cues[at] as number) - RATE * error;
      cues[at] = at === RELIEF ? Math.min(0, moved) : Math.max(LEAST_OF_CUE, moved);
    });
  }
  return { slope, cues, starts };
}

/**
 * Of 100 calm messages that sound angry (fault reports, joy in capitals, anger at others), so many may be called upset. Judged: with
 * room left, for on batches that set no level it is a third more.
 */
const MOST_PER_100 = { fewer: 1, balanced: 3, more: 8 } as const;

/** Four places, as the model is stored. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * Where each level begins, on the chance of "upset or worse", and what that costs. In: the chances given to calm messages held out
 * that sound angry, at least one; the starts of the joint. The distances of uneasy and angry are those of the chances: they stand
 * as far from upset, in log-odds, as even chances of them do from even chances of upset.
 */
export function setLevels(
  tricky: readonly number[],
  starts: AngerModel['starts'],
): Pick<AngerModel, 'levels' | 'falseAlarmsPer100'> {
  const levels = SENSITIVITIES.map((sensitivity) => {
    const threshold = thresholdFor(tricky, MOST_PER_100[sensitivity] / 100);
    const upset = logOddsOf(Math.min(0.98, Math.max(0.02, threshold)));
    const at = (level: 0 | 1 | 2) => rounded(chanceAt(upset + starts[1] - starts[level]));
    return [sensitivity, [at(0), at(1), at(2)]] as const;
  });
  const alarms = levels.map(([sensitivity, [, upset]]) => {
    const called = tricky.filter((chance) => chance >= upset).length;
    return [sensitivity, rounded((100 * called) / tricky.length)] as const;
  });
  return {
    levels: Object.fromEntries(levels) as AngerModel['levels'],
    falseAlarmsPer100: Object.fromEntries(alarms) as AngerModel['falseAlarmsPer100'],
  };
}
