import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_PACK } from '../../packs/built-in';
import { CUE_CATEGORIES } from '../../protocol/vocabulary';
import { chanceOf } from '../../train/calibrate';
import { bucketsOf } from '../../train/examples';
import { scoreOf } from '../../train/learn';
import { compile } from '../compile';
import { MAX_CHARS, readText } from '../language';
import { judge } from './anger';
import { ANGER_MODEL, scoreWording } from './anger-model';
import { hearCues } from './cues';
import { evidenceOf, weigh } from './evidence';
import { hearCustomer } from './hear';
import { thanksWords } from './thanks';

const pack = compile(BUILT_IN_PACK);
const hear = (text: string) => hearCustomer(text, pack);
const anger = (text: string): number => hear(text).anger;
const upset = ANGER_MODEL.levels.balanced[1];

/** Text of any script, with what chats are full of. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'why',
        'is',
        'my',
        'PARCEL',
        'late',
        '!!',
        '?',
        '😡',
        'f***',
        '\u200b',
        '“no”',
        '.',
        '£12.50',
        '\n',
        '@you',
        'ﬁne',
        '7',
      ),
    )
    .map((words) => words.join(' ')),
);

const SAID = [
  'Where is my order?',
  'This is the third time I have had to explain this and I am getting nowhere',
  'you useless clowns charged me twice',
  'Can I book for Friday please',
  'ABSOLUTE JOKE of a company!!!',
  'So nobody is coming today. Again.',
  'the app crashes when i kill it',
  'I lost a day of work over this, who pays for that?',
];

const THANKS = [
  'Thank you.',
  'Thanks so much for your help!',
  'THANK YOU!!!',
  'thanks a lot, I appreciate it',
  'Many thanks!',
  'cheers, thanks',
];

describe('whatever is written', () => {
  test('is judged without a fault, with chances that sum to one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { anger: chance, chances, relief } = hear(text);
        for (const part of [chance, relief, ...chances]) expect(part >= 0 && part <= 1).toBe(true);
        expect(chances.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 300 },
    );
  });

  test('every span lies inside the text and is the words it names', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.tuple(fc.constantFrom(...SAID), anyText).map((both) => both.join(' ')),
        ),
        (text) => {
          for (const { span } of hear(text).parts) {
            expect(span.length).toBeGreaterThan(0);
            expect(text.slice(span.start, span.start + span.length)).toBe(span.text);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the same text is heard the same', () => {
    const other = compile({ ...BUILT_IN_PACK });
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom(...SAID)), (text) => {
        expect(hearCustomer(text, other).parts).toEqual(hear(text).parts);
      }),
    );
  });

  test('a text that is too long is read to its limit, and says so', () => {
    const unit = 'I have waited three weeks for the blue lamp and nobody has told me why. ';
    const long = unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000);
    expect(hear(long).text.capped).toBe(true);
    expect(anger(long)).toBe(anger(long.slice(0, MAX_CHARS)));
  });

  test.each([
    ['speech', 'I have waited three weeks for the blue lamp and nobody has told me why. '],
    ['one sentence', 'i waited and nobody came and then you said no and '],
    ['marks', 'x, ??y '],
    ['thanks', 'ty x '],
    ['capitals', 'WHY NOT '],
  ])('eight times the text costs no more than sixteen times the time: %s', (_, unit) => {
    const took = (chars: number) => {
      const source = unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);
      return Math.min(
        ...Array.from({ length: 5 }, () => {
          const startedAt = performance.now();
          const text = readText(source);
          const thanks = thanksWords(text);
          judge(text, weigh(hearCues(text, pack, thanks)), thanks);
          return performance.now() - startedAt;
        }),
      );
    };
    took(MAX_CHARS);
    expect(took(MAX_CHARS)).toBeLessThan(16 * took(MAX_CHARS / 8));
  });
});

describe('a thank-you', () => {
  test.each(THANKS)('never raises anger: %s', (thanks) => {
    for (const said of SAID) {
      for (const joint of [' ', '. ', '\n']) {
        expect(anger(`${said}${joint}${thanks}`), `${said}${joint}${thanks}`).toBeLessThanOrEqual(anger(said) + 1e-9);
        expect(anger(`${thanks}${joint}${said}`), `${thanks}${joint}${said}`).toBeLessThanOrEqual(anger(said) + 1e-9);
      }
    }
  });
});

describe('an insult', () => {
  const plain = "you're useless liars and thieves";
  test.each([
    ['in capitals', plain.toUpperCase()],
    ['with typographic quotes', plain.replaceAll("'", '’')],
    ['without the apostrophe', plain.replaceAll("'", '')],
    ['with zero-width signs inside', [...plain].join('\u200b').replaceAll('\u200b \u200b', ' ')],
    ['stretched', 'youre useeeeless liarrrrs and thieves'],
    ['in full-width letters', plain.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))],
  ])('is not hidden %s', (_, disguised) => {
    expect(hear(disguised).cues.some(({ heard }) => heard.cue.category === 'insult')).toBe(true);
    expect(anger(disguised)).toBeGreaterThanOrEqual(upset);
  });
});

describe('what is told of a judgement', () => {
  test('the shares of the words and the rest are the whole score of the wording', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom(...SAID)), (source) => {
        const { score, byWord, rest } = scoreWording(readText(source), new Set());
        expect(byWord.reduce((sum, share) => sum + share, rest)).toBeCloseTo(score, 6);
      }),
    );
  });

  test('hearing gives the chance that was fitted', () => {
    const { slope, cues, starts } = ANGER_MODEL;
    const joint = { slope, cues: CUE_CATEGORIES.map((category) => cues[category]), starts };
    for (const said of [...SAID, ...THANKS]) {
      const text = readText(said);
      const evidence = evidenceOf(weigh(hearCues(text, pack, thanksWords(text))));
      const wording = scoreOf(bucketsOf(said, ANGER_MODEL.wording.length), ANGER_MODEL.wording);
      expect(anger(said)).toBeCloseTo(chanceOf(joint, { wording, evidence }), 9);
    }
  });

  test('the parts of evidence never claim more than the whole change', () => {
    const calm = 1 / (1 + Math.exp(-ANGER_MODEL.starts[1]));
    for (const said of SAID) {
      const { anger: chance, parts } = hear(said);
      const cues = parts.filter(({ kind }) => kind !== 'wording').reduce((sum, { effect }) => sum + effect, 0);
      expect(cues).toBeLessThanOrEqual(1 - calm);
      if (chance > upset) expect(parts.some(({ effect }) => effect > 0)).toBe(true);
    }
  });

  test('the wording names the words that weigh most, and relief speaks for calm', () => {
    const { parts } = hear('So nobody is coming today. Again.');
    expect(parts.length).toBeGreaterThan(0);
    for (const { kind, effect } of hear('Perfect, that worked, thank you so much!').parts)
      if (kind === 'relief') expect(effect).toBeLessThanOrEqual(0);
  });
});
