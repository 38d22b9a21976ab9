import { expect, test } from 'vitest';
import { readText } from '../language';
import { thanksWords } from './thanks';

const thanksIn = (source: string): string => {
  const text = readText(source);
  return [...thanksWords(text)].map((at) => text.words[at]?.norm).join(' ');
};

test.each([
  ['Thank you so much for your help!', 'thank you so much for your help'],
  ['can i book for friday thanks', 'thanks'],
  ['Many thanks, I really appreciate it', 'many thanks i really appreciate it'],
  ['THANK YOU!!!', 'thank you'],
  ['cheers mate, all good', 'cheers mate all'],
])('%s: %s', (source, expected) => {
  expect(thanksIn(source)).toBe(expected);
});

test.each([
  'Thanks for nothing',
  'no thanks to you',
  'thanks for ruining my weekend',
  'keep your thanks',
  'I told the thankless man',
  'Thanks for your useless pathetic service',
  'many thanks for your rude reply',
  'ta da',
])('no thanks: %s', (source) => {
  expect(thanksIn(source)).toBe('');
});
