import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Settling } from './settling';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const row = (): Element => ({}) as Element;

test('a caption is final when its words have held still for 1.2 seconds', () => {
  const again = vi.fn();
  const settling = new Settling(again, new AbortController().signal);
  const line = row();
  expect(settling.isFinal(line, 'it', true)).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(settling.isFinal(line, 'it is', true)).toBe(false);
  vi.advanceTimersByTime(1_199);
  expect(again).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(again).toHaveBeenCalledExactlyOnceWith(line);
  expect(settling.isFinal(line, 'it is', true)).toBe(true);
});

test('a chat message is final at once, and so is its later edit', () => {
  const settling = new Settling(() => undefined, new AbortController().signal);
  const message = row();
  expect(settling.isFinal(message, 'Hi', false)).toBe(true);
  vi.advanceTimersByTime(5_000);
  expect(settling.isFinal(message, 'Hi!', false)).toBe(true);
});

test('an answer that streams in is not final until it stands', () => {
  const settling = new Settling(() => undefined, new AbortController().signal);
  const message = row();
  settling.isFinal(message, 'We', false);
  vi.advanceTimersByTime(300);
  expect(settling.isFinal(message, 'We will', false)).toBe(false);
  vi.advanceTimersByTime(1_200);
  expect(settling.isFinal(message, 'We will', false)).toBe(true);
});

test('after the end nothing is looked at again', () => {
  const again = vi.fn();
  const end = new AbortController();
  new Settling(again, end.signal).isFinal(row(), 'it', true);
  end.abort();
  vi.advanceTimersByTime(5_000);
  expect(again).not.toHaveBeenCalled();
});
