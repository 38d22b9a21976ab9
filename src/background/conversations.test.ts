import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import type { Advice } from '../protocol/advice';
import type { ConversationUpdate } from '../protocol/messages';
import type { ConversationRecord } from '../protocol/state';
import type { Coach } from './coach-runner';
import { type ConversationStore, openConversationStore } from './conversation-store';
import { type Conversations, openConversations } from './conversations';

const { session } = fakeBrowser.storage;
const update = (id: string, n: number, more: Partial<ConversationUpdate> = {}): ConversationUpdate => ({
  batch: { session: 's1', n },
  meta: { id, title: '', channel: 'chat', host: 'desk.example' },
  whole: false,
  changes: [
    {
      utterance: { id: `u${n}`, speaker: 'customer', text: `message ${n}`, at: n, final: true },
      after: n === 1 || more.whole ? null : `u${n - 1}`,
    },
  ],
  removed: [],
  ...more,
});
const from = { tab: 7, frame: 3 };
const stored = (id: string, tab = 7): ConversationRecord => session.contents()[`conversation:${tab}:${id}`] as ConversationRecord;

let now: number;
let advised: string[];
let store: ConversationStore;
let conversations: Conversations;
const coach: Coach = {
  advise: ({ meta }, at) => {
    advised.push(meta.id);
    return { conversation: meta.id, at } as Advice;
  },
  summarise: () => 'summary',
};
function open(coachNow: () => Promise<Coach> = async () => coach): Conversations {
  store = openConversationStore(coachNow, () => now);
  return openConversations(store, () => now);
}

beforeEach(() => {
  resetFakeBrowser();
  now = 1_000;
  advised = [];
  conversations = open();
});

afterEach(() => store.advised());

test('a batch is acknowledged once it is stored and advised on', async () => {
  expect(await conversations.take(update('a', 1), from)).toEqual({ resync: false });
  expect(session.contents()['advice:7:a']).toEqual({ conversation: 'a', at: 1_000 });
  expect(stored('a')).toMatchObject({ tab: 7, frame: 3, updatedAt: 1_000 });
  expect(stored('a').utterances.map(({ id }) => id)).toEqual(['u1']);
});

test('a batch that comes twice is acknowledged twice and taken once', async () => {
  await conversations.take(update('a', 1), from);
  expect(await conversations.take(update('a', 1), from)).toEqual({ resync: false });
  expect(stored('a').utterances).toHaveLength(1);
  expect(advised).toEqual(['a']);
});

test('a worker that starts in the middle goes on where the last one stopped', async () => {
  await conversations.take(update('a', 1), from);
  conversations = open();
  expect(await conversations.take(update('a', 2), from)).toEqual({ resync: false });
  expect(stored('a').utterances.map(({ id }) => id)).toEqual(['u1', 'u2']);
});

test('a worker that dies over the advice is sent the batch again, and advises then', async () => {
  const dying = open(() => new Promise(() => undefined));
  const acknowledged = vi.fn();
  void dying.take(update('a', 1), from).then(acknowledged);
  await vi.waitUntil(() => stored('a') !== undefined);
  conversations = open();
  expect(await conversations.take(update('a', 1), from)).toEqual({ resync: false });
  expect(stored('a').utterances).toHaveLength(1);
  expect(session.contents()['advice:7:a']).toBeDefined();
  expect(acknowledged).not.toHaveBeenCalled();
});

test('a worker that lost its memory asks for the whole, takes it, and goes on', async () => {
  await conversations.take(update('a', 1), from);
  await session.remove(Object.keys(session.contents()));
  conversations = open();
  expect(await conversations.take(update('a', 2), from)).toEqual({ resync: true });
  expect(await conversations.take(update('a', 3, { whole: true }), from)).toEqual({ resync: false });
  expect(await conversations.take(update('a', 4), from)).toEqual({ resync: false });
  expect(stored('a').utterances.map(({ id }) => id)).toEqual(['u3', 'u4']);
});

test('numbers run over all conversations of a reader without looking like gaps', async () => {
  await conversations.take(update('a', 1), from);
  await conversations.take(update('b', 2, { whole: true }), from);
  conversations = open();
  const third = update('a', 3);
  const following = { ...third, changes: third.changes.map((change) => ({ ...change, after: 'u1' })) };
  expect(await conversations.take(following, from)).toEqual({ resync: false });
});

test('a gap is asked about and leaves the record as it was', async () => {
  await conversations.take(update('a', 1), from);
  expect(await conversations.take(update('a', 3), from)).toEqual({ resync: true });
  expect(stored('a').utterances.map(({ id }) => id)).toEqual(['u1']);
});

test('the same conversation id in two tabs is two conversations', async () => {
  await conversations.take(update('a', 1), from);
  await conversations.take(update('a', 1, { batch: { session: 's2', n: 1 } }), { tab: 8, frame: 0 });
  expect(stored('a', 7).frame).toBe(3);
  expect(stored('a', 8).frame).toBe(0);
});

test('a draft is stored with its conversation and asks the coach; a draft of an unknown one is dropped', async () => {
  await conversations.take(update('a', 1), from);
  await conversations.setDraft(7, 'a', 'I am sorry');
  await conversations.setDraft(7, 'nobody', 'Hello');
  await store.advised();
  expect(stored('a').draft).toBe('I am sorry');
  expect(advised).toEqual(['a', 'a']);
});

test('choices are kept in the order they were made; what was passed once, what was inserted each time', async () => {
  await conversations.take(update('a', 1), from);
  await conversations.addPassed(7, 'a', ['p1', 'p2']);
  await conversations.addPassed(7, 'a', ['p1']);
  for (const phrase of ['p3', 'p4', 'p3']) await conversations.addInserted(7, 'a', phrase);
  expect(stored('a').choices).toEqual({ inserted: ['p3', 'p4', 'p3'], passed: ['p2', 'p1'] });
});

test('a new pack or setting asks the coach about every conversation', async () => {
  await conversations.take(update('a', 1), from);
  await conversations.take(update('b', 1, { batch: { session: 's2', n: 1 } }), { tab: 8, frame: 0 });
  advised = [];
  await conversations.readviseAll();
  expect(advised.sort()).toEqual(['a', 'b']);
});

test('a tab, or one frame of it, is forgotten with its advice', async () => {
  await conversations.take(update('a', 1), from);
  await conversations.take(update('b', 1, { batch: { session: 's2', n: 1 } }), { tab: 7, frame: 0 });
  await conversations.take(update('c', 1, { batch: { session: 's3', n: 1 } }), { tab: 70, frame: 0 });
  await conversations.forget(7, 3);
  expect(Object.keys(session.contents()).sort()).toEqual(['advice:70:c', 'advice:7:b', 'conversation:70:c', 'conversation:7:b']);
  await conversations.forget(7);
  expect(Object.keys(session.contents()).sort()).toEqual(['advice:70:c', 'conversation:70:c']);
});

test('no word of a conversation reaches the disk', async () => {
  await conversations.take(update('a', 1), from);
  await conversations.setDraft(7, 'a', 'I am sorry');
  expect(fakeBrowser.storage.local.contents()).toEqual({});
});
