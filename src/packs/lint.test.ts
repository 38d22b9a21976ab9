import { describe, expect, test } from 'vitest';
import { STEP_IDS, type StepId } from '../protocol/vocabulary';
import { type Finding, LINT_CODES, lintPack } from './lint';
import { COMMON_WORDS, EMPATHY, FUNCTION_WORDS, TAKE_BACK, UNWELCOME } from './lint-words';
import type { Cue, Pack, Phrase, Step } from './schema';

function step(id: StepId, enabled = true): Step {
  return {
    id,
    enabled,
    due: [],
    again: [],
    overdue: { replies: null, seconds: null },
    pauses: false,
    attention: 'hint',
    why: 'why',
    source: 'source',
    evidence: [],
  };
}

let made = 0;
const phrase = (text: string, more: Partial<Phrase> = {}): Phrase => ({
  id: `own-${++made}`,
  step: 'own',
  text,
  heat: ['uneasy', 'upset'],
  ...more,
});

const cue = (...patterns: string[]): Cue => ({
  id: `cue-${++made}`,
  patterns,
  category: 'waiting',
  weight: 0.5,
  why: 'why',
  source: 'source',
  examples: { hit: [], miss: [] },
});

const pack = (more: Partial<Pack>): Pack => ({
  format: 1,
  id: 'test',
  name: 'Test',
  version: '1.0.0',
  language: 'en',
  author: 'Nobody',
  licence: 'MIT',
  settings: { sensitivity: 'balanced', apologies: 2, backchannelWords: 12 },
  lists: [],
  cues: [],
  concerns: [],
  steps: [],
  guardrails: [],
  phrases: [],
  ...more,
});

const short = (findings: Finding[]): string[] => findings.map((one) => `${one.level} ${one.code} ${one.detail}`);
const findingsFor = (text: string, more: Partial<Phrase> = {}): string[] =>
  short(lintPack(pack({ phrases: [phrase(text, more)] })));

describe('wording', () => {
  test.each([
    'I am taking this on myself[, {name}].',
    "I'm sorry that {issue}.",
    'I can send a new one today. Which address should it go to?',
    "I'll give you the number as soon as I have it.",
    "You didn't need this today.",
    "I can't move the date, but I can refund you.",
  ])('has nothing to say about "%s"', (text) => {
    expect(findingsFor(text)).toEqual([]);
  });

  test.each([
    ["I'm sorry for any inconvenience.", 'must hollow_apology any inconvenience'],
    ['Unfortunately that is so.', 'must stock_words unfortunately'],
    ['Rest assured, I am on it.', 'must stock_words rest assured'],
    ['Our policy is clear here.', 'must policy our policy'],
    ['Please calm down first.', 'must calm_down calm down'],
    ['Are you sure it was plugged in?', 'must blames are you sure'],
    ['As I already told you, it is sent.', 'must blames as i already'],
    ['It will never happen again.', 'must overpromise never happen again'],
    ['You need to restart it.', 'consider commands you need to'],
    ["We'll look at it today.", "consider we_for_i we'll"],
    ['I will write to you shortly.', 'consider vague_time shortly'],
    ['I will look into the issue.', 'consider vague_thing the issue'],
  ])('flags "%s"', (text, expected) => {
    expect(findingsFor(text)).toContain(expected);
  });

  test('reads typographic apostrophes as plain ones', () => {
    expect(findingsFor('We’ll look at it today.')).toContain("consider we_for_i we'll");
  });

  test('finds whole words only', () => {
    expect(findingsFor('I relaxed the limit on the house account.')).toEqual([]);
  });

  test('leaves the wording of packs in other languages alone, and still measures them', () => {
    const german = pack({ language: 'de', phrases: [phrase(`Die policy ${'x'.repeat(100)}`), phrase('Relax us.')] });
    expect(short(lintPack(german))).toEqual(['must too_long 111 > 95']);
  });

  test.each([
    ["I'm sorry about the wait, but it was busy.", 'but'],
    ['I see why you are upset. But that is how it works.', 'but'],
    ['I hear you. However, it is late.', 'however'],
  ])('flags empathy taken back in "%s"', (text, word) => {
    expect(findingsFor(text)).toEqual([`must empathy_but ${word}`]);
  });

  test('lets "but" stand where it takes back no empathy', () => {
    expect(findingsFor("It's late, but I'm sorry you had to wait.")).toEqual([]);
    expect(findingsFor("I'm sorry. The shop is shut. But I can call it tomorrow.")).toEqual([]);
  });
});

describe('exclamation marks', () => {
  test('are flagged at every level but calm', () => {
    expect(findingsFor('Great news!', { heat: ['calm', 'upset'] })).toEqual(['must exclamation_when_heated upset']);
    expect(findingsFor('Great news!', { heat: ['calm'] })).toEqual([]);
  });
});

describe('length', () => {
  test.each([
    [{}, 95],
    [{ heat: ['upset', 'angry'] }, 80],
    [{ tone: 'shorter' }, 60],
    [{ tone: 'warmer' }, 60],
    [{ step: 'hear_out' }, 20],
  ] satisfies [Partial<Phrase>, number][])('with %j may be %i characters and no more', (more, limit) => {
    expect(findingsFor('x'.repeat(limit), more)).toEqual([]);
    expect(findingsFor('x'.repeat(limit + 1), more)).toEqual([`must too_long ${limit + 1} > ${limit}`]);
  });

  test('counts a slot as long as its fact usually is, and an optional part as kept', () => {
    expect(findingsFor(`{issue}${'x'.repeat(45)}`)).toEqual([]);
    expect(findingsFor(`{issue}${'x'.repeat(46)}`)).toEqual(['must too_long 96 > 95']);
    expect(findingsFor(`${'x'.repeat(86)}[, {name}]`)).toEqual(['must too_long 96 > 95']);
  });
});

describe('gaps left to fill in', () => {
  test.each(['[name]', '<order>', '{{name}}', '%name%', '$name', '____', 'XXX', '(order number)', 'TBC'])('flags %s', (gap) => {
    expect(short(lintPack(pack({ phrases: [phrase(`I have ${gap} open now.`)] })))[0]).toMatch(/^must placeholder /);
  });

  test.each(['I can refund £12 (the full price).', 'The $40 is on its way.', 'It is 20% off.'])(
    'takes "%s" for plain text',
    (text) => {
      expect(findingsFor(text)).toEqual([]);
    },
  );

  test('tells of an unknown slot or an open bracket', () => {
    expect(findingsFor('I have {ticket} open.')[0]).toMatch(/^must template_broken there is no slot \{ticket\}/);
    expect(findingsFor('I am sorry[, {name}.')[0]).toMatch(/^must template_broken /);
  });

  test.each(['Here is what I can do:', 'I am looking at it…', 'One thing, '.trim()])('flags "%s" as unfinished', (text) => {
    expect(findingsFor(text)[0]).toMatch(/^consider unfinished /);
  });
});

describe('phrases that say the same', () => {
  const lintTexts = (...rows: [string, Partial<Phrase>?][]): string[] =>
    lintPack(pack({ phrases: rows.map(([text, more], index) => phrase(text, { ...more, id: `own-same-${index}` })) })).map(
      (one) => `${one.where} ${one.code} ${one.detail}`,
    );

  test('are flagged whatever the capitals, the marks and the optional parts', () => {
    expect(lintTexts(['I am on it now.'], ['I am on it now[, {name}]?'])).toEqual(['phrases[1].text duplicate own-same-0']);
  });

  test('are worth a second look with one word of five changed', () => {
    expect(lintTexts(['I will check it today.'], ['I will do it today.'])).toEqual(['phrases[1].text near_duplicate own-same-0']);
  });

  test('are called the same where they are, even with another one nearly the same before them', () => {
    expect(lintTexts(['I will check it today.'], ['I will do it today.'], ['I will do it today.'])).toEqual([
      'phrases[1].text near_duplicate own-same-0',
      'phrases[2].text duplicate own-same-1',
    ]);
  });

  test('may share half their words', () => {
    expect(lintTexts(['I will check it today.'], ['I will call the shop today.'])).toEqual([]);
  });

  test('may differ only by channel', () => {
    expect(lintTexts(['I have read it all.', { channel: 'chat' }], ['I have heard it all.', { channel: 'call' }])).toEqual([]);
  });

  test('are found once each among ten thousand, within two seconds', () => {
    const phrases = Array.from({ length: 10_000 }, (_, at) =>
      phrase(`thing ${at % 5_000} is on its way to you`, { id: `own-many-${at}` }),
    );
    const started = performance.now();
    const findings = lintPack(pack({ phrases }));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(findings.filter((one) => one.code === 'duplicate' || one.code === 'near_duplicate')).toHaveLength(9_999);
  });
});

describe('steps', () => {
  test('that are on need phrases; steps that are off do not', () => {
    expect(short(lintPack(pack({ steps: [step('greet'), step('act', false)] })))).toEqual(['must step_without_phrases greet']);
  });

  test('should have a phrase that needs no facts', () => {
    const findings = lintPack(
      pack({ steps: [step('own')], phrases: [phrase('I have {order} open.', { heat: ['uneasy', 'upset', 'angry'] })] }),
    );
    expect(findings).toEqual([{ where: 'steps[0]', level: 'consider', code: 'step_needs_facts', detail: 'own' }]);
  });

  test('should not fall silent at a level of heat', () => {
    expect(short(lintPack(pack({ steps: [step('own')], phrases: [phrase('I am on it.')] })))).toEqual([
      'consider step_silent_at_level angry',
    ]);
  });

  test('of thanks and goodbye want nothing for the upset and the angry', () => {
    const thanks = phrase('Thank you.', { step: 'thank_close', heat: ['calm', 'uneasy'] });
    expect(lintPack(pack({ steps: [step('thank_close')], phrases: [thanks] }))).toEqual([]);
  });

  test('are all known to the check', () => {
    expect(lintPack(pack({ steps: STEP_IDS.map((id) => step(id)) }))).toHaveLength(STEP_IDS.length);
  });
});

describe('cues that fire on everything', () => {
  test('are pointed at by pattern, and must be changed where one word of every sentence is enough', () => {
    const lists = [{ id: 'delays', words: ['late', 'still'] }];
    expect(lintPack(pack({ lists, cues: [cue('furious'), cue('livid', 'the'), cue('<delays>')] }))).toEqual([
      { where: 'cues[1].patterns[1]', level: 'must', code: 'cue_function_word', detail: 'the' },
      { where: 'cues[2].patterns[0]', level: 'consider', code: 'cue_common_word', detail: 'still' },
    ]);
  });

  test('are not looked for in other languages', () => {
    expect(lintPack(pack({ language: 'de', cues: [cue('was')] }))).toEqual([]);
  });
});

describe('the word lists', () => {
  test('are written as the check reads words', () => {
    const written = [...Object.values(UNWELCOME).flatMap((one) => [...one.any]), ...EMPATHY, ...TAKE_BACK];
    const odd = [...written, ...FUNCTION_WORDS, ...COMMON_WORDS].filter((words) => !/^[a-z0-9']+( [a-z0-9']+)*$/.test(words));
    expect(odd).toEqual([]);
  });

  test('name their findings by known codes', () => {
    expect(LINT_CODES).toEqual(expect.arrayContaining(Object.keys(UNWELCOME)));
  });

  test('call no word both a function word and a common one', () => {
    expect([...COMMON_WORDS].filter((word) => FUNCTION_WORDS.has(word))).toEqual([]);
  });
});
