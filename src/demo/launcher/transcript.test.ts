import { expect, test } from 'vitest';
import { heatPath, levelBar, type PanelView, panelLine, saidLine } from './transcript.mjs';

const VIEW: PanelView = {
  reading: true,
  conversation: 'parcel',
  level: 'angry',
  word: 'Angry',
  hold: false,
  given: false,
  attention: 'now',
  missing: [
    { id: 'acknowledge', name: 'Acknowledge', overdue: true },
    { id: 'apologise', name: 'Apologise', overdue: false },
  ],
  phrase: { text: 'I’m sorry, Marta.', step: 'apologise' },
};

test('the panel stands in one indented line: heat, missing steps, what to say', () => {
  expect(panelLine(VIEW)).toBe('         └ ■■■■ Angry · missing: Acknowledge!, Apologise · say: “I’m sorry, Marta.”');
});

test('while the customer is to be let finish, no phrase is written down', () => {
  expect(panelLine({ ...VIEW, hold: true })).toContain('let them finish');
});

test('a phrase that asks for no attention is only ready', () => {
  expect(panelLine({ ...VIEW, level: 'calm', word: 'Calm', missing: [], attention: 'none' })).toContain(
    '■□□□ Calm · nothing missing · ready:',
  );
});

test('while the phrase put in last still stands there, nothing is written of it', () => {
  expect(panelLine({ ...VIEW, missing: [], phrase: null, given: true })).toBe('         └ ■■■■ Angry · nothing missing');
});

test('before the first advice it says so', () => {
  expect(panelLine({ ...VIEW, level: '', missing: [], phrase: null })).toContain(
    'no advice yet · nothing missing · nothing to add',
  );
});

test('bars grow with the level', () => {
  expect(['calm', 'uneasy', 'upset', 'angry'].map(levelBar)).toEqual(['■□□□', '■■□□', '■■■□', '■■■■']);
});

test('what the panel put in is marked off from what the agent wrote', () => {
  expect(saidLine('Robin', 'I’m sorry, Marta. It comes today.', 'I’m sorry, Marta.')).toBe(
    'Robin    [I’m sorry, Marta.] It comes today.',
  );
  expect(saidLine('Robin', 'It comes today.')).toBe('Robin    It comes today.');
});

test('the path of the heat leaves out repeats and gaps', () => {
  expect(heatPath(['', 'angry', 'angry', 'uneasy', 'calm', 'calm'])).toBe('angry → uneasy → calm');
});
