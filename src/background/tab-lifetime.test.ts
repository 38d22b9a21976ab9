import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import type { Reading } from '../protocol/reading';
import type { TabReading } from '../protocol/state';
import type { Conversations } from './conversations';
import { followTabs, type TabLifetime } from './tab-lifetime';

const { state, storage } = fakeBrowser;
const reading = (more: Partial<Reading> = {}): Reading => ({
  state: 'reading',
  host: 'desk.example',
  adapter: null,
  conversation: 'c1',
  composer: 'ready',
  ...more,
});
const ofTab = (): TabReading | undefined => storage.session.contents()['reading:7'] as TabReading | undefined;

let forgotten: (number | undefined)[][];
let tabs: TabLifetime;
beforeEach(() => {
  resetFakeBrowser();
  forgotten = [];
  const conversations = { forget: async (...args: [number, number?]) => void forgotten.push(args) } as unknown as Conversations;
  tabs = followTabs(conversations, () => 1);
});

describe('a page that has loaded', () => {
  test('goes on being read when its readers answer', async () => {
    state.reader = async () => ({ ok: true, value: {} });
    await tabs.report(7, 0, reading());
    await tabs.loaded(7);
    expect(ofTab()?.state).toBe('reading');
    expect(state.scriptRuns).toEqual([]);
  });

  test('loses the reports of the frames that are gone, and no others', async () => {
    state.reader = async (_, frame) => (frame === 0 ? { ok: true, value: {} } : undefined);
    await tabs.report(7, 0, reading({ state: 'no_conversation' }));
    await tabs.report(7, 4, reading());
    await tabs.loaded(7);
    expect(ofTab()).toMatchObject({ frame: 0, state: 'no_conversation' });
    expect(state.scriptRuns).toEqual([]);
  });

  test('that has no reader left is not said to be read, and is entered again', async () => {
    await tabs.report(7, 0, reading());
    await tabs.loaded(7);
    expect(ofTab()).toBeUndefined();
    expect(state.scriptRuns).toEqual([7]);
    expect(forgotten).toEqual([]);
  });

  test('that never was read is left alone', async () => {
    const asked = vi.fn();
    state.reader = asked;
    await tabs.loaded(7);
    expect(asked).not.toHaveBeenCalled();
    expect(state.scriptRuns).toEqual([]);
  });
});

test('a closed tab is forgotten, what was read and what was said', async () => {
  await tabs.report(7, 0, reading());
  await tabs.closed(7);
  expect(storage.session.contents()).toEqual({});
  expect(forgotten).toEqual([[7]]);
});

test('a move to another site forgets what was said on the one before: of the tab, or of the frame that moved', async () => {
  await tabs.report(7, 0, reading());
  await tabs.report(7, 3, reading());
  await tabs.report(7, 3, reading({ host: 'other.example' }));
  expect(forgotten).toEqual([[7, 3]]);
  await tabs.report(7, 0, reading({ host: 'third.example' }));
  expect(forgotten).toEqual([[7, 3], [7]]);
});
