import { expect, test, vi } from 'vitest';
import { takePage } from './lifetime';

test('a second injection wakes the first and takes nothing', () => {
  const page = {};
  const first = takePage(page);
  const woken = vi.fn();
  if (first) first.onInjectedAgain = woken;
  expect(takePage(page)).toBeNull();
  expect(woken).toHaveBeenCalledOnce();
});

test('after the end of one, another may take the page', () => {
  const page = {};
  const first = takePage(page);
  first?.end();
  expect(first?.signal.aborted).toBe(true);
  const second = takePage(page);
  expect(second?.signal.aborted).toBe(false);
});

test('two frames are two pages', () => {
  expect(takePage({})).not.toBeNull();
  expect(takePage({})).not.toBeNull();
});
