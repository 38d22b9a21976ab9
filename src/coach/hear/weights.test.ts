import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ANGER_MODEL } from './anger-model';
import { readWeights, writeWeights } from './weights';

test('weights come back to within a step, and nought is nought', () => {
  const weights = Float64Array.from({ length: 500 }, (_, at) => Math.sin(at) * 2);
  const back = readWeights(writeWeights(weights, 2), 2);
  weights.forEach((weight, at) => {
    expect(Math.abs((back[at] as number) - weight)).toBeLessThan(0.04);
  });
  expect(readWeights(writeWeights(Float64Array.of(0), 1), 1)[0]).toBe(0);
});

test('what is beyond the largest is cut to it', () => {
  expect([...readWeights(writeWeights(Float64Array.of(9, -9), 1.5), 1.5)]).toEqual([1.5, -1.5]);
});

test('the text needs no escaping in JSON, one character a weight', () => {
  const text = writeWeights(
    Float64Array.from({ length: 91 }, (_, at) => at - 45),
    45,
  );
  expect(text).toHaveLength(91);
  expect(JSON.stringify(text)).toHaveLength(93);
});

test('the shipped model fits in 64 KiB and its levels rise', () => {
  expect(statSync('assets/models/anger.json').size).toBeLessThanOrEqual(65_536);
  for (const [uneasy, upset, angry] of Object.values(ANGER_MODEL.levels)) expect(uneasy < upset && upset < angry).toBe(true);
});
