import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import { reading } from './fake-advice';
import { type FollowedTab, followTab, tabInAddress } from './followed-tab';

const OWN = 99;
const front = (id: number, url?: string): void => {
  fakeBrowser.state.tabs = [{ id, active: true, ...(url === undefined ? {} : { url }) }];
};
/** A panel opened in a tab of its own knows its tab; a side panel has none. */
const standInTab = (): void => {
  fakeBrowser.tabs.getCurrent = async () => ({ id: OWN }) as unknown as undefined;
};
const { getCurrent } = fakeBrowser.tabs;
let stop = (): void => undefined;
let heard: (FollowedTab | null)[];
const follow = (search = ''): void => {
  heard = [];
  stop = followTab(search, (tab) => heard.push(tab));
};
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => resetFakeBrowser());
afterEach(() => {
  stop();
  fakeBrowser.tabs.getCurrent = getCurrent;
});

test('a side panel follows the tab in front, and says each change once', async () => {
  front(1);
  follow();
  await settle();
  front(2, 'https://desk.example/');
  fakeBrowser.tabs.onActivated.emit();
  fakeBrowser.tabs.onActivated.emit();
  await settle();
  expect(heard).toEqual([
    { id: 1, url: null },
    { id: 2, url: 'https://desk.example/' },
  ]);
});

test('a panel in a tab keeps the last other tab while it is in front itself', async () => {
  standInTab();
  front(1);
  follow();
  await settle();
  front(OWN);
  fakeBrowser.tabs.onActivated.emit();
  await settle();
  expect(heard).toEqual([{ id: 1, url: null }]);
});

test('a panel in a tab that has seen no other shows what was read last, as soon as anything is', async () => {
  standInTab();
  front(OWN);
  follow();
  await settle();
  expect(heard).toEqual([null]);
  await fakeBrowser.storage.session.set({ 'reading:3': reading({ tab: 3, at: 5 }), 'reading:4': reading({ tab: 4, at: 9 }) });
  await settle();
  expect(heard.at(-1)).toEqual({ id: 4, url: null });
});

test('an address that names a tab is followed whatever is in front', async () => {
  front(1);
  follow('?tab=12');
  await settle();
  front(12, 'https://desk.example/');
  fakeBrowser.tabs.onActivated.emit();
  await settle();
  expect(heard).toEqual([
    { id: 12, url: null },
    { id: 12, url: 'https://desk.example/' },
  ]);
});

test('only a whole number names a tab', () => {
  expect(tabInAddress('?tab=12')).toBe(12);
  for (const search of ['', '?tab=', '?tab=-1', '?tab=1.5', '?tab=all', '?other=3']) expect(tabInAddress(search)).toBeNull();
});
