// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { PaneView } from '../helpdesks/engine';
import { Proofs } from './sides';

/** Opens a log with these rows as an unknown page. */
async function open(rows: string, around = '', proofs = new Proofs()): Promise<PaneView> {
  document.body.innerHTML = `${around}<div role="log">${rows}</div>`;
  const view = await PaneView.open(null, document, proofs);
  if (view === null) throw new Error('no pane');
  return view;
}
const speakers = (view: PaneView): string[] => {
  let before: string | null = null;
  return view.rows.all().map((row) => {
    const read = view.read(row);
    if (read === null) return '-';
    before = read.speaker ?? (read.inherits ? before : null);
    return before ?? '?';
  });
};
const div = (attributes: string, words = 'some words here'): string => `<div ${attributes}>${words}</div>`;

describe('who says what, by the markup', () => {
  test.each([
    ['class names that say it', div('class="m in"') + div('class="m out"'), ['customer', 'agent']],
    ['an attribute', div('class="m" data-author="visitor"') + div('class="m" data-author="staff"'), ['customer', 'agent']],
    ['an attribute that is true or false', div('data-own="false"') + div('data-own="true"'), ['customer', 'agent']],
    [
      'a class in the row',
      '<div class="m"><div class="msg--from-customer">one</div></div><div class="m"><div class="msg--from-agent">two</div></div>',
      ['customer', 'agent'],
    ],
    [
      'a class around a group',
      '<div class="g visitor"><div class="bubble">a b</div></div><div class="g operator"><div class="bubble">c d</div><div class="bubble">e f</div></div><div class="g visitor"><div class="bubble">g h</div></div>',
      ['customer', 'agent', 'agent', 'customer'],
    ],
    [
      'a bot apart from both',
      div('class="m client"') + div('class="m bot"') + div('class="m agent"'),
      ['customer', 'bot', 'agent'],
    ],
    [
      'one side marked, the other alike',
      div('class="m own"') + div('class="m"') + div('class="m"'),
      ['agent', 'customer', 'customer'],
    ],
    ['one person alone so far', div('class="m incoming"') + div('class="m incoming"'), ['customer', 'customer']],
    ['a noun against a direction', div('class="m sent-by-customer"') + div('class="m sent-by-agent"'), ['customer', 'agent']],
    [
      'private notes, system lines and typing left out',
      div('class="m in"') +
        div('class="m out note"') +
        div('class="day-divider"', 'Monday') +
        div('class="line"', 'Ann joined the chat') +
        div('class="m in typing"', '…') +
        div('class="m out"'),
      ['customer', '-', '-', '-', '-', 'agent'],
    ],
  ])('%s', async (_, rows, expected) => {
    const view = await open(rows);
    expect(view.known).toBe(true);
    expect(speakers(view)).toEqual(expected);
  });

  test('what every row carries says nothing', async () => {
    const view = await open(
      div('class="agent-desk-row x7"') + div('class="agent-desk-row y9"') + div('class="agent-desk-row x7"'),
    );
    expect(view.known).toBe(false);
    expect(view.reasons.sides).toEqual(['two_groups']);
  });

  test('notes are left out where there is nothing else yet', async () => {
    expect(speakers(await open(div('class="m in note"') + div('class="m out note"')))).toEqual(['-', '-']);
  });

  test('a bot does not keep one marked side from showing whose the others are', async () => {
    const view = await open(div('class="m bot"') + div('class="m"') + div('class="m own"') + div('class="m"'));
    expect(speakers(view)).toEqual(['bot', 'customer', 'agent', 'customer']);
  });

  test('left and right are two groups and no more', async () => {
    const view = await open(div('class="m left"') + div('class="m right"') + div('class="m left"'));
    expect(view.known).toBe(false);
    expect(speakers(view)).toEqual(['?', '?', '?']);
  });

  test('words quoted inside a message do not speak for it', async () => {
    const rows = `<div class="m in"><blockquote class="agent">old</blockquote><p>one</p></div>${div('class="m out"')}`;
    expect(speakers(await open(rows))).toEqual(['customer', 'agent']);
  });
});

describe('who says what, by shown names', () => {
  const named = (name: string): string => `<div class="m"><b class="name">${name}</b><p>some words</p></div>`;
  const follow = '<div class="m"><p>more words</p></div>';

  test.each([
    ['roles', named('Visitor 12') + named('Support'), ['customer', 'agent']],
    ['"You" is the agent, the other is the customer', named('Ann') + named('You'), ['customer', 'agent']],
    [
      'rows without a name belong to the one before',
      named('Ann') + follow + named('You') + follow,
      ['customer', 'customer', 'agent', 'agent'],
    ],
    ['lines', '<p>Caller: one</p><p>Rep: two</p>', ['customer', 'agent']],
  ])('%s', async (_, rows, expected) => {
    expect(speakers(await open(rows))).toEqual(expected);
  });

  test('a name that the page shows as the signed-in person own', async () => {
    const view = await open(named('Ann') + named('Cy Dell') + named('Ann'), '<div class="user-menu">Cy Dell</div>');
    expect(speakers(view)).toEqual(['customer', 'agent', 'customer']);
    expect(view.reasons.sides).toEqual(['own_name']);
  });

  test('two names and nothing else are not guessed at', async () => {
    const view = await open(named('Ann') + named('Cy') + named('Ann'));
    expect(view.known).toBe(false);
  });

  test('a colleague is not taken for the customer', async () => {
    const view = await open(named('Ann') + named('You') + named('Colleague Bo') + named('Ann') + named('You'));
    expect(view.known).toBe(false);
    expect(speakers(view)).toEqual(['?', 'agent', '?', '?', 'agent']);
  });
});

describe('what was sent from here', () => {
  const rows = div('class="k1"', 'It leaks badly') + div('class="k2"', 'Where exactly?') + div('class="k1"', 'Under the sink');

  test('settles who is who, also in the next conversation on this page', async () => {
    const proofs = new Proofs();
    const view = await open(rows, '', proofs);
    expect(view.known).toBe(false);
    expect(view.prove(view.rows.all()[1] as Element)).toBe(true);
    expect(speakers(view)).toEqual(['customer', 'agent', 'customer']);
    expect(view.reasons.sides).toEqual(['sent_here']);
    const next = await open(div('class="k2"', 'Good morning') + div('class="k1"', 'Hello'), '', proofs);
    expect(speakers(next)).toEqual(['agent', 'customer']);
  });

  test('settles it by name, too', async () => {
    const view = await open('<p>Ann: it leaks</p><p>Cy: where?</p><p>Ann: in the hall</p>');
    expect(view.known).toBe(false);
    expect(view.prove(view.rows.all()[1] as Element)).toBe(true);
    expect(speakers(view)).toEqual(['customer', 'agent', 'customer']);
  });
});
