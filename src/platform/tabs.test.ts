import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from './fake-browser';
import { activeTab, onTabClosed, onTabLoaded, tabsOn, thisTab, watchActiveTab } from './tabs';

const { state, tabs } = fakeBrowser;
beforeEach(() => resetFakeBrowser());

test('the tab in front is known by its id, and by its address only where that is permitted', async () => {
  expect(await activeTab()).toBeNull();
  state.tabs = [{ id: 4 }, { id: 7, active: true }];
  expect(await activeTab()).toEqual({ id: 7, url: null });
  state.tabs = [{ id: 7, active: true, url: 'https://desk.example/' }];
  expect(await activeTab()).toEqual({ id: 7, url: 'https://desk.example/' });
});

test('a watcher hears of another tab in front and of the one in front loading, until it stops', () => {
  const heard = vi.fn();
  const stop = watchActiveTab(heard);
  tabs.onActivated.emit();
  tabs.onUpdated.emit(7, { status: 'complete' }, { active: true });
  tabs.onUpdated.emit(8, { status: 'complete' }, { active: false });
  tabs.onUpdated.emit(7, {}, { active: true });
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  tabs.onActivated.emit();
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a page that stands in no tab has none', async () => {
  expect(await thisTab()).toBeNull();
});

test('tabs are found by the patterns of their sites; no patterns find none', async () => {
  state.tabs = [
    { id: 1, url: 'https://desk.example/inbox' },
    { id: 2, url: 'https://other.example/' },
  ];
  expect(await tabsOn(['https://desk.example/*'])).toEqual([1]);
  expect(await tabsOn([])).toEqual([]);
});

test('a tab is heard to close, and to have finished loading', () => {
  const [closed, loaded] = [vi.fn(), vi.fn()];
  onTabClosed(closed);
  onTabLoaded(loaded);
  tabs.onRemoved.emit(7);
  tabs.onUpdated.emit(7, { status: 'loading' }, { active: true });
  tabs.onUpdated.emit(7, { status: 'complete' }, { active: true });
  expect(closed.mock.calls).toEqual([[7]]);
  expect(loaded.mock.calls).toEqual([[7]]);
});
