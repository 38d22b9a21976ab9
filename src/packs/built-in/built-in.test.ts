import { describe, expect, test } from 'vitest';
import { checkExamples } from '../../coach/check-examples';
import { CHANNELS, HEAT_LEVELS, STEP_IDS } from '../../protocol/vocabulary';
import { lintPack } from '../lint';
import { loadPack } from '../load';
import type { Phrase } from '../schema';
import { serialisePack } from '../serialise';
import { parseTemplate, SLOTS, type Slot, type TemplatePart } from '../template';
import { BUILT_IN_PACK } from './index';

const { phrases } = BUILT_IN_PACK;
const textsWhere = (wrong: (phrase: Phrase) => boolean): string[] =>
  phrases.filter(wrong).map((phrase) => `${phrase.id}: ${phrase.text}`);

function partsOf(phrase: Phrase): { parts: readonly TemplatePart[]; required: readonly Slot[] } {
  const template = parseTemplate(phrase.text);
  if (!template.ok) throw new Error(`${phrase.id}: ${template.problem}`);
  return template;
}

/** The phrase with every slot standing as a word, with or without its optional parts. */
const readOut = (parts: readonly TemplatePart[], withOptional: boolean): string =>
  parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'slot') return 'Fact';
      return withOptional ? readOut(part.parts, true) : '';
    })
    .join('');

describe('the built-in pack', () => {
  test('loads like any other pack and comes back the same', () => {
    expect(loadPack(serialisePack(BUILT_IN_PACK))).toEqual({ ok: true, value: BUILT_IN_PACK });
  });

  test('every example of every rule does what it says', () => {
    expect(checkExamples(BUILT_IN_PACK)).toEqual([]);
  });

  test('has nothing that must be changed', () => {
    expect(lintPack(BUILT_IN_PACK).filter((one) => one.level === 'must')).toEqual([]);
  });

  test('lists each step once, in the order a good conversation takes them', () => {
    expect(BUILT_IN_PACK.steps.map((step) => step.id)).toEqual([...STEP_IDS]);
  });
});

describe('the built-in phrases', () => {
  test('leave nothing even to consider', () => {
    expect(lintPack(BUILT_IN_PACK).filter((one) => one.where.startsWith('phrases') || one.where.startsWith('steps'))).toEqual([]);
  });

  test.each(STEP_IDS)('offer at least ten wordings of %s', (id) => {
    expect(phrases.filter((phrase) => phrase.step === id).length).toBeGreaterThanOrEqual(10);
  });

  test.each(STEP_IDS)(
    'of %s need no facts for a plain, a shorter and a warmer wording at any level, in chat and on calls',
    (id) => {
      const levels = HEAT_LEVELS.filter((level) => !(id === 'thank_close' && level === 'angry'));
      const missing = levels.flatMap((level) =>
        CHANNELS.flatMap((channel) =>
          (['plain', 'shorter', 'warmer'] as const)
            .filter(
              (tone) =>
                !phrases.some(
                  (phrase) =>
                    phrase.step === id &&
                    phrase.tone === tone &&
                    phrase.heat.includes(level) &&
                    (phrase.channel ?? channel) === channel &&
                    partsOf(phrase).required.length === 0,
                ),
            )
            .map((tone) => `${tone}, ${level}, ${channel}`),
        ),
      );
      expect(missing).toEqual([]);
    },
  );

  test('never say thanks and goodbye to an angry customer', () => {
    expect(textsWhere((phrase) => phrase.step === 'thank_close' && phrase.heat.includes('angry'))).toEqual([]);
  });

  test('have ids that begin with their step', () => {
    expect(textsWhere((phrase) => !phrase.id.startsWith(`${phrase.step.replaceAll('_', '-')}-`))).toEqual([]);
  });

  test('use every kind of fact', () => {
    const used = new Set(phrases.flatMap((phrase) => SLOTS.filter((slot) => phrase.text.includes(`{${slot}}`))));
    expect([...used].sort()).toEqual([...SLOTS].sort());
  });

  test('read whole with and without their optional parts', () => {
    const broken = /^\W|\s\s|\s[.,?:]|[,:;]$|[.?,][.,?]|^\s|\s$|[^.?]$/;
    expect(textsWhere((phrase) => broken.test(readOut(partsOf(phrase).parts, true).replace(/Fact$/, 'Fact.')))).toEqual([]);
    expect(textsWhere((phrase) => broken.test(readOut(partsOf(phrase).parts, false).replace(/Fact$/, 'Fact.')))).toEqual([]);
  });

  test('between hello and goodbye share no whole sentence in a step, so that one said does not use up the others', () => {
    const isBetween = (phrase: Phrase) => phrase.step !== 'greet' && phrase.step !== 'thank_close';
    const users = new Map<string, string[]>();
    for (const phrase of phrases.filter(isBetween)) {
      for (const sentence of readOut(partsOf(phrase).parts, false)
        .toLowerCase()
        .match(/[^.?]+/g) ?? []) {
        const key = `${phrase.step}: ${sentence.trim()}`;
        users.set(key, [...(users.get(key) ?? []), phrase.id]);
      }
    }
    expect([...users].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  test('restate with a check at the end, and probe with exactly one question', () => {
    expect(textsWhere((phrase) => phrase.step === 'restate' && !phrase.text.endsWith('?'))).toEqual([]);
    expect(textsWhere((phrase) => phrase.step === 'probe' && phrase.text.split('?').length !== 2)).toEqual([]);
  });

  test('apologise with the word itself, and only once', () => {
    expect(textsWhere((phrase) => phrase.step === 'apologise' && phrase.text.split(/\bsorry\b/).length !== 2)).toEqual([]);
  });

  test('put no preposition before a date that a weekday or "yesterday" would not follow', () => {
    expect(textsWhere((phrase) => /\b(?:on|at|in|by) \{date\}/.test(phrase.text))).toEqual([]);
  });

  test('name nothing of the screen on calls', () => {
    expect(
      textsWhere((phrase) => phrase.channel !== 'chat' && /\b(?:type|link|click|chat|messages?|write to)\b/.test(phrase.text)),
    ).toEqual([]);
  });
});
