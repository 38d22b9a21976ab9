import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import { SESSION_KEYS } from '../protocol/state';
import { advice, oneConversation, reading, record, TAB } from './fake-advice';
import { createTabRecords, type TabRecords } from './tab-records';

let records: TabRecords;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  resetFakeBrowser();
  records = createTabRecords();
});
afterEach(() => {
  records.watch(null);
  vi.restoreAllMocks();
});

test('what is stored about the tab is there after the first look, and follows every change', async () => {
  await fakeBrowser.storage.session.set(oneConversation());
  records.watch(TAB);
  expect(records.loaded.value).toBe(false);
  await settle();
  expect(records.loaded.value).toBe(true);
  expect(records.reading.value?.state).toBe('reading');
  expect([...records.conversations.value.keys()]).toEqual(['c1']);
  await fakeBrowser.storage.session.set({ [SESSION_KEYS.conversation(TAB, 'c2')]: record('c2') });
  await fakeBrowser.storage.session.remove(SESSION_KEYS.conversation(TAB, 'c1'));
  expect([...records.conversations.value.keys()]).toEqual(['c2']);
});

test('a change heard during the first look is not undone by it', async () => {
  const stale = oneConversation(advice({ at: 1 }));
  let answer = (_found: Record<string, unknown>): void => undefined;
  vi.spyOn(fakeBrowser.storage.session, 'get').mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  records.watch(TAB);
  await fakeBrowser.storage.session.set({ [SESSION_KEYS.advice(TAB, 'c1')]: advice({ at: 2 }) });
  await fakeBrowser.storage.session.remove(SESSION_KEYS.reading(TAB));
  answer(stale);
  await settle();
  expect(records.advice.value.get('c1')?.at).toBe(2);
  expect(records.conversations.value.has('c1')).toBe(true);
});

test('ids may hold colons, and a tab whose number begins alike is another tab', async () => {
  await fakeBrowser.storage.session.set({
    [SESSION_KEYS.conversation(TAB, 'inbox:12:a')]: record('inbox:12:a'),
    [SESSION_KEYS.conversation(TAB * 10 + 1, 'foreign')]: record('foreign'),
    [SESSION_KEYS.reading(TAB * 10 + 1)]: reading({ tab: TAB * 10 + 1 }),
  });
  records.watch(TAB);
  await settle();
  expect([...records.conversations.value.keys()]).toEqual(['inbox:12:a']);
  expect(records.reading.value).toBeNull();
});

test('another tab forgets the one before, even where its answer comes late', async () => {
  await fakeBrowser.storage.session.set(oneConversation());
  records.watch(TAB);
  records.watch(TAB + 1);
  await settle();
  expect(records.loaded.value).toBe(true);
  expect(records.conversations.value.size).toBe(0);
});
