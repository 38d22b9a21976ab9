// @vitest-environment happy-dom

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Adapter, AdapterSchema } from '../../protocol/adapter';
import { Proofs } from '../discover/sides';
import { PaneView } from './engine';
import { HELPDESKS } from './index';

const desk = (more: Partial<Adapter>): Adapter => ({ id: 'desk', name: 'Desk', match: { hosts: ['desk.example'] }, ...more });
const FULL = desk({
  pane: ['.old-pane', '.pane'],
  utterance: ['.row'],
  speaker: { system: ['.sys'], bot: ['.bot'], agent: ['[data-who="a"]'], customer: ['.inner-c', '[data-who="c"]'] },
  ignore: ['.note'],
  text: ['.text'],
  drop: ['.quote'],
  speakerName: ['.n'],
  time: { selector: '.t', attribute: 'data-ts' },
  key: 'data-k',
  interim: ['.live'],
});

async function read(adapter: Adapter | null, html: string) {
  document.body.innerHTML = html;
  const view = await PaneView.open(adapter, document, new Proofs());
  return view?.rows.all().map((row) => view.read(row)) ?? null;
}
const row = (attributes: string, inner: string): string =>
  `<div class="pane"><div class="row" ${attributes}>${inner}</div></div>`;

test.each(HELPDESKS.map((adapter) => [adapter.id, adapter] as const))('the adapter %s keeps to its schema', (_, adapter) => {
  expect(v.safeParse(AdapterSchema, adapter).issues).toBeUndefined();
});

describe('a described row', () => {
  test('is read field by field', async () => {
    const html = row(
      'data-who="c" data-k="k1"',
      '<b class="n">Ann:</b><i class="t" data-ts="1777885200">9:00</i><div class="text">It leaks<div class="quote">old</div></div><div class="text">badly</div>',
    );
    expect(await read(FULL, html)).toEqual([
      {
        words: 'It leaks\nbadly',
        name: 'Ann',
        speaker: 'customer',
        inherits: false,
        at: 1_777_885_200_000,
        key: 'k1',
        final: true,
      },
    ]);
  });

  test.each([
    ['bot before agent', 'class="row bot" data-who="a"', 'bot'],
    ['an element in the row', '', 'customer'],
  ])('has its speaker by %s', async (_, attributes, speaker) => {
    const html = `<div class="pane"><div class="row" ${attributes}><p class="inner-c"></p><p class="text">x</p></div></div>`;
    const bot = html.replace('class="row" class="row bot"', 'class="row bot"');
    expect((await read(FULL, bot))?.[0]?.speaker).toBe(speaker);
  });

  test('that is a note, a system line or empty is none', async () => {
    const html =
      '<div class="pane"><div class="row note" data-who="a"><p class="text">x</p></div><div class="row sys"><p class="text">x</p></div><div class="row" data-who="a"><p class="text"> </p></div></div>';
    expect(await read(FULL, html)).toEqual([null, null, null]);
  });

  test('is not final while the page says so', async () => {
    expect((await read(FULL, row('data-who="c"', '<p class="text live">x</p>')))?.[0]?.final).toBe(false);
  });

  test('that shows no speaker takes it from the row before', async () => {
    expect((await read(FULL, row('', '<p class="text">x</p>')))?.[0]).toMatchObject({ speaker: null, inherits: true });
  });
});

describe('what an adapter leaves open', () => {
  const CHAT =
    '<div class="pane"><div class="m in" data-message-id="1"><b class="name">Ann</b><p>It leaks</p></div><div class="m out" data-message-id="2"><b class="name">Cy</b><p>Where?</p></div></div>';

  test('is discovered: rows, sides, names, keys', async () => {
    expect(await read(desk({ pane: ['.pane'] }), CHAT)).toMatchObject([
      { words: 'It leaks', name: 'Ann', speaker: 'customer', key: '1', final: null },
      { words: 'Where?', name: 'Cy', speaker: 'agent', key: '2' },
    ]);
  });

  test('a pane it knows and the page does not show is no reason to look elsewhere', async () => {
    expect(await read(desk({ pane: ['.gone'] }), `<div role="log">${CHAT}</div>`)).toBeNull();
  });

  test('an adapter without a pane has it discovered', async () => {
    expect(await read(desk({ utterance: ['.m'] }), `<main>${CHAT}<textarea></textarea></main>`)).toHaveLength(2);
  });
});

describe('what chats print around the words', () => {
  test.each([
    [
      'times, statuses and avatar letters',
      '<i class="avatar">AB</i><p>It leaks</p><small class="timestamp">9:00</small><i class="status">Read</i>',
      'It leaks',
    ],
    ['a bare time without a class', '<p>It leaks</p><small>14:02</small>', 'It leaks'],
    ['but not where it is all that was said', '<p>14:02</p>', '14:02'],
    ['but not where the product calls everything status', '<p class="status">It leaks</p>', 'It leaks'],
  ])('%s', async (_, inner, expected) => {
    const html = `<div role="log"><div class="m in">${inner}</div><div class="m out">ok</div></div>`;
    expect((await read(null, html))?.[0]?.words).toBe(expected);
  });
});

describe('the order of rows', () => {
  const entries = (first: string, last: string): string =>
    `<div role="log"><div class="m in"><time datetime="${first}"></time>a</div><div class="m out"><time datetime="${last}"></time>b</div></div>`;

  test('is told by their times', async () => {
    document.body.innerHTML = entries('2026-05-04T10:00:00Z', '2026-05-04T09:00:00Z');
    expect((await PaneView.open(null, document, new Proofs()))?.newestFirst).toBe(true);
    document.body.innerHTML = entries('2026-05-04T09:00:00Z', '2026-05-04T10:00:00Z');
    expect((await PaneView.open(null, document, new Proofs()))?.newestFirst).toBe(false);
  });
});
