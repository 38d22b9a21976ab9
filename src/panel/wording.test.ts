import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { speakEnglish } from '../../tests/support/english';
import { resetFakeBrowser } from '../platform/fake-browser';
import { advice, NOON } from './fake-advice';
import { age, duration, reasonWords, sinceWords } from './wording';

beforeEach(() => {
  resetFakeBrowser();
  speakEnglish();
});

test('a duration is minutes and seconds, from an hour on hours and minutes', () => {
  expect([-5, 0, 999, 40_000, 725_000, 3_600_000, 7_500_000].map(duration)).toEqual([
    '0:00',
    '0:00',
    '0:00',
    '0:40',
    '12:05',
    '1 h 00 min',
    '2 h 05 min',
  ]);
});

test('an age is whole minutes', () => {
  expect([0, 59_999, 60_000, 150_000].map(age)).toEqual(['just started', 'just started', '1 min', '2 min']);
});

test('a reason counts replies where there are any, and quotes where it answers words', () => {
  expect(reasonWords({ code: 'overdue', quote: null, replies: 1 })).toBe('Missing for 1 reply');
  expect(reasonWords({ code: 'overdue', quote: null, replies: 0 })).toBe('Waiting for a while');
  expect(reasonWords({ code: 'open_question', quote: 'Where is it?', replies: 0 })).toBe('They asked: “Where is it?”');
});

test('only a step that is due says since when, and not in its first seconds', () => {
  const [step] = advice().steps;
  if (step === undefined) throw new Error('no step');
  const since = { utterance: 'u1', replies: 0, at: NOON };
  expect(sinceWords({ ...step, state: 'done', since }, NOON + 60_000)).toBe('');
  expect(sinceWords({ ...step, state: 'due', since }, NOON + 5_000)).toBe('');
  expect(sinceWords({ ...step, state: 'due', since }, NOON + 40_000)).toBe('0:40');
  expect(sinceWords({ ...step, state: 'overdue', since: { ...since, replies: 3 } }, NOON)).toBe('3 replies');
  expect(sinceWords({ ...step, state: 'due', since: null }, NOON)).toBe('');
});
