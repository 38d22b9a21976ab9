import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePattern } from '../packs/pattern';
import { readText } from './language';
import { createMatcher } from './matcher';

const LISTS = new Map([['delays', ['late', 'held up', "hasn't come"]]]);

function finds(patterns: string[], text: string, unless: string[] = []): string[] {
  for (const source of [...patterns, ...unless]) expect(parsePattern(source, new Set(LISTS.keys())).ok).toBe(true);
  const match = createMatcher([{ id: 'rule', patterns, unless }], LISTS);
  return (match(readText(text)).get('rule') ?? []).map((hit) => text.slice(hit.start, hit.end));
}

test.each([
  ['refund', 'I want a REFUND now', ['REFUND']],
  ['charg* me', 'You charged me twice', ['charged me']],
  ['call|ring_up', 'I will ring up or call', ['ring up', 'call']],
  ['i am (very|really) angry', "I'm really angry", ["I'm really angry"]],
  ['i am (very|really) angry', 'i am angry', ['i am angry']],
  ['<delays>', "It's held up and hasn't come", ['held up', "hasn't come"]],
  ['waiting ... weeks', 'waiting for more than three weeks', ['waiting for more than three weeks']],
  ['waiting ...2 weeks', 'waiting for more than three weeks', []],
  ['never * again', 'never ever again', ['never ever again']],
  ['^ thanks', 'Well thanks. Thanks a lot', ['Thanks']],
  ['today $', 'today I need it today', ['today']],
  ['are you ... #ask', 'Are you there? Are you.', ['Are you there']],
  ['#ordinal time', 'the 3rd time, the fourth time', ['3rd time', 'fourth time']],
  ['#number #time', 'for 6 weeks', ['6 weeks']],
  ['paid #money', 'I paid £389.00', ['paid £389.00']],
  ["don't", 'I dont. I do not. I don’t', ['dont', 'do not', 'don’t']],
])('%j in %j', (pattern, text, expected) => {
  expect(finds([pattern], text)).toEqual(expected);
});

test('the same text is matched the same twice', () => {
  const match = createMatcher([{ id: 'rule', patterns: ['want ... refund'], unless: ['never'] }], LISTS);
  const text = readText('I want a refund. I never want a refund.');
  expect(match(text)).toEqual(match(text));
  expect(match(text).get('rule')).toHaveLength(1);
});

test('a match never crosses the end of a sentence', () => {
  expect(finds(['no ... refund'], 'No. I want a refund')).toEqual([]);
});

test('unless holds within the same sentence only', () => {
  expect(finds(['kill'], 'it crashes when I kill the app', ['app'])).toEqual([]);
  expect(finds(['kill'], 'I could kill you. Your app is bad', ['app'])).toEqual(['kill']);
});

test('a hostile pattern costs no more than its length times the text', () => {
  const hostile = Array.from({ length: 8 }, () => '...8 a').join(' ');
  const text = `${'a '.repeat(3_000)}b`;
  const started = performance.now();
  finds([hostile], text);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test('any pattern of words matches the text that is those words', () => {
  const word = fc.stringMatching(/^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{2,6}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(' ');
      expect(finds([text], text)).toEqual([text]);
    }),
  );
});
