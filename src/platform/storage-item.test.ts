import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from './fake-browser';
import { isQuotaError, localItem, readSession, removeSession, sessionItem, watchSession, writeSession } from './storage-item';

beforeEach(() => resetFakeBrowser());

test('a session item gives what was set, and undefined before and after', async () => {
  const item = sessionItem<number>('heat');
  expect(await item.get()).toBeUndefined();
  await item.set(4);
  expect(await item.get()).toBe(4);
  await item.remove();
  expect(await item.get()).toBeUndefined();
});

test('a local item gives its fallback while nothing is stored', async () => {
  const item = localItem('settings', { sensitivity: null as string | null });
  expect(await item.get()).toEqual({ sensitivity: null });
  await item.set({ sensitivity: 'more' });
  expect(await item.get()).toEqual({ sensitivity: 'more' });
});

test('the areas do not mix', async () => {
  await sessionItem<number>('key').set(1);
  expect(fakeBrowser.storage.local.contents()).toEqual({});
  expect(await localItem('key', 0).get()).toBe(0);
});

test('a watcher hears its own key of its own area, and falls back when the key goes', async () => {
  const heard: unknown[] = [];
  const item = localItem('key', 'none');
  const stop = item.watch((value) => heard.push(value));
  await sessionItem<string>('key').set('session');
  await localItem('other', '').set('other');
  await item.set('here');
  await item.remove();
  stop();
  await item.set('late');
  expect(heard).toEqual(['here', 'none']);
});

test('a prefix reads, watches and removes all keys under it', async () => {
  const heard: unknown[] = [];
  watchSession('advice:7:', (key, value) => heard.push([key, value]));
  await writeSession(
    new Map([
      ['advice:7:a', 1],
      ['advice:7:b', 2],
      ['advice:70:a', 3],
    ]),
  );
  expect([...(await readSession('advice:7:')).keys()].sort()).toEqual(['advice:7:a', 'advice:7:b']);
  await removeSession(['advice:7:a']);
  expect(heard).toEqual([
    ['advice:7:a', 1],
    ['advice:7:b', 2],
    ['advice:7:a', undefined],
  ]);
});

test('a full area is told apart from other failures, and keeps what it had', async () => {
  await sessionItem<string>('small').set('x');
  fakeBrowser.storage.session.quota = 40;
  const error = await sessionItem<string>('large')
    .set('x'.repeat(100))
    .catch((reason: unknown) => reason);
  expect(isQuotaError(error)).toBe(true);
  expect(isQuotaError(new DOMException('no room', 'QuotaExceededError'))).toBe(true);
  expect(isQuotaError(new TypeError('not cloneable'))).toBe(false);
  expect(await sessionItem<string>('small').get()).toBe('x');
});
