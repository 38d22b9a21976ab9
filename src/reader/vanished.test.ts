// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { childRows } from './discover/rows';
import { type Place, Transcript } from './transcript';
import { decideGone, isVirtual } from './vanished';

let pane: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<div id="pane"><p>a</p><p>b</p></div>';
  pane = document.getElementById('pane') as HTMLElement;
});

/** A transcript of so many, of which these have left. */
function leaving(count: number, ...left: number[]): { places: Place[]; gone: Place[]; size: number } {
  const transcript = new Transcript({ changed: () => undefined, removed: () => undefined });
  let previous: Place | null = null;
  const places: Place[] = [];
  for (let index = 0; index < count; index++) {
    previous = transcript.show(
      { speaker: 'customer', text: `t${index}`, at: index, final: true, name: null, key: `k${index}` },
      previous,
      null,
    );
    places.push(previous);
  }
  const gone = left.map((index) => places[index] as Place);
  for (const place of gone) transcript.hide(place, true);
  return { places, gone, size: count };
}
const QUIET = { cameFirst: false, cameLast: false };
const decide = ({ places, gone, size }: ReturnType<typeof leaving>, came = QUIET): string[] =>
  decideGone({ places: gone, ...came }, places.length - gone.length, { pane, rows: childRows(pane) }, size).map(({ id }) => id);

describe('a row that left', () => {
  test('between two that stayed was deleted', () => {
    expect(decide(leaving(5, 2))).toEqual(['k2']);
  });

  test('with its neighbour was deleted with it', () => {
    expect(decide(leaving(6, 2, 3))).toEqual(['k2', 'k3']);
  });

  test('at the end was deleted, unless rows came at the beginning: the list was scrolled', () => {
    expect(decide(leaving(5, 4))).toEqual(['k4']);
    expect(decide(leaving(5, 4), { cameFirst: true, cameLast: false })).toEqual([]);
  });

  test('at the beginning of a long list was dropped to save memory', () => {
    expect(decide(leaving(40, 0))).toEqual([]);
    expect(decide(leaving(5, 0))).toEqual(['k0']);
  });

  test('as the only one there was says nothing', () => {
    expect(decide(leaving(1, 0))).toEqual([]);
  });

  test('with most of the others was drawn anew', () => {
    expect(decide(leaving(7, 0, 1, 2, 3, 4))).toEqual([]);
  });

  test('from a pane that is hidden is behind another conversation', () => {
    pane.hidden = true;
    pane.style.display = 'none';
    expect(decide(leaving(5, 2))).toEqual([]);
  });

  test('from a virtual list was scrolled out of it', () => {
    for (const row of pane.children) (row as HTMLElement).style.position = 'absolute';
    expect(decide(leaving(5, 2))).toEqual([]);
  });
});

test.each([
  ['<p style="transform: translateY(40px)">a</p>', true],
  ['<p data-index="3">a</p>', true],
  ['<p>a</p>', false],
  ['', false],
])('whether a list draws only what is in view: %s', (html, expected) => {
  pane.innerHTML = html;
  expect(isVirtual(pane)).toBe(expected);
});
