import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Steady, steady } from './steady';

type Words = { readonly id: string; readonly note?: string };
const words = (id: string, note = ''): Words => ({ id, note });

let words$: Steady<Words>;
beforeEach(() => {
  vi.useFakeTimers();
  words$ = steady<Words>((a, b) => a.id === b.id, 1_000);
  words$.offer(words('a'), 'chat');
});
afterEach(() => {
  words$.stop();
  vi.useRealTimers();
});
const shown = (): string | undefined => words$.shown.value?.id;

test('the first value shows at once, the next one after its time, and of several the newest', () => {
  expect(shown()).toBe('a');
  words$.offer(words('b'), 'chat');
  words$.offer(words('c'), 'chat');
  expect([shown(), words$.waiting.value]).toEqual(['a', true]);
  vi.advanceTimersByTime(1_000);
  expect([shown(), words$.waiting.value]).toEqual(['c', false]);
});

test('a value that looks the same takes the place of the one shown at once, and of one that waits', () => {
  words$.offer(words('b'), 'chat');
  words$.offer(words('a', 'newer'), 'chat');
  expect(words$.shown.value).toEqual(words('a', 'newer'));
  vi.advanceTimersByTime(5_000);
  expect(shown()).toBe('a');
});

test('nothing changes while anybody holds; then it does', () => {
  vi.advanceTimersByTime(5_000);
  words$.hold('pointer', true);
  words$.hold('focus', true);
  words$.offer(words('b'), 'chat');
  words$.hold('pointer', false);
  vi.advanceTimersByTime(60_000);
  expect(shown()).toBe('a');
  words$.hold('focus', false);
  expect(shown()).toBe('b');
});

test('who holds for a time lets go after it, counted from when it was last asked', () => {
  vi.advanceTimersByTime(5_000);
  words$.holdFor('pointer', 2_000);
  words$.offer(words('b'), 'chat');
  vi.advanceTimersByTime(1_500);
  words$.holdFor('pointer', 2_000);
  vi.advanceTimersByTime(1_500);
  expect(shown()).toBe('a');
  vi.advanceTimersByTime(500);
  expect(shown()).toBe('b');
});

test('another subject, and the end of all advice, show at once whatever holds', () => {
  words$.hold('pointer', true);
  words$.offer(words('x'), 'other chat');
  expect(shown()).toBe('x');
  words$.offer(null, 'other chat');
  expect(words$.shown.value).toBeNull();
});

test('what waits for another subject is forgotten', () => {
  words$.offer(words('b'), 'chat');
  words$.offer(words('x'), 'other chat');
  vi.advanceTimersByTime(5_000);
  expect(shown()).toBe('x');
});

test('a change that was asked for shows at once, once, and only while it can be the answer', () => {
  words$.hold('pointer', true);
  words$.expectChange();
  words$.offer(words('b'), 'chat');
  expect(shown()).toBe('b');
  words$.offer(words('c'), 'chat');
  expect(shown()).toBe('b');
  words$.expectChange();
  expect(shown()).toBe('c');
  words$.expectChange();
  vi.advanceTimersByTime(10_000);
  words$.offer(words('d'), 'chat');
  expect(shown()).toBe('c');
});

test('release shows what waits and says whether anything did', () => {
  expect(words$.release()).toBe(false);
  words$.offer(words('b'), 'chat');
  expect(words$.release()).toBe(true);
  expect(shown()).toBe('b');
});
