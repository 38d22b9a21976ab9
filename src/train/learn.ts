// Learning what the wording says: one score per text, three thresholds on it (proportional odds), by adaptive gradient descent.
// No chance in it: the order of the examples comes from a fixed generator, so the same input gives the same weights.
import { chanceAt } from '../coach/odds';
import { type Example, SOURCES } from './examples';

export type LearnOptions = {
  /** Rounds over everything, then over customers alone. */
  readonly rounds: number;
  readonly customerRounds: number;
  /** Steps of the weights, and their pull to nought. */
  readonly rate: number;
  readonly decay: number;
};

export const LEARN: LearnOptions = { rounds: 5, customerRounds: 4, rate: 0.15, decay: 1e-3 };

const START_RATE = 0.3;

/** Score of a text: the sum of its buckets' weights over the root of their number, as in hearing. */
export function scoreOf(buckets: Int32Array, weights: Float64Array | Float32Array): number {
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] as number;
  return sum / Math.sqrt(Math.max(1, buckets.length));
}

/** Learns the weights of `buckets` buckets. In: examples in any order; they are shuffled. */
export function learn(examples: readonly Example[], buckets: number, options: LearnOptions = LEARN): Float64Array {
  const weights = new Float64Array(buckets);
  const moved = new Float64Array(buckets).fill(1e-3);
  const starts = Float64Array.of(-2, -3, -4);
  const startsMoved = Float64Array.of(1, 1, 1);
  const offsets = new Float64Array(SOURCES);
  const offsetsMoved = new Float64Array(SOURCES).fill(1);

  const take = ({ buckets: own, target, weight, source }: Example) => {
    const score = scoreOf(own, weights) + (offsets[source] as number);
    let error = 0;
    for (let at = 0; at < starts.length; at++) {
      const off = chanceAt(score + (starts[at] as number)) - (target[at] as number);
      error += off;
      descend(starts, startsMoved, at, off * weight, START_RATE);
    }
    error *= weight / starts.length;
    if (source > 0) descend(offsets, offsetsMoved, source, error, START_RATE);
    const pull = error / Math.sqrt(Math.max(1, own.length));
    for (const bucket of own) descend(weights, moved, bucket, pull + options.decay * (weights[bucket] as number), options.rate);
  };

  const random = generator(20_261_122);
  for (let round = 0; round < options.rounds + options.customerRounds; round++) {
    const pool = round < options.rounds ? examples : examples.filter(({ source }) => source === 0);
    for (const example of shuffled(pool, random)) take(example);
  }
  return weights;
}

/** One step of AdaGrad (Duchi 2011): what was moved often moves less. */
function descend(values: Float64Array, moved: Float64Array, at: number, slope: number, rate: number): void {
  const sum = (moved[at] as number) + slope * slope;
  moved[at] = sum;
  values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(sum);
}

/** Numbers 0..1 from a seed (the congruential generator of Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
