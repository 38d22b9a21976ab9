import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Pack } from '../packs/schema';
import type { Advice } from '../protocol/advice';
import type { Conversation } from '../protocol/conversation';
import type { ConversationRecord } from '../protocol/state';
import { runCoach } from './coach-runner';

const pack = { id: 'pack' } as Pack;
const record: ConversationRecord = {
  tab: 7,
  frame: 2,
  meta: { id: 'c1', title: 'Nadia', channel: 'call', host: 'desk.example' },
  utterances: [{ id: 'u1', speaker: 'customer', text: 'my card is 4000', at: 1, final: true }],
  draft: 'Hello',
  choices: { inserted: [], passed: ['p1'] },
  seen: { session: 's', n: 1 },
  updatedAt: 0,
};

let logged: unknown[][];
beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => void logged.push(args));
});
afterEach(() => vi.restoreAllMocks());

test('the coach is given the conversation and nothing about tabs', () => {
  const advise = vi.fn((conversation: Conversation) => ({ conversation: conversation.id }) as Advice);
  expect(runCoach({ advise, summarise: () => null }, pack).advise(record, 5)).toEqual({ conversation: 'c1' });
  const { meta, utterances, draft, choices } = record;
  expect(advise).toHaveBeenCalledWith({ id: 'c1', channel: meta.channel, utterances, draft, choices }, pack, 5);
});

test('the coach is given its own summary of what was dropped', () => {
  const summarise = vi.fn(() => 'longer summary');
  const coach = runCoach({ advise: () => ({}) as Advice, summarise }, pack);
  expect(coach.summarise({ ...record, before: 'summary' }, 1)).toBe('longer summary');
  expect(summarise).toHaveBeenCalledWith(expect.objectContaining({ before: 'summary' }), pack, 1);
});

test('a coach that breaks gives no advice and keeps the summary there was; the log holds no word of the conversation', () => {
  const broken = (): never => {
    throw new RangeError(`cannot read "${record.utterances[0]?.text}"`);
  };
  const coach = runCoach({ advise: broken, summarise: broken }, pack);
  expect(coach.advise(record, 5)).toBeNull();
  expect(coach.summarise({ ...record, before: 'summary' }, 1)).toBe('summary');
  expect(logged).toEqual([
    ['composure: advise_failed', { error: 'RangeError' }],
    ['composure: summarise_failed', { error: 'RangeError' }],
  ]);
});
