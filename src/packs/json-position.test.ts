import { expect, test } from 'vitest';
import { whereJsonBreaks } from './json-position';

test.each([
  ['{"a": 1,\n "b": }', 2],
  ['{\n"a": 1\n"b": 2}', 3],
  ['[1,\n2,\n]', 3],
  ['{"a": [1, 2}\n}', 1],
  ['hello', 1],
  ['{\n\n"a": "unclosed\n}', 3],
  ['{"a": 1}\n\nextra', 3],
  ['{\n"a": {\n"b": 1\n', 4],
  ['{"a": 01}', 1],
])('names the line of the first break in %j', (text, line) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(whereJsonBreaks(text)).toBe(line);
});

test('reads a long broken file in linear time', () => {
  const started = performance.now();
  expect(whereJsonBreaks(`[${'{"a":"b"},\n'.repeat(200_000)}`)).toBe(200_001);
  expect(performance.now() - started).toBeLessThan(10_000);
});
