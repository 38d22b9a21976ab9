import { expect, test } from 'vitest';
import type { HeatPoint } from '../protocol/advice';
import { HEAT_LEVELS } from '../protocol/vocabulary';
import { NOON } from './fake-advice';
import { placePoints } from './heat-curve';

const curve = (levels: readonly (typeof HEAT_LEVELS)[number][]): HeatPoint[] =>
  levels.map((level, i) => ({ utterance: `u${i}`, at: NOON + i, heat: 0.5, level }));

test('hotter stands higher, and time runs evenly from edge to edge', () => {
  const points = placePoints(curve(HEAT_LEVELS));
  expect(points.map(({ y }) => y)).toEqual([84, 60, 36, 12]);
  const gaps = points.slice(1).map(({ x }, i) => Math.round(x - (points[i]?.x ?? 0)));
  expect(new Set(gaps).size).toBe(1);
});

test('one point stands at the left, forty fit', () => {
  expect(placePoints(curve(['calm']))).toEqual([{ x: 10, y: 84 }]);
  const forty = placePoints(curve(Array.from({ length: 40 }, () => 'upset' as const)));
  expect(forty.at(-1)?.x).toBeCloseTo(246);
});
