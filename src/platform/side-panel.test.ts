import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from './fake-browser';
import { onIconClick, openPanel } from './side-panel';

const bare = fakeBrowser as { sidePanel?: unknown; sidebarAction?: unknown };
const { sidePanel } = fakeBrowser;
beforeEach(() => resetFakeBrowser());
afterEach(() => {
  bare.sidePanel = sidePanel;
  delete bare.sidebarAction;
});

test('the side panel opens for the tab that was clicked, before anything is awaited', async () => {
  const opened = openPanel(7);
  expect(fakeBrowser.state.panelsOpened).toEqual([7]);
  expect(await opened).toBe(true);
});

test('where there is no side panel, the sidebar opens', async () => {
  const open = vi.fn(async () => undefined);
  delete bare.sidePanel;
  bare.sidebarAction = { open };
  expect(await openPanel(7)).toBe(true);
  expect(open).toHaveBeenCalledTimes(1);
});

test('a browser that refuses, or has neither, opens nothing and breaks nothing', async () => {
  bare.sidePanel = { open: () => Promise.reject(new Error('may only be called in response to a user gesture')) };
  expect(await openPanel(7)).toBe(false);
  delete bare.sidePanel;
  expect(await openPanel(7)).toBe(false);
});

test('a click tells the tab it was made in', () => {
  const clicked = vi.fn();
  onIconClick(clicked);
  fakeBrowser.action.onClicked.emit({ id: 7 });
  fakeBrowser.action.onClicked.emit({});
  expect(clicked.mock.calls).toEqual([[7]]);
});
