import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import type { Reading, ReadingState } from '../protocol/reading';
import type { TabReading } from '../protocol/state';
import { forgetFrames, forgetReadings, reportedFrames, takeReport } from './readings';

const { session } = fakeBrowser.storage;
const reading = (state: ReadingState, more: Partial<Reading> = {}): Reading => ({
  state,
  host: 'desk.example',
  adapter: null,
  conversation: null,
  composer: 'none',
  ...more,
});
const ofTab = (tab = 7): TabReading | undefined => session.contents()[`reading:${tab}`] as TabReading | undefined;

beforeEach(() => resetFakeBrowser());

describe('the reading of a tab', () => {
  test('is its frame that reads, whatever the others report and in whatever order', async () => {
    await takeReport(7, 4, reading('reading', { conversation: 'c1', composer: 'ready' }), 1);
    await takeReport(7, 0, reading('no_conversation'), 2);
    await takeReport(7, 5, reading('empty'), 3);
    expect(ofTab()).toEqual({ ...reading('reading', { conversation: 'c1', composer: 'ready' }), tab: 7, frame: 4, at: 1 });
  });

  test('goes from best to worst', async () => {
    const worstFirst: ReadingState[] = ['no_conversation', 'lost', 'starting', 'drawn', 'unsure', 'empty', 'reading'];
    for (const [frame, state] of worstFirst.entries()) {
      await takeReport(7, frame, reading(state), frame);
      expect(ofTab()?.state).toBe(state);
    }
  });

  test('is the newest of two that read, which is where the agent last did something', async () => {
    await takeReport(7, 1, reading('reading', { conversation: 'a' }), 1);
    await takeReport(7, 2, reading('reading', { conversation: 'b' }), 2);
    expect(ofTab()?.conversation).toBe('b');
    await takeReport(7, 1, reading('reading', { conversation: 'a' }), 3);
    expect(ofTab()?.conversation).toBe('a');
  });

  test('falls to the next best when the best frame says otherwise or goes', async () => {
    await takeReport(7, 0, reading('no_conversation'), 1);
    await takeReport(7, 1, reading('reading'), 2);
    await takeReport(7, 2, reading('empty'), 3);
    await takeReport(7, 1, reading('lost'), 4);
    expect(ofTab()?.state).toBe('empty');
    await forgetFrames(7, [2]);
    expect(ofTab()?.state).toBe('lost');
    await forgetFrames(7, [0, 1]);
    expect(ofTab()).toBeUndefined();
  });

  test('keeps two tabs apart', async () => {
    await takeReport(7, 0, reading('reading'), 1);
    await takeReport(70, 0, reading('empty'), 1);
    await forgetReadings(7);
    expect(ofTab(7)).toBeUndefined();
    expect(ofTab(70)?.state).toBe('empty');
    expect(Object.keys(session.contents()).sort()).toEqual(['frames:70', 'reading:70']);
  });

  test('takes reports that come at the same moment one after the other', async () => {
    await Promise.all([0, 1, 2].map((frame) => takeReport(7, frame, reading('empty'), frame)));
    expect(await reportedFrames(7)).toEqual([0, 1, 2]);
  });

  test('remembers the fifty best frames of a page that has hundreds', async () => {
    await takeReport(7, 999, reading('reading'), 0);
    for (let frame = 0; frame < 60; frame++) await takeReport(7, frame, reading('no_conversation'), frame + 1);
    expect(await reportedFrames(7)).toHaveLength(50);
    expect(ofTab()?.frame).toBe(999);
  });
});

describe('a report from another site', () => {
  test('is no departure while the host stays', async () => {
    expect(await takeReport(7, 0, reading('starting'), 1)).toBe('none');
    expect(await takeReport(7, 0, reading('reading'), 2)).toBe('none');
    expect(await takeReport(7, 3, reading('reading', { host: 'chat.example' }), 3)).toBe('none');
  });

  test('in the outermost frame ends the tab as it was, its frames included', async () => {
    await takeReport(7, 0, reading('no_conversation'), 1);
    await takeReport(7, 3, reading('reading'), 2);
    expect(await takeReport(7, 0, reading('starting', { host: 'other.example' }), 3)).toBe('tab');
    expect(await reportedFrames(7)).toEqual([0]);
    expect(ofTab()?.host).toBe('other.example');
  });

  test('in an inner frame ends that frame alone', async () => {
    await takeReport(7, 0, reading('no_conversation'), 1);
    await takeReport(7, 3, reading('reading'), 2);
    expect(await takeReport(7, 3, reading('starting', { host: 'other.example' }), 3)).toBe('frame');
    expect(await reportedFrames(7)).toEqual([0, 3]);
  });
});
