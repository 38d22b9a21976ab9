import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './align';

const letters = (text: string): string[] => [...text];

test.each([
  ['abc', 'abc', [0, 1, 2]],
  ['abxc', 'abc', [0, 1, -1, 2]],
  ['ac', 'abc', [0, 2]],
  ['ooabo', 'oabo', [0, -1, 1, 2, 3]],
  ['', 'abc', []],
  ['xyz', 'abc', [-1, -1, -1]],
])('%s and %s', (a, b, partners) => {
  expect(align(letters(a), letters(b))).toEqual(partners);
});

test('what both have is paired in order, and what is left of one of two equals can be added back', () => {
  const text = fc.array(fc.constantFrom('o', 'k', 'x'), { maxLength: 30 });
  fc.assert(
    fc.property(text, fc.array(fc.nat(29), { maxLength: 8 }), (whole, dropped) => {
      const part = whole.filter((_, index) => !dropped.includes(index));
      const partners = align(part, whole);
      expect(partners.every((partner) => partner >= 0)).toBe(true);
      expect(partners.every((partner, index) => whole[partner] === part[index])).toBe(true);
      expect(partners).toEqual([...partners].sort((x, y) => x - y));
      expect(new Set(partners).size).toBe(partners.length);
    }),
  );
});

test('two long sequences that share little are still paired in order', () => {
  const a = Array.from({ length: 1_500 }, (_, index) => (index % 3 === 0 ? 'ok' : `a${index}`));
  const b = Array.from({ length: 1_500 }, (_, index) => (index % 5 === 0 ? 'ok' : `b${index}`));
  const partners = align(a, b).filter((partner) => partner >= 0);
  expect(partners.length).toBe(300);
  expect(partners).toEqual([...partners].sort((x, y) => x - y));
});
