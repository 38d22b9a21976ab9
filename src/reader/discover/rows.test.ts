// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { childRows, findKey, findRows, keyOf, neighbourOf, rowsMatching } from './rows';

const paneOf = (html: string): Element => {
  document.body.innerHTML = `<div id="pane">${html}</div>`;
  return document.getElementById('pane') as Element;
};
const textsOf = (rows: readonly Element[]): string[] => rows.map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
const row = (words: string, more = ''): string => `<div class="row" ${more}><b class="name">Ann</b> <span>${words}</span></div>`;

describe('the rows of an unknown pane', () => {
  test.each([
    ['its children', `${row('one')}${row('two')}`, ['Ann one', 'Ann two']],
    ['a single message, whatever it is made of', row('only'), ['Ann only']],
    ['lines of text', '<p>A: one</p><p>B: two</p>', ['A: one', 'B: two']],
    [
      'below wrappers, beside what stands around a list',
      `<button>Load earlier</button><div><div class="list">${row('one is long enough')}${row('two is longer still')}</div></div>`,
      ['Ann one is long enough', 'Ann two is longer still'],
    ],
    [
      'one per bubble where bubbles stand in groups',
      '<div class="g in"><i>Ann</i><div class="bubble">one thing</div><div class="bubble">two things</div></div><div class="g out"><div class="bubble">three</div></div>',
      ['one thing', 'two things', 'three'],
    ],
    [
      'one per message where days are groups',
      '<section><h3>Monday</h3><article class="message">one thing</article><article class="message">two things</article></section><section><h3>Tuesday</h3><article class="message">three things</article></section>',
      ['one thing', 'two things', 'three things'],
    ],
    [
      'whole messages where one has several paragraphs',
      '<div class="row"><p>one</p><p>and more</p></div><div class="row"><p>two</p></div>',
      ['oneand more', 'two'],
    ],
    ['none of an empty pane', '', []],
  ])('are %s', (_, html, expected) => {
    expect(textsOf(findRows(paneOf(html)).all())).toEqual(expected);
  });
});

describe('finding a row', () => {
  test('from a node deep inside it, the outermost match wins', () => {
    const pane = paneOf('<div class="m">one<div class="m"><b id="deep">quote</b></div></div><div class="m">two</div>');
    const rule = rowsMatching(pane, '.m');
    const deep = document.getElementById('deep') as Element;
    expect(rule.rowOf(deep.firstChild as Node)).toBe(pane.firstElementChild);
    expect(rule.all()).toHaveLength(2);
    expect(rule.rowOf(pane)).toBeNull();
    expect(rule.rowOf(document.body)).toBeNull();
  });

  test('below an added wrapper, all of its rows', () => {
    const pane = paneOf('<div id="day"><div class="m">one</div><div class="m">two</div></div>');
    const day = document.getElementById('day') as Element;
    expect(textsOf(rowsMatching(pane, '.m').within(day))).toEqual(['one', 'two']);
    expect(textsOf(childRows(day).within(pane))).toEqual(['one', 'two']);
    expect(childRows(day).within(document.createElement('p'))).toEqual([]);
  });

  test('from its neighbour, over the edge of a group', () => {
    const pane = paneOf('<div><p class="m">one</p></div><hr><div><p>no row</p><p class="m">two</p></div>');
    const rule = rowsMatching(pane, '.m');
    const [one, two] = rule.all() as [Element, Element];
    expect(neighbourOf(rule, one, 'next')).toBe(two);
    expect(neighbourOf(rule, two, 'previous')).toBe(one);
    expect(neighbourOf(rule, two, 'next')).toBeNull();
  });
});

describe('the key of a row', () => {
  const keyIn = (html: string): string | null => findKey([...paneOf(html).children]);

  test.each([
    ['by its name', '<p data-message-id="1">a</p><p data-message-id="2">b</p>', 'data-message-id'],
    ['on the first element in the row', '<p><i data-mid="1">a</i></p><p><i data-mid="2">b</i></p>', 'data-mid'],
    ['by a value made to last', '<p id="msg-90125">a</p><p id="msg-90126">b</p>', 'id'],
  ])('is known %s', (_, html, expected) => {
    expect(keyIn(html)).toBe(expected);
  });

  test.each([
    ['a position', '<p data-id="1">a</p><p data-id="2">b</p>'],
    ['the same on two rows', '<p data-message-id="1">a</p><p data-message-id="1">b</p>'],
    ['only on some rows', '<p data-message-id="1">a</p><p>b</p><p>c</p>'],
    ['a name made up while drawing', '<p id=":r1:">a</p><p id=":r2:">b</p>'],
  ])('is not %s', (_, html) => {
    expect(keyIn(html)).toBeNull();
  });

  test('is read from the row or its first element', () => {
    const pane = paneOf('<p data-mid="7"></p><p><i data-mid="8"></i></p><p></p>');
    expect([...pane.children].map((one) => keyOf(one, 'data-mid'))).toEqual(['7', '8', null]);
  });
});
