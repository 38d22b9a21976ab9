import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, ConversationUpdate } from '../protocol/messages';
import type { ConversationRecord } from '../protocol/state';
import type { Utterance } from '../protocol/utterance';
import { type BatchOutcome, takeBatch } from './take-batch';

const meta = { id: 'c1', title: 'Nadia', channel: 'chat', host: 'desk.example' } as const;
const say = (id: string, text = id): Utterance => ({ id, speaker: 'customer', text, at: 1_000, final: true });
const change = (id: string, after: string | null, text?: string): Change => ({ utterance: say(id, text), after });
const batch = (n: number, changes: Change[], more: Partial<ConversationUpdate> = {}): ConversationUpdate => ({
  batch: { session: 's1', n },
  meta,
  whole: false,
  changes,
  removed: [],
  ...more,
});
const record = (ids: string[], more: Partial<ConversationRecord> = {}): ConversationRecord => ({
  tab: 7,
  frame: 0,
  meta,
  utterances: ids.map((id) => say(id)),
  draft: '',
  choices: { inserted: [], passed: [] },
  seen: { session: 's1', n: 1 },
  updatedAt: 1,
  ...more,
});
const take = (update: ConversationUpdate, known?: ConversationRecord, newest = known?.seen.n ?? 0): BatchOutcome =>
  takeBatch(update, { record: known, newest, tab: 7, frame: 2, now: 5_000 });
function taken(outcome: BatchOutcome): ConversationRecord {
  if (outcome.kind !== 'taken') throw new Error(`not taken: ${outcome.kind}`);
  return outcome.record;
}
const idsOf = (outcome: BatchOutcome): string[] => taken(outcome).utterances.map(({ id }) => id);

describe('a batch', () => {
  test('begins a conversation nobody knew', () => {
    const begun = taken(take(batch(1, [change('a', null), change('b', 'a')])));
    expect(begun.utterances.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(begun).toMatchObject({ tab: 7, frame: 2, meta, draft: '', seen: { session: 's1', n: 1 }, updatedAt: 5_000 });
  });

  test('puts each utterance after the one it follows: at the end, in the middle, at the front', () => {
    expect(idsOf(take(batch(2, [change('c', 'b')]), record(['a', 'b'])))).toEqual(['a', 'b', 'c']);
    expect(idsOf(take(batch(2, [change('x', 'a')]), record(['a', 'b'])))).toEqual(['a', 'x', 'b']);
    expect(idsOf(take(batch(2, [change('x', null), change('y', 'x')]), record(['a'])))).toEqual(['x', 'y', 'a']);
  });

  test('may tell its changes in any order', () => {
    expect(idsOf(take(batch(2, [change('y', 'x'), change('x', null)]), record(['a'])))).toEqual(['x', 'y', 'a']);
    expect(idsOf(take(batch(2, [change('y', 'a'), change('a', 'b')]), record(['a', 'b', 'c'])))).toEqual(['b', 'a', 'y', 'c']);
  });

  test('rewrites an utterance it has, and keeps the others the same objects', () => {
    const known = record(['a', 'b', 'c']);
    const grown = taken(take(batch(2, [change('b', 'a', 'edited')]), known));
    expect(grown.utterances[1]?.text).toBe('edited');
    expect(grown.utterances[0]).toBe(known.utterances[0]);
    expect(grown.utterances[2]).toBe(known.utterances[2]);
  });

  test('moves an utterance that now follows another', () => {
    expect(idsOf(take(batch(2, [change('a', 'c')]), record(['a', 'b', 'c'])))).toEqual(['b', 'c', 'a']);
  });

  test('takes removed utterances away, unless it carries them again itself', () => {
    expect(idsOf(take(batch(2, [], { removed: ['a', 'nobody'] }), record(['a', 'b'])))).toEqual(['b']);
    expect(idsOf(take(batch(2, [change('b', 'a')], { removed: ['b'] }), record(['a', 'b'])))).toEqual(['a', 'b']);
    expect(idsOf(take(batch(2, [change('c', 'b')], { removed: ['b'] }), record(['a', 'b'])))).toEqual(['a', 'c']);
  });

  test('seen before is acknowledged and changes nothing', () => {
    const known = record(['a'], { seen: { session: 's1', n: 4 } });
    expect(take(batch(4, [change('b', 'a')]), known).kind).toBe('seen');
    expect(take(batch(2, [], { whole: true }), known).kind).toBe('seen');
  });

  test('is no news when it says what is known already, and still counts as seen', () => {
    const known = record(['a', 'b']);
    const outcome = take(batch(2, [change('a', null), change('b', 'a')]), known);
    expect(outcome).toMatchObject({ kind: 'taken', news: false });
    expect(taken(outcome).utterances).toBe(known.utterances);
    expect(taken(outcome).seen.n).toBe(2);
  });

  test('of a page whose clock runs ahead is dated by its arrival, and keeps that date when it is sent again', () => {
    const ahead: Change = { utterance: { ...say('a'), at: 99_000 }, after: null };
    const first = taken(take(batch(1, [ahead])));
    expect(first.utterances[0]?.at).toBe(5_000);
    const again = takeBatch(batch(2, [ahead]), { record: first, newest: 1, tab: 7, frame: 2, now: 8_000 });
    expect(again).toMatchObject({ kind: 'taken', news: false });
    expect(taken(again).utterances[0]?.at).toBe(5_000);
  });

  test('that is whole forgets what was said, and keeps the draft and what the agent chose', () => {
    const known = record(['a', 'b'], { draft: 'Hi', choices: { inserted: ['p'], passed: [] }, before: { dropped: 9 } });
    const reset = taken(take(batch(9, [change('z', null)], { whole: true }), known));
    expect(reset.utterances.map(({ id }) => id)).toEqual(['z']);
    expect(reset).toMatchObject({ draft: 'Hi', choices: { inserted: ['p'], passed: [] } });
    expect(reset).not.toHaveProperty('before');
  });
});

describe('the whole conversation is asked for', () => {
  test('when nothing is known and this is not the beginning', () => {
    expect(take(batch(2, [change('b', 'a')]), undefined, 1).kind).toBe('resync');
  });

  test('when a batch is missing before this one', () => {
    expect(take(batch(3, [change('b', 'a')]), record(['a'])).kind).toBe('resync');
  });

  test('but not when the missing numbers went to other conversations of the same reader', () => {
    expect(idsOf(take(batch(5, [change('b', 'a')]), record(['a']), 4))).toEqual(['a', 'b']);
  });

  test('when what is known was told by another reader: the one before the page was reloaded', () => {
    expect(take(batch(1, [], { batch: { session: 's2', n: 1 } }), record(['a']), 0).kind).toBe('resync');
    const whole = batch(2, [change('z', null)], { batch: { session: 's2', n: 2 }, whole: true });
    expect(idsOf(take(whole, record(['a']), 0))).toEqual(['z']);
  });

  test('when an utterance follows one nobody knows, or itself, or two follow each other', () => {
    expect(take(batch(2, [change('y', 'z'), change('z', 'y')]), record(['a'])).kind).toBe('resync');
    expect(take(batch(2, [change('z', 'y')]), record(['a'])).kind).toBe('resync');
    expect(take(batch(2, [change('z', 'z')]), record(['a'])).kind).toBe('resync');
    expect(take(batch(2, [change('a', 'y', 'edited')]), record(['a'])).kind).toBe('resync');
  });

  test('but never in answer to the whole conversation: what cannot be placed in it stands at its end', () => {
    expect(idsOf(take(batch(2, [change('a', null), change('z', 'y'), change('b', 'a')], { whole: true })))).toEqual([
      'a',
      'b',
      'z',
    ]);
  });
});

describe('with dropped history', () => {
  const known = record(['m', 'n'], { before: { utterances: 300 } });

  test('an utterance that follows a dropped one was dropped too, and whatever follows it', () => {
    const outcome = take(batch(2, [change('x', 'dropped'), change('y', 'x'), change('o', 'n')]), known);
    expect(idsOf(outcome)).toEqual(['m', 'n', 'o']);
    expect(taken(outcome).before).toEqual({ utterances: 300 });
  });

  test('an utterance from the front of the page is older than what is kept', () => {
    expect(idsOf(take(batch(2, [change('first', null)]), known))).toEqual(['m', 'n']);
  });

  test('a known utterance that follows a dropped one is rewritten where it stands', () => {
    const grown = taken(take(batch(2, [change('m', 'dropped', 'edited')]), known));
    expect(grown.utterances.map(({ text }) => text)).toEqual(['edited', 'n']);
  });
});

test('whatever the page does between batches, told in whatever order and however often, the record ends as the page stands', () => {
  const step = fc.record({ kind: fc.constantFrom('add', 'edit', 'remove', 'move'), at: fc.nat(30), to: fc.nat(30) });
  const round = fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    backwards: fc.boolean(),
    again: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(round, { maxLength: 15 }), (rounds) => {
      let page: Utterance[] = [];
      let known: ConversationRecord | undefined;
      let count = 0;
      for (const { steps, backwards, again } of rounds) {
        const touched = new Set<string>();
        for (const { kind, at, to } of steps) {
          const old = page[at % Math.max(1, page.length)];
          count++;
          const utterance =
            kind === 'add' || old === undefined ? say(`u${count}`) : kind === 'edit' ? say(old.id, `edit ${count}`) : old;
          const rest = kind === 'add' || old === undefined ? page : page.filter((one) => one !== old);
          const place = kind === 'edit' && old !== undefined ? page.indexOf(old) : to % (rest.length + 1);
          page = kind === 'remove' && old !== undefined ? rest : [...rest.slice(0, place), utterance, ...rest.slice(place)];
          touched.add(utterance.id);
        }
        const changes = page.flatMap((utterance, index) =>
          touched.delete(utterance.id) ? [{ utterance, after: page[index - 1]?.id ?? null }] : [],
        );
        if (backwards) changes.reverse();
        const update = batch((known?.seen.n ?? 0) + 1, changes, { removed: [...touched] });
        known = taken(take(update, known));
        if (again) expect(take(update, known).kind).toBe('seen');
      }
      expect(known?.utterances ?? []).toEqual(page);
    }),
    { numRuns: 500 },
  );
});
