import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_CHARS, readText } from './language';

const norms = (text: string) => readText(text).words.map((word) => word.norm);

test('contractions become the same words with or without their apostrophe, straight or typographic', () => {
  for (const text of ["don't", 'don’t', 'dont', 'DON’T']) expect(norms(text)).toEqual(['do', 'not']);
  expect(norms("I can't, won't, it's")).toEqual(['i', 'can', 'not', 'will', 'not', 'it', 'is']);
});

test('both words of a contraction carry the span of the whole', () => {
  const { words, raw } = readText("They didn't call");
  expect(words.map((word) => raw.slice(word.start, word.end))).toEqual(['They', "didn't", "didn't", 'call']);
});

test('masking, zero-width signs and stretched letters hide nothing', () => {
  expect(norms('f***ing sh!t a$$ f**k')).toEqual(['f~ing', 'sh~t', 'a~', 'f~k']);
  expect(norms('id\u200biot')).toEqual(['idiot']);
  expect(norms('sooooo pleeease')).toEqual(['so', 'please']);
});

test('codes, amounts and addresses stay whole; slashes and hyphens split words', () => {
  expect(norms('order #48-20713 for £389.00, well-known and/or a@b.example')).toEqual([
    'order',
    '#48-20713',
    'for',
    '£389.00',
    'well',
    'known',
    'and',
    'or',
    'a@b.example',
  ]);
});

test('emoji are words of their own, also when stuck to a word', () => {
  expect(norms('great😡😡 ok')).toEqual(['great', '😡', '😡', 'ok']);
});

test('a number stuck to its unit is two words; a row of one letter is none stretched', () => {
  expect(norms('45mins late, BBB')).toEqual(['45', 'mins', 'late', 'bbb']);
});

test('sentences are told apart and know whether they ask', () => {
  const { sentences } = readText('Where is it? I paid Mr. Smith. Nothing came!');
  expect(sentences.map((one) => one.asks)).toEqual([true, false, false]);
});

test('a very long text is read up to the limit and said to be capped', () => {
  const text = readText('waiting '.repeat(4_000));
  expect(text.capped).toBe(true);
  expect(text.words.at(-1)?.end).toBeLessThanOrEqual(MAX_CHARS);
});

test('any Unicode text gives words inside it, in order, covering what they name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => {
      const { words, sentences, raw } = readText(source);
      let before = 0;
      for (const word of words) {
        expect(word.start).toBeGreaterThanOrEqual(before);
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.end).toBeLessThanOrEqual(raw.length);
        before = word.start;
      }
      for (const one of sentences) expect(one.last).toBeGreaterThan(one.first);
      expect(readText(source)).toEqual(readText(source));
    }),
    { numRuns: 150 },
  );
});
