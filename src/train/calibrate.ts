// How wording and cues join into honest chances, and where levels begin. Fitted on batches that neither the rules nor the wording
// have seen: on others the rules look better than they are.
import type { AngerModel } from '../coach/hear/anger-model';
import { SENSITIVITIES } from '../protocol/state';
import { CUE_CATEGORIES } from '../protocol/vocabulary';

/** A line held out: the score of its wording, its evidence (log-odds) in the order of CUE_CATEGORIES, and the level its reader gave. */
export type HeldOut = { readonly wording: number; readonly evidence: readonly number[]; readonly anger: 0 | 1 | 2 | 3 };

/** `chance of a level = σ(slope · wording + Σ cues · evidence + start)`. */
export type Joint = {
  readonly slope: number;
  readonly cues: readonly number[];
  readonly starts: readonly [number, number, number];
};

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));
const logOdds = (chance: number): number => Math.log(chance / (1 - chance));

const ROUNDS = 3_000;
const RATE = 0.5;
/** Cues are worth what the pack says until lines say otherwise; so many lines weigh as much as the pack. Judged. */
const PRIOR = { cue: 1, lines: 20 } as const;
/** A cue counts for no less of what the pack says: a team lead's rule must show. Costs .002 of AUC on the dev split. */
const LEAST_OF_CUE = 0.6;
const RELIEF = CUE_CATEGORIES.indexOf('relief');

export const chanceOf = (joint: Joint, { wording, evidence }: Pick<HeldOut, 'wording' | 'evidence'>): number =>
  sigmoid(toldBy(joint, wording, evidence) + joint.starts[1]);

const toldBy = ({ slope, cues }: Pick<Joint, 'slope' | 'cues'>, wording: number, evidence: readonly number[]): number =>
  evidence.reduce((sum, share, at) => sum + share * (cues[at] as number), slope * wording);

/**
 * The joint that makes the levels of held-out lines most likely (one slope for three thresholds; Platt 1999), by gradient descent.
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
      const told = toldBy({ slope, cues }, wording, evidence);
      let error = 0;
      for (const at of [0, 1, 2] as const) {
        const off = (sigmoid(told + starts[at]) - (anger > at ? 1 : 0)) / held.length;
        startErrors[at] += off;
        error += off;
      }
      slopeError += error * wording;
      evidence.forEach((share, at) => {
        if (share > 0) cueErrors[at] = (cueErrors[at] as number) + error * share;
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

/** Of 100 tricky calm messages (fault reports, joy in capitals, anger at others), so many may be called upset. Judged. */
const TRICKY_PER_100 = { fewer: 1.5, balanced: 4, more: 8 } as const;

/**
 * Where each level begins, on the chance of "upset or worse". In: the chances given to calm messages held out, the tricky ones of
 * our corpus, which set the levels, and ordinary customers, of whom it is told how many are called upset.
 */
export function setLevels(
  tricky: readonly number[],
  ordinary: readonly number[],
  starts: AngerModel['starts'],
): Pick<AngerModel, 'levels' | 'falseAlarmsPer100'> {
  const falling = [...tricky].sort((a, b) => b - a);
  const levels = SENSITIVITIES.map((sensitivity) => {
    const allowed = Math.floor((falling.length * TRICKY_PER_100[sensitivity]) / 100);
    const upset = logOdds(Math.min(0.98, Math.max(0.02, falling[allowed] ?? 0)));
    // Uneasy and angry stand as far from upset as even chances of them do from even chances of upset.
    const at = (level: 0 | 1 | 2) => sigmoid(upset + starts[1] - starts[level]);
    return [sensitivity, [at(0), at(1), at(2)]] as const;
  });
  const alarms = levels.map(([sensitivity, [, upset]]) => {
    const called = ordinary.filter((chance) => chance >= upset).length;
    return [sensitivity, (100 * called) / Math.max(1, ordinary.length)] as const;
  });
  return {
    levels: Object.fromEntries(levels) as AngerModel['levels'],
    falseAlarmsPer100: Object.fromEntries(alarms) as AngerModel['falseAlarmsPer100'],
  };
}
