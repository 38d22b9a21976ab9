import { expect, test } from 'vitest';
import { thresholdFor } from '../../src/train/threshold';
import { auc, calibrationError, count, f1, precision, recall, reliabilityOf } from './measures';

const scored = (...pairs: [number, boolean][]) => pairs.map(([score, positive]) => ({ score, positive }));

test('the area under the curve is 1 for a perfect order, 0 for its reverse, and ties count half', () => {
  expect(auc(scored([1, false], [2, false], [3, true]))).toBe(1);
  expect(auc(scored([3, false], [1, true]))).toBe(0);
  expect(auc(scored([1, false], [1, true]))).toBe(0.5);
  expect(auc(scored([1, false], [2, true], [2, false], [3, true]))).toBe(0.875);
});

test('precision, recall and F1 of what was heard', () => {
  const counts = count([
    { heard: true, positive: true },
    { heard: true, positive: false },
    { heard: false, positive: true },
    { heard: true, positive: true },
  ]);
  expect([precision(counts), recall(counts), f1(counts)]).toEqual([2 / 3, 2 / 3, 2 / 3]);
});

test('a threshold lets through no more of the calm than allowed, also where scores are the same', () => {
  const calm = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.9];
  for (const most of [0, 0.1, 0.2, 0.5]) {
    const threshold = thresholdFor(calm, most);
    expect(calm.filter((score) => score >= threshold).length / calm.length).toBeLessThanOrEqual(most);
  }
});

test('chances that come true are calibrated, and boasts are not', () => {
  const honest = Array.from({ length: 100 }, (_, at) => ({ score: 0.75, positive: at % 4 !== 0 }));
  expect(calibrationError(reliabilityOf(honest))).toBeCloseTo(0, 9);
  expect(calibrationError(reliabilityOf(scored([0.95, false], [0.95, true])))).toBeCloseTo(0.45, 9);
});
