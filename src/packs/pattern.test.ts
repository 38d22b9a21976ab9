import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePattern } from './pattern';

const problemOf = (source: string) => {
  const parsed = parsePattern(source, new Set(['delays']));
  return parsed.ok ? null : parsed.problem;
};

test.each([
  ['', 'empty'],
  ['(very) ...', 'nothing in it must be there'],
  ['* *', 'nothing in it must be there'],
  ['<unknown>', 'no list'],
  ['(very', 'bracket'],
  ['#weekday', 'not a known kind of word'],
  ['@loud', 'not a known signal'],
  ['@capitals now', 'must stand alone'],
  ['a*', 'at least three letters'],
  ['...99 now', 'a gap is'],
  ['one|', 'empty choice'],
  ['w[aeiou]t(', 'has a sign'],
  [Array.from({ length: 17 }, () => 'word').join(' '), 'at most 16'],
])('refuses %j and says why', (source, words) => {
  expect(problemOf(source)).toContain(words);
});

test.each([
  'refund',
  'call|ring_up me (back)',
  '^ i have been waiting ... #time',
  '<delays> $',
  '@punctuation',
  'are you sure ... #ask',
])('takes %j', (source) => {
  expect(problemOf(source)).toBeNull();
});

test('never throws on any text', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (source) => typeof parsePattern(source, new Set()).ok === 'boolean'));
});
