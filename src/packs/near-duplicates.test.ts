import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearDuplicates } from './near-duplicates';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter(Boolean));

test('points at the earliest row that is nearly the same', () => {
  const rows = ['a b c d', 'x y z', 'a b c e', 'a b c d'].map(words);
  expect([...findNearDuplicates(rows, 0.6)]).toEqual([
    [2, 0],
    [3, 0],
  ]);
});

test('keeps rows apart where told to', () => {
  const rows = ['a b c d', 'a b c d', 'a b c d'].map(words);
  expect([...findNearDuplicates(rows, 0.6, (_, earlier) => earlier === 0)]).toEqual([[2, 1]]);
});

test('finds nothing among empty rows', () => {
  expect(findNearDuplicates([words(''), words('')], 0.5).size).toBe(0);
});

test('finds a near-duplicate exactly where comparing every pair finds one', () => {
  const row = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom(0.5, 2 / 3, 0.75, 1), (lists, least) => {
      const rows = lists.map((list) => new Set(list));
      const expected = new Map<number, number>();
      rows.forEach((one, index) => {
        const earlier = rows.findIndex((other, at) => {
          const both = [...one].filter((word) => other.has(word)).length;
          return at < index && !expected.has(at) && both > 0 && both / (one.size + other.size - both) >= least;
        });
        if (earlier >= 0) expected.set(index, earlier);
      });
      expect(findNearDuplicates(rows, least)).toEqual(expected);
    }),
  );
});
