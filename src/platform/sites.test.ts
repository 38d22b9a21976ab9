import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { resetFakeBrowser } from './fake-browser';
import { hasSite, listSites, removeSite, requestSite, sitePattern, watchSites } from './sites';

beforeEach(() => resetFakeBrowser());

test('a pattern covers every path of a host and names no port', () => {
  expect(sitePattern('https://desk.example')).toBe('https://desk.example/*');
  expect(sitePattern('http://localhost:4173')).toBe('http://localhost/*');
});

test('only web origins have a pattern', () => {
  for (const origin of ['file:///etc', 'chrome://settings', 'about:blank', 'desk.example'])
    expect(() => sitePattern(origin)).toThrow();
});

test('a site is listed from when it is granted until it is given back, and watchers hear of both', async () => {
  const heard = vi.fn();
  const stop = watchSites(heard);
  expect(await requestSite('https://desk.example')).toBe(true);
  expect(await hasSite('https://desk.example')).toBe(true);
  expect(await listSites()).toEqual(['https://desk.example']);
  expect(await removeSite('https://desk.example')).toBe(true);
  expect(await listSites()).toEqual([]);
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  await requestSite('https://desk.example');
  expect(heard).toHaveBeenCalledTimes(2);
});
