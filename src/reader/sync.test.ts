import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FaultCode, failed, fault } from '../protocol/fault';
import type { ConversationUpdate } from '../protocol/messages';
import { Outbox } from './outbox';
import { Latest, newSession, retryAfterMs, syncOutbox, type Wire } from './sync';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const meta = { id: 'a', title: 'A', channel: 'chat' as const, host: 'desk.example' };
const utterance = (id: string) => ({ id, speaker: 'customer' as const, text: id, at: 1, final: true });

/** A wire that answers as told, in order, and is fine from then on. */
function wireWith(...faults: (FaultCode | 'ok')[]) {
  const sent: { name: string; data: unknown }[] = [];
  const warned: string[] = [];
  let orphaned = false;
  const wire: Wire = {
    send: async (name, data) => {
      sent.push({ name, data });
      const code = faults.shift() ?? 'ok';
      return (code === 'ok' ? { ok: true, value: { resync: false } } : failed(fault(code))) as never;
    },
    isOrphaned: () => orphaned,
    warn: (code) => warned.push(code),
  };
  return { wire, sent, warned, orphan: () => (orphaned = true) };
}

function outboxWith(...ids: string[]): Outbox {
  const outbox = new Outbox('s', {
    meta: () => meta,
    get: (_, id) => ({ utterance: utterance(id), after: ids[ids.indexOf(id) - 1] ?? null }),
    ids: () => ids,
  });
  for (const id of ids) outbox.changed('a', id);
  return outbox;
}
const numbers = (sent: { data: unknown }[]): number[] => sent.map(({ data }) => (data as ConversationUpdate).batch.n);

test('the waits between attempts double, up to two seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(retryAfterMs)).toEqual([50, 100, 200, 400, 800, 1600, 2000, 2000]);
});

test('no two lives of a reader have one name', () => {
  expect(newSession()).not.toBe(newSession());
  expect(newSession().length).toBeLessThanOrEqual(60);
});

describe('batches', () => {
  test('go out until all is told', async () => {
    const { wire, sent } = wireWith();
    const outbox = outboxWith('x');
    const sync = syncOutbox(outbox, wire, () => undefined, new AbortController().signal);
    sync.push();
    await vi.advanceTimersByTimeAsync(0);
    outbox.changed('a', 'x');
    sync.push();
    await vi.advanceTimersByTimeAsync(0);
    expect(numbers(sent)).toEqual([1, 2]);
  });

  test('are sent again, the same, after each failure', async () => {
    const { wire, sent } = wireWith('gone', 'gone', 'gone');
    const outbox = outboxWith('x');
    syncOutbox(outbox, wire, () => undefined, new AbortController().signal).push();
    await vi.advanceTimersByTimeAsync(49);
    expect(sent).toHaveLength(1);
    outbox.changed('a', 'x');
    await vi.advanceTimersByTimeAsync(1 + 100 + 200);
    expect(numbers(sent)).toEqual([1, 1, 1, 1, 2]);
    expect(sent[3]?.data).toEqual(sent[0]?.data);
  });

  test('that are refused as they stand do not hold up the next', async () => {
    const { wire, sent, warned } = wireWith('message_bad_shape');
    const outbox = outboxWith('x');
    const sync = syncOutbox(outbox, wire, () => undefined, new AbortController().signal);
    sync.push();
    await vi.advanceTimersByTimeAsync(0);
    outbox.changed('a', 'x');
    sync.push();
    await vi.advanceTimersByTimeAsync(0);
    expect(numbers(sent)).toEqual([1, 2]);
    expect(warned).toEqual(['batch_refused']);
  });

  test('stop for good once the extension is gone', async () => {
    const controller = new AbortController();
    const { wire, sent, orphan } = wireWith('gone');
    orphan();
    const sync = syncOutbox(outboxWith('x'), wire, () => controller.abort(), controller.signal);
    sync.push();
    await vi.advanceTimersByTimeAsync(10_000);
    sync.push();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
  });
});

describe('the newest value of something', () => {
  const text = (words: string) => ({ conversation: 'a', text: words });

  test('is told, the ones before it may be skipped', async () => {
    const { wire, sent } = wireWith('gone');
    const drafts = new Latest('draft/changed', wire, () => undefined, new AbortController().signal);
    drafts.tell('a', text('H'));
    await vi.advanceTimersByTimeAsync(0);
    drafts.tell('a', text('He'));
    drafts.tell('a', text('Hello'));
    await vi.advanceTimersByTimeAsync(50);
    expect(sent.map(({ data }) => data)).toEqual([text('H'), text('Hello')]);
  });

  test('of each of several', async () => {
    const { wire, sent } = wireWith();
    const drafts = new Latest('draft/changed', wire, () => undefined, new AbortController().signal);
    drafts.tell('a', text('one'));
    drafts.tell('b', { conversation: 'b', text: 'two' });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
  });

  test('that is refused is not sent for ever', async () => {
    const { wire, sent, warned } = wireWith('message_refused');
    new Latest('draft/changed', wire, () => undefined, new AbortController().signal).tell('a', text('one'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
    expect(warned).toEqual(['report_refused']);
  });
});
