import { expect, test, vi } from 'vitest';
import type { ConversationRecord } from '../protocol/state';
import { RECORD_LIMITS, trimRecord } from './trim-record';

const recordOf = (count: number, chars = 10): ConversationRecord => ({
  tab: 7,
  frame: 0,
  meta: { id: 'c1', title: '', channel: 'chat', host: 'desk.example' },
  utterances: Array.from({ length: count }, (_, index) => {
    return { id: `u${index}`, speaker: 'customer', text: 'x'.repeat(chars), at: index, final: true };
  }),
  draft: '',
  choices: { inserted: [], passed: [] },
  seen: { session: 's', n: 1 },
  updatedAt: 0,
});

test('a record within limits is left alone', () => {
  const record = recordOf(RECORD_LIMITS.utterances);
  const summarise = vi.fn();
  expect(trimRecord(record, summarise)).toBe(record);
  expect(summarise).not.toHaveBeenCalled();
});

test('a record with one too many loses its oldest, and keeps the summary of them', () => {
  const record = recordOf(RECORD_LIMITS.utterances + 1);
  const summarise = vi.fn(() => 'what was said');
  const trimmed = trimRecord(record, summarise);
  expect(summarise).toHaveBeenCalledWith(record, 101);
  expect(trimmed.utterances).toHaveLength(RECORD_LIMITS.keepUtterances);
  expect(trimmed.utterances[0]).toBe(record.utterances[101]);
  expect(trimmed.before).toBe('what was said');
});

test('a record of few but endless utterances is cut by its text', () => {
  const trimmed = trimRecord(recordOf(60, 20_000), () => 'summary');
  expect(trimmed.utterances).toHaveLength(25);
  expect(trimmed.utterances.at(-1)?.id).toBe('u59');
});
