import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { isOrphaned, onInstalled, onStartup } from './extension';
import { fakeBrowser, resetFakeBrowser } from './fake-browser';

beforeEach(() => resetFakeBrowser());

test('a script whose extension is gone knows it, however the browser takes the API away', () => {
  expect(isOrphaned()).toBe(false);
  fakeBrowser.runtime.id = undefined;
  expect(isOrphaned()).toBe(true);
  const { runtime } = fakeBrowser;
  const bare = fakeBrowser as { runtime?: unknown };
  delete bare.runtime;
  expect(isOrphaned()).toBe(true);
  bare.runtime = runtime;
});

test('installation and start of the browser are heard apart', () => {
  const [installed, started] = [vi.fn(), vi.fn()];
  onInstalled(installed);
  onStartup(started);
  fakeBrowser.runtime.onInstalled.emit();
  expect([installed.mock.calls.length, started.mock.calls.length]).toEqual([1, 0]);
  fakeBrowser.runtime.onStartup.emit();
  expect([installed.mock.calls.length, started.mock.calls.length]).toEqual([1, 1]);
});
