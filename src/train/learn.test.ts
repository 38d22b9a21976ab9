import { describe, expect, test } from 'vitest';
import { CUE_CATEGORIES } from '../protocol/vocabulary';
import { chanceOf, type HeldOut, joinEvidence, setLevels } from './calibrate';
import type { Example } from './examples';
import { learn } from './learn';
import { quantise, storedModel } from './store-model';

/** Bucket 1 speaks for anger, bucket 2 for calm, bucket 3 for nothing. */
const example = (buckets: readonly number[], angry: boolean): Example => ({
  buckets: Int32Array.from(buckets),
  target: angry ? [1, 1, 0] : [0, 0, 0],
  weight: 1,
  source: 0,
});
const examples = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? example([1, 3], true) : example([2, 3], false)));

describe('learning', () => {
  test('finds what speaks for anger and what for calm', () => {
    const weights = learn(examples, 8);
    expect(weights[1]).toBeGreaterThan(0.5);
    expect(weights[2]).toBeLessThan(-0.5);
    expect(Math.abs(weights[3] as number)).toBeLessThan((weights[1] as number) / 2);
    expect(weights[7]).toBe(0);
  });

  test('gives the same weights for the same examples, and the same file', () => {
    expect(learn(examples, 8)).toEqual(learn(examples, 8));
    const file = () => {
      const wording = quantise(learn(examples, 8));
      return storedModel(
        wording,
        { slope: 1, cues: CUE_CATEGORIES.map(() => 1), starts: [0, -1, -2] },
        setLevels([0.1], [0, -1, -2]),
      );
    };
    expect(file()).toBe(file());
  });

  test('rounds weights to within a step of what was learned, but for the largest that are cut', () => {
    const weights = learn(examples, 64);
    const { values, largest } = quantise(weights);
    weights.forEach((weight, at) => {
      expect(Math.abs((values[at] as number) - Math.max(-largest, Math.min(largest, weight)))).toBeLessThan(largest / 40);
    });
  });
});

describe('joining wording and cues', () => {
  const none = CUE_CATEGORIES.map(() => 0);
  const insult = CUE_CATEGORIES.map((category) => (category === 'insult' ? 1 : 0));
  const relief = CUE_CATEGORIES.map((category) => (category === 'relief' ? 1 : 0));
  const held: HeldOut[] = Array.from({ length: 400 }, (_, at) =>
    at % 4 === 0
      ? { wording: 1, evidence: insult, anger: 3 }
      : at % 4 === 1
        ? { wording: 1, evidence: none, anger: at % 8 === 1 ? 2 : 0 }
        : { wording: -1, evidence: at % 4 === 2 ? none : relief, anger: 0 },
  );
  const joint = joinEvidence(held);

  test('gives chances that come true', () => {
    expect(chanceOf(joint, { wording: 1, evidence: none })).toBeCloseTo(0.5, 0);
    expect(chanceOf(joint, { wording: 1, evidence: insult })).toBeGreaterThan(0.9);
    expect(chanceOf(joint, { wording: -1, evidence: none })).toBeLessThan(0.1);
  });

  test('never lets a cue of anger cool, nor relief heat', () => {
    const misleading = held.map((line) => ({ ...line, anger: line.evidence === insult ? (0 as const) : (3 as const) }));
    const { cues } = joinEvidence(misleading);
    CUE_CATEGORIES.forEach((category, at) => {
      if (category === 'relief') expect(cues[at]).toBeLessThanOrEqual(0);
      else expect(cues[at]).toBeGreaterThan(0);
    });
  });

  test('sets levels by false alarms: a sooner setting begins lower, and tells what it costs', () => {
    const tricky = Array.from({ length: 200 }, (_, at) => at / 250);
    const { levels, falseAlarmsPer100 } = setLevels(tricky, [0.5, -0.5, -2]);
    expect(levels.more[1]).toBeLessThan(levels.balanced[1]);
    expect(levels.balanced[1]).toBeLessThan(levels.fewer[1]);
    expect(falseAlarmsPer100.balanced).toBeLessThanOrEqual(4);
    expect(falseAlarmsPer100.more).toBeGreaterThan(falseAlarmsPer100.fewer);
  });
});
