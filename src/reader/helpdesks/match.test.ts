// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../protocol/adapter';
import { adapterFor, capture, conversationBy, hostFits } from './match';
import { attributesIn, usable } from './selectors';

const desk = (more: Partial<Adapter>): Adapter => ({ id: 'desk', name: 'Desk', match: { hosts: ['desk.example'] }, ...more });

describe('which adapter describes a page', () => {
  test.each([
    ['desk.example', 'desk.example', true],
    ['desk.example', 'a.desk.example', false],
    ['*.desk.example', 'a.desk.example', true],
    ['*.desk.example', 'desk.example', false],
    ['*.desk.example', 'evildesk.example', false],
  ])('%s and %s: %s', (pattern, host, expected) => {
    expect(hostFits(pattern, host)).toBe(expected);
  });

  test('the first whose host and mark are there', () => {
    document.body.innerHTML = '<main class="b"></main>';
    const adapters = [
      desk({ id: 'other', match: { hosts: ['x.example'] } }),
      desk({ id: 'a', match: { hosts: ['desk.example'], present: '.a' } }),
      desk({ id: 'b', match: { hosts: ['desk.example'], present: '.b' } }),
      desk({ id: 'c' }),
    ];
    expect(adapterFor(adapters, document, 'desk.example')?.id).toBe('b');
    expect(adapterFor(adapters, document, 'nowhere.example')).toBeNull();
  });

  test('one without hosts needs a mark, one without either fits nothing', () => {
    document.body.innerHTML = '<main class="b"></main>';
    expect(adapterFor([desk({ match: { hosts: [], present: '.b' } })], document, 'any.example')?.id).toBe('desk');
    expect(adapterFor([desk({ match: { hosts: [] } })], document, 'any.example')).toBeNull();
  });
});

describe('the conversation in front', () => {
  test.each([
    ['/inbox/:id', '/app/inbox/42/notes', '42'],
    ['/inbox/:id', '/inbox/a%20b', 'a b'],
    ['/agent/*/tickets/:id', '/agent/7/tickets/9', '9'],
    ['/inbox/:id', '/inbox', null],
    ['/inbox/:id', '/outbox/42', null],
    ['/inbox/:id', '/inbox/42?tab=1', '42'],
    ['/inbox/:id', '/inbox/%E0%A4%A', '%E0%A4%A'],
    ['/.*(x+)+$/:id', '/inbox/42', null],
  ])('%s in %s is %s', (pattern, path, expected) => {
    expect(capture(pattern, path)).toBe(expected);
  });

  test('is named around the pane before anywhere else', () => {
    document.body.innerHTML = '<div class="c" data-c="one"></div><div class="c" data-c="two"><p id="pane"></p></div>';
    const pane = document.getElementById('pane') as Element;
    const by = (more: Adapter['conversation']): string | null => conversationBy(desk({ conversation: more }), pane, location);
    expect(by({ selector: '.c', attribute: 'data-c' })).toBe('two');
    expect(by({ attribute: 'data-c' })).toBe('two');
    expect(by({ selector: '.nope', attribute: 'data-c' })).toBeNull();
  });

  test('is a part of the path or of the hash', () => {
    const pane = document.body;
    const at = (pathname: string, hash: string): string | null =>
      conversationBy(desk({ conversation: { path: '/inbox/:id' } }), pane, { pathname, hash } as Location);
    expect(at('/inbox/42', '')).toBe('42');
    expect(at('/', '#/inbox/43')).toBe('43');
    expect(at('/', '#!/inbox/44')).toBe('44');
    expect(at('/', '')).toBeNull();
  });
});

test('one bad selector costs one selector', () => {
  expect(usable(['.a', 'div[', '#b'])).toEqual(['.a', '#b']);
  expect(usable(undefined)).toEqual([]);
});

test('attributes that selectors look at are watched', () => {
  expect(attributesIn(['.a > b', '[data-side="in"]', 'p[ aria-label ]']).sort()).toEqual(['aria-label', 'class', 'data-side']);
  expect(attributesIn(['article > p'])).toEqual([]);
});
