import { expect, test } from 'vitest';
import { advice, suggestion } from './fake-advice';
import { chooseStage, inTurn, looksSame, type StageInput, setOf } from './stage';

const input = (over: Partial<StageInput> = {}): StageInput => ({
  reading: 'reading',
  conversation: 'c1',
  advice: advice(),
  turn: 0,
  setAside: false,
  given: null,
  ...over,
});

test('without a conversation the stage says why, whatever advice there was', () => {
  expect(chooseStage(input({ reading: 'lost', conversation: null }))).toEqual({ kind: 'unread', state: 'lost' });
  expect(chooseStage(input({ conversation: null }))).toEqual({ kind: 'unread', state: 'starting' });
});

test('a conversation looked at elsewhere is shown although the page in front reads nothing', () => {
  expect(chooseStage(input({ reading: 'no_conversation' })).kind).toBe('phrase');
});

test('hold wins over a phrase, a phrase in the reply over hold', () => {
  const held = advice({ hold: true });
  expect(chooseStage(input({ advice: held }))).toMatchObject({ kind: 'hold', suggestion: { phrase: 'one' } });
  const given = { conversation: 'c1', suggestion: suggestion('mine'), upTo: 'u2' };
  expect(chooseStage(input({ advice: held, given }))).toMatchObject({ kind: 'given', suggestion: { phrase: 'mine' } });
  expect(chooseStage(input({ advice: advice({ hold: true, upTo: 'u3' }), given })).kind).toBe('hold');
});

test('hold without a word to offer asks for nothing', () => {
  expect(chooseStage(input({ advice: advice({ hold: true, suggestions: [] }) }))).toEqual({ kind: 'hold', suggestion: null });
});

test('a phrase given in another conversation does not stand here', () => {
  const given = { conversation: 'c2', suggestion: suggestion('mine'), upTo: 'u2' };
  expect(chooseStage(input({ given })).kind).toBe('phrase');
});

test('a draft covers a phrase only where nothing in it should be put otherwise', () => {
  const covers = (warnings: NonNullable<ReturnType<typeof advice>['draft']>['warnings']) =>
    chooseStage(input({ advice: advice({ draft: { text: 'x', covers: ['apologise'], warnings } }) }));
  expect(covers([])).toMatchObject({ covered: true });
  const warning = {
    utterance: 'draft',
    text: 'x',
    start: 0,
    length: 1,
    id: 'rude',
    rule: 'rude-x',
    instead: '',
    why: 'x',
  } as const;
  expect(covers([warning])).toMatchObject({ covered: false });
});

test('wordings take turns and come round', () => {
  const { suggestions } = advice();
  expect([0, 1, 2, 3].map((turn) => inTurn(suggestions, turn)[0]?.phrase)).toEqual(['one', 'two', 'three', 'one']);
  expect(inTurn([], 5)).toEqual([]);
});

test('advice looks the same while words and hold are the same', () => {
  expect(looksSame(advice(), advice({ attention: 'now', upTo: 'u9' }))).toBe(true);
  expect(looksSame(advice(), advice({ hold: true }))).toBe(false);
  expect(looksSame(advice(), advice({ suggestions: [suggestion('one')] }))).toBe(false);
  expect(
    looksSame(advice({ suggestions: [suggestion('one')] }), advice({ suggestions: [suggestion('one', { text: 'New.' })] })),
  ).toBe(false);
});

test('a set is told apart by its phrases and their order', () => {
  expect(setOf(advice())).toBe(setOf(advice({ upTo: 'u9' })));
  expect(setOf(advice())).not.toBe(setOf(advice({ suggestions: [...advice().suggestions].reverse() })));
});
