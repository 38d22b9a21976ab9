import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILT_IN_PACK } from '../packs/built-in';
import type { Pack } from '../packs/schema';
import { type Conversation, NO_CHOICES } from '../protocol/conversation';
import type { Utterance } from '../protocol/utterance';
import { advise, summarise } from './advise';

const LINES = [
  'My parcel was due on Monday and still is not here.',
  'This is the third time I have called!!',
  'ok',
  'thanks, that is sorted then',
  'Where is my order 48-20713?',
  'Hi, I am Sam, how can I help?',
  'I am sorry your parcel did not come. Let me find out where it is.',
  'Your reference is 48291, I will write to you by 5 pm.',
  'You should have read the terms.',
];

const utterance = fc.record({
  line: fc.nat(LINES.length - 1),
  speaker: fc.constantFrom('customer', 'agent', 'bot', 'system'),
  gap: fc.nat(100_000),
  final: fc.boolean(),
});

const conversationOf = (utterances: readonly Utterance[], before?: unknown): Conversation => ({
  id: 'c',
  channel: 'chat',
  utterances,
  draft: '',
  choices: NO_CHOICES,
  ...(before === undefined ? {} : { before }),
});

/** Enough of every part to reach every branch, and quick to compile again and again. */
const SMALL: Pack = {
  ...BUILT_IN_PACK,
  cues: BUILT_IN_PACK.cues.filter((_, index) => index % 8 === 0),
  concerns: BUILT_IN_PACK.concerns.filter((rule) => rule.id.startsWith('delivery')),
  phrases: BUILT_IN_PACK.phrases.filter((_, index) => index % 4 === 0),
};

/** The same pack without any memory of earlier conversations. */
const forgetful = (): Pack => ({ ...SMALL });

const build = (drawn: { line: number; speaker: string; gap: number; final: boolean }[]): Utterance[] => {
  let at = 0;
  return drawn.map(({ line, speaker, gap, final }, index) => {
    at += gap;
    return { id: `u${index}`, speaker: speaker as Utterance['speaker'], text: LINES[line] as string, at, final };
  });
};

test('advice does not depend on what the coach remembers: growing, cutting back and editing give what a fresh start gives', () => {
  fc.assert(
    fc.property(
      fc.array(utterance, { minLength: 1, maxLength: 90 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(LINES.length - 1)), { maxLength: 4 }),
      (drawn, edits) => {
        const remembered = forgetful();
        let utterances = build(drawn);
        for (let length = 1; length <= utterances.length; length += 7)
          advise(conversationOf(utterances.slice(0, length)), remembered, 0);
        for (const [where, line] of edits) {
          const index = where % utterances.length;
          utterances = utterances.map((one, at) => (at === index ? { ...one, text: LINES[line] as string, final: true } : one));
          const now = utterances.at(-1)?.at ?? 0;
          expect(advise(conversationOf(utterances), remembered, now)).toEqual(
            advise(conversationOf(utterances), forgetful(), now),
          );
          const shorter = utterances.slice(0, Math.ceil(utterances.length / 2));
          expect(advise(conversationOf(shorter), remembered, now)).toEqual(advise(conversationOf(shorter), forgetful(), now));
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('a conversation cut at the front goes on from its summary, which survives storage', () => {
  fc.assert(
    fc.property(fc.array(utterance, { minLength: 2, maxLength: 30 }), fc.nat(), (drawn, where) => {
      const utterances = build(drawn);
      const cut = where % utterances.length;
      const now = utterances.at(-1)?.at ?? 0;
      const before = JSON.parse(JSON.stringify(summarise(conversationOf(utterances), forgetful(), cut)));
      expect(advise(conversationOf(utterances.slice(cut), before), forgetful(), now)).toEqual(
        advise(conversationOf(utterances), forgetful(), now),
      );
    }),
    { numRuns: 15 },
  );
});

test('a summary that is none of ours is passed over', () => {
  const utterances = build([{ line: 0, speaker: 'customer', gap: 0, final: true }]);
  expect(advise(conversationOf(utterances, { heat: 1 }), forgetful(), 0)).toEqual(
    advise(conversationOf(utterances), forgetful(), 0),
  );
});

test('any Unicode text from anybody gives advice whose spans are slices of what was said', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('customer', 'agent'), fc.string({ unit: 'binary', maxLength: 200 })), { maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      (said, draft) => {
        const utterances = said.map(
          ([speaker, text], index): Utterance => ({
            id: `u${index}`,
            speaker: speaker as 'customer' | 'agent',
            text,
            at: index * 1000,
            final: true,
          }),
        );
        const advice = advise({ ...conversationOf(utterances), draft }, BUILT_IN_PACK, 10_000);
        const textOf = (id: string) => (id === 'draft' ? draft : (utterances.find((one) => one.id === id)?.text ?? ''));
        const evidence = advice.steps.flatMap((step) => step.evidence ?? []);
        const warnings = [...advice.guardrails, ...(advice.draft?.warnings ?? [])];
        for (const quote of [
          ...advice.mood.raised,
          ...advice.mood.lowered,
          ...advice.facts,
          ...advice.questions,
          ...evidence,
          ...warnings,
        ]) {
          expect(textOf(quote.utterance).slice(quote.start, quote.start + quote.length)).toBe(quote.text);
        }
        expect(advice.mood.heat).toBeGreaterThanOrEqual(0);
        expect(advice.mood.heat).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 150 },
  );
});
