// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../extract';
import { findNames, ownNameAmong } from './names';
import { findRows } from './rows';

/** How names are shown in a pane, and the name of each row. */
function namesIn(html: string): { by: string; names: (string | null)[] } {
  document.body.innerHTML = `<div id="pane">${html}</div>`;
  const rule = findRows(document.getElementById('pane') as Element);
  const rows = rule.all();
  const words = rows.map((row) => wordsOf([row]));
  const names = findNames(rows, words, rule);
  return {
    by: names.by,
    names: rows.map((row, index) => names.nameOf(row)?.name ?? names.split(words[index] ?? '').name),
  };
}

describe('the name of a speaker', () => {
  test.each([
    [
      'in an element that is named so',
      '<div class="m"><span class="author">Ann Bow:</span><p>one</p></div><div class="m"><span class="author">Cy Dell</span><p>two</p></div>',
      'element',
      ['Ann Bow', 'Cy Dell'],
    ],
    [
      'hidden by the page style',
      '<div class="m"><span class="senderName" style="display:none">Ann</span><p>one</p></div><div class="m"><p>two</p></div>',
      'element',
      ['Ann', null],
    ],
    [
      'once for a group',
      '<div class="g"><b class="user-name">Ann</b><div class="bubble">one</div><div class="bubble">two</div></div><div class="g"><b class="user-name">Cy</b><div class="bubble">three</div></div>',
      'element',
      ['Ann', 'Ann', 'Cy'],
    ],
    [
      'before the words',
      '<p>Customer: one</p><p>Agent: two: three</p><p>[14:02] Customer: four</p>',
      'line',
      ['Customer', 'Agent', 'Customer'],
    ],
    [
      'in the label of the row',
      '<div class="m" aria-label="You said at 9:00">one</div><div class="m" aria-label="Message from Ann, 9:01">two</div>',
      'label',
      ['You', 'Ann'],
    ],
    [
      'in words for screen readers',
      '<div class="m"><span class="sr-only">Ann said:</span><p>one</p></div><div class="m"><span class="sr-only">You said:</span><p>two</p></div>',
      'label',
      ['Ann', 'You'],
    ],
    ['at the avatar', '<div class="m"><img class="avatar" alt="Ann Bow"><p>one</p></div>', 'avatar', ['Ann Bow']],
    ['nowhere', '<div class="m"><p>one</p></div><div class="m"><p>two</p></div>', 'none', [null, null]],
  ])('%s', (_, html, by, names) => {
    expect(namesIn(html)).toEqual({ by, names });
  });

  test('is not a file name, a time, or a whole message', () => {
    const { names } = namesIn(
      '<div class="m"><span class="filename">bill.pdf</span><p>one</p></div><div class="m"><span class="sender">9:00</span><p>two</p></div><div class="name">three</div>',
    );
    expect(names).toEqual([null, null, null]);
  });

  test('is not every word before a colon', () => {
    expect(namesIn('<p>One thing: it leaks</p><p>Another: it hums</p><p>And so: I called</p>').by).toBe('none');
  });
});

describe('the name of the signed-in person', () => {
  const pane = (): Element => document.getElementById('pane') as Element;
  const own = (html: string): string | null => {
    document.body.innerHTML = `${html}<div id="pane"><p class="account">Ann Bow</p></div>`;
    return ownNameAmong(['Ann Bow', 'Cy Dell'], pane());
  };

  test.each([
    ['<div class="current-user">Cy Dell</div>', 'Cy Dell'],
    ['<button aria-label="Account of Cy Dell"></button>', 'Cy Dell'],
    ['<div class="user-menu"><b>Cy Dell</b> online</div>', 'Cy Dell'],
    ['<div class="user-menu">Cy Dellinger</div>', null],
    ['<div class="user-menu">Cy Dell</div><div class="account-list">Ann Bow</div>', null],
    ['<div class="contact-card">Cy Dell</div>', null],
  ])('%s: %s', (html, expected) => {
    expect(own(html)).toBe(expected);
  });
});
