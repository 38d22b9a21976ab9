import { expect, test } from 'vitest';
import { findOverfiring } from './overfiring';

const LISTS = new Map([['delays', ['overdue', 'Still', 'held up']]]);

test.each([
  ['you', 'you'],
  ['You', 'you'],
  ['(so) not', 'not'],
  ['... not', 'not'],
  ['furious|the', 'the'],
  ['order|the', 'the'],
  ['whe*', 'whe*'],
])('"%s" fires on nearly every sentence', (pattern, word) => {
  expect(findOverfiring(pattern, LISTS)).toEqual({ word, everywhere: true });
});

test.each([
  ['order', 'order'],
  ['deliv*', 'deliv*'],
  ['<delays>', 'still'],
  ['#number', '#number'],
])('"%s" fires on many a contented message', (pattern, word) => {
  expect(findOverfiring(pattern, LISTS)).toEqual({ word, everywhere: false });
});

test.each([
  'furious',
  'still waiting',
  '^ why $',
  '* you',
  '@capitals',
  '#capital',
  'not_good',
  'disgrac*',
  '(you)',
  '<unknown>',
])('"%s" is left alone', (pattern) => {
  expect(findOverfiring(pattern, LISTS)).toBeNull();
});
