import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_PACK } from '../../packs/built-in';
import { NO_CHOICES } from '../../protocol/conversation';
import { SENSITIVITIES } from '../../protocol/state';
import type { Utterance } from '../../protocol/utterance';
import { advise } from '../advise';
import { levelOf, nextHeat } from './heat';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

const MINUTE_MS = 60_000;
const INSULT = 'You are useless liars and thieves!!';
const CALM = [
  'My order number is 88-1042.',
  'The blue one, size nine.',
  'I ordered it on the website.',
  'It is the flat above the bakery.',
];

function heatAfter(...said: readonly (readonly [Utterance['speaker'], string])[]) {
  const utterances = said.map(([speaker, text], at) => ({ id: `${at}`, speaker, text, at: at * MINUTE_MS, final: true }));
  const id = said.map(([, text]) => text).join('|');
  return advise({ id, channel: 'chat', utterances, draft: '', choices: NO_CHOICES }, BUILT_IN_PACK, said.length * MINUTE_MS).mood;
}

describe('heat', () => {
  test('rises at once with an angry message, whatever it was before', () => {
    fc.assert(
      fc.property(chance, chance, chance, fc.boolean(), (before, anger, relief, replied) => {
        const heat = nextHeat(before, anger, relief, replied);
        expect(heat).toBeGreaterThanOrEqual(anger);
        expect(heat).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('cools the faster the more relief is heard, and faster after a reply', () => {
    fc.assert(
      fc.property(chance, chance, chance, chance, (before, anger, less, more) => {
        const [low, high] = [Math.min(less, more), Math.max(less, more)];
        expect(nextHeat(before, anger, high, true)).toBeLessThanOrEqual(nextHeat(before, anger, low, true) + 1e-12);
        expect(nextHeat(before, anger, low, true)).toBeLessThanOrEqual(nextHeat(before, anger, low, false) + 1e-12);
      }),
    );
  });

  test.each(CALM)('trust in an earlier insult is not lost at once over: %s', (calm) => {
    const hot = heatAfter(['customer', INSULT]);
    expect(hot.heat).toBeGreaterThan(0.9);
    const later = heatAfter(['customer', INSULT], ['customer', calm]);
    expect(later.heat).toBeGreaterThan(hot.heat * 0.9);
    const answered = heatAfter(['customer', INSULT], ['agent', 'Which one did you order?'], ['customer', calm]);
    expect(answered.heat).toBeGreaterThan(hot.heat * 0.7);
    expect(heatAfter(['customer', `${INSULT} ${calm}`]).level).not.toBe('calm');
  });

  test('a calm customer does not heat up by going on talking', () => {
    const said = Array.from({ length: 30 }, (_, at): [Utterance['speaker'], string] =>
      at % 2 === 0 ? ['customer', CALM[(at / 2) % CALM.length] as string] : ['agent', 'Thank you, one moment.'],
    );
    expect(heatAfter(...said).level).toBe('calm');
  });

  test('a higher sensitivity never names a lower level', () => {
    fc.assert(
      fc.property(chance, (heat) => {
        const order = ['calm', 'uneasy', 'upset', 'angry'];
        const [fewer, balanced, more] = SENSITIVITIES.map((sensitivity) => order.indexOf(levelOf(heat, sensitivity)));
        expect((fewer as number) <= (balanced as number) && (balanced as number) <= (more as number)).toBe(true);
      }),
    );
  });
});
