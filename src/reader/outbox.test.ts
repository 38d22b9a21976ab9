import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ConversationStore } from '../../tests/support/conversation-store';
import { MAX_BATCH, MESSAGES } from '../protocol/messages';
import { Outbox, type OutboxSource } from './outbox';
import { type Place, Transcript } from './transcript';

const meta = (id: string) => ({ id, title: id, channel: 'chat' as const, host: 'desk.example' });

/** A page with some conversations, and the outbox that tells of them. */
function page(...conversations: string[]) {
  const transcripts = new Map<string, Transcript>();
  const source: OutboxSource = {
    meta: (id) => (transcripts.has(id) ? meta(id) : null),
    get: (id, utterance) => transcripts.get(id)?.get(utterance) ?? null,
    ids: (id) => transcripts.get(id)?.ids() ?? [],
  };
  const outbox = new Outbox('s', source);
  for (const id of conversations)
    transcripts.set(id, new Transcript({ changed: (u) => outbox.changed(id, u), removed: (u) => outbox.removed(id, u) }));
  const shown = new Map(conversations.map((id): [string, Place[]] => [id, []]));
  let count = 0;
  const said = (text: string) => ({ speaker: 'customer' as const, text, at: 1, final: true, name: null, key: `u${count++}` });
  return {
    outbox,
    transcript: (id: string) => transcripts.get(id) as Transcript,
    insert(id: string, at: number, text: string): void {
      const places = shown.get(id) as Place[];
      const index = Math.min(at, places.length);
      places.splice(
        index,
        0,
        (transcripts.get(id) as Transcript).show(said(text), places[index - 1] ?? null, places[index] ?? null),
      );
    },
    edit(id: string, at: number, text: string): void {
      const place = (shown.get(id) as Place[])[at];
      if (place) (transcripts.get(id) as Transcript).update(place, { ...said(text), key: place.key });
    },
    remove(id: string, at: number): void {
      const [place] = (shown.get(id) as Place[]).splice(at, 1);
      if (place) (transcripts.get(id) as Transcript).remove(place);
    },
    move(id: string, from: number, to: number): void {
      const places = shown.get(id) as Place[];
      const [place] = places.splice(from, 1);
      if (!place) return;
      const index = Math.min(to, places.length);
      places.splice(index, 0, place);
      (transcripts.get(id) as Transcript).settle(place, places[index - 1] ?? null, places[index + 1] ?? null);
    },
    forget: (id: string) => transcripts.delete(id),
    truth: (id: string) => {
      const transcript = transcripts.get(id) as Transcript;
      return transcript.ids().map((utterance) => transcript.get(utterance)?.utterance);
    },
  };
}

describe('batches', () => {
  test('a long transcript comes in several, in spoken order, each within the limits of the contract', () => {
    const desk = page('a');
    for (let count = 0; count < 450; count++) desk.insert('a', count, `m${count}`);
    const store = new ConversationStore();
    const sizes: number[] = [];
    for (let batch = desk.outbox.next(); batch !== null; batch = desk.outbox.next()) {
      expect(v.is(MESSAGES['conversation/updated'].data, batch)).toBe(true);
      sizes.push(batch.changes.length);
      desk.outbox.acknowledge(store.take(batch));
    }
    expect(sizes).toEqual([MAX_BATCH, MAX_BATCH, 50]);
    expect(store.get('a')?.utterances).toEqual(desk.truth('a'));
  });

  test('the one in flight stays as it is until it is acknowledged', () => {
    const desk = page('a');
    desk.insert('a', 0, 'Hi');
    const first = desk.outbox.next();
    desk.edit('a', 0, 'Hello');
    desk.insert('a', 1, 'there');
    expect(desk.outbox.next()).toBe(first);
    expect(first?.changes.map(({ utterance }) => utterance.text)).toEqual(['Hi']);
    desk.outbox.acknowledge({ resync: false });
    expect(desk.outbox.next()?.changes.map(({ utterance }) => utterance.text)).toEqual(['Hello', 'there']);
  });

  test('changes to one utterance while it waits are one change', () => {
    const desk = page('a');
    desk.insert('a', 0, 'H');
    for (const text of ['He', 'Hel', 'Hello']) desk.edit('a', 0, text);
    expect(desk.outbox.next()?.changes.map(({ utterance }) => utterance.text)).toEqual(['Hello']);
  });

  test('what came and went unsent is not mentioned', () => {
    const desk = page('a');
    desk.insert('a', 0, 'Oops');
    desk.remove('a', 0);
    expect(desk.outbox.next()).toBeNull();
  });

  test('an open conversation is told though nothing was said', () => {
    const desk = page('a');
    desk.outbox.opened('a');
    expect(desk.outbox.next()).toMatchObject({ meta: meta('a'), changes: [], removed: [], whole: true });
    desk.outbox.acknowledge({ resync: false });
    expect(desk.outbox.next()).toBeNull();
  });

  test('a background that knows too little gets the whole from the beginning', () => {
    const desk = page('a');
    for (let count = 0; count < 250; count++) desk.insert('a', count, `m${count}`);
    for (let batch = desk.outbox.next(); batch !== null; batch = desk.outbox.next()) desk.outbox.acknowledge({ resync: false });
    desk.insert('a', 250, 'new');
    desk.outbox.next();
    desk.outbox.acknowledge({ resync: true });
    const store = new ConversationStore();
    const whole: boolean[] = [];
    for (let batch = desk.outbox.next(); batch !== null; batch = desk.outbox.next()) {
      whole.push(batch.whole);
      desk.outbox.acknowledge(store.take(batch));
    }
    expect(whole).toEqual([true, false]);
    expect(store.get('a')?.utterances).toEqual(desk.truth('a'));
  });

  test('a long transcript does not keep another conversation waiting', () => {
    const desk = page('long', 'short');
    for (let count = 0; count < 900; count++) desk.insert('long', count, `m${count}`);
    desk.insert('short', 0, 'Help!');
    desk.outbox.next();
    desk.outbox.acknowledge({ resync: false });
    expect(desk.outbox.next()?.meta.id).toBe('short');
  });

  test('a conversation that was forgotten is told no more', () => {
    const desk = page('a');
    desk.insert('a', 0, 'Hi');
    desk.forget('a');
    expect(desk.outbox.next()).toBeNull();
  });
});

describe('whatever happens on the way', () => {
  const at = fc.nat(12);
  const id = fc.constantFrom('a', 'b');
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('insert' as const), id, at, text: fc.string({ maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), id, at, text: fc.string({ maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id, at }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), id, at, to: at }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('deliver' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('message lost' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer lost' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('background forgets' as const) }) },
  );

  test('the background ends with what stands on the page, told once each', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const desk = page('a', 'b');
        const store = new ConversationStore();
        for (const one of steps) {
          if (one.kind === 'insert') desk.insert(one.id, one.at, one.text);
          else if (one.kind === 'edit') desk.edit(one.id, one.at, one.text);
          else if (one.kind === 'remove') desk.remove(one.id, one.at);
          else if (one.kind === 'move') desk.move(one.id, one.at, one.to);
          else if (one.kind === 'background forgets') store.wipe();
          else {
            const batch = desk.outbox.next();
            if (batch === null || one.kind === 'message lost') continue;
            const answer = store.take(structuredClone(batch));
            if (one.kind === 'deliver') desk.outbox.acknowledge(answer);
          }
        }
        for (let batch = desk.outbox.next(); batch !== null; batch = desk.outbox.next())
          desk.outbox.acknowledge(store.take(batch));
        for (const one of ['a', 'b']) {
          // A background that forgot is asked again at the next change.
          desk.insert(one, 0, 'last');
          for (let batch = desk.outbox.next(); batch !== null; batch = desk.outbox.next())
            desk.outbox.acknowledge(store.take(batch));
          expect(store.get(one)?.utterances).toEqual(desk.truth(one));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
