// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Button } from './button';
import { HeatTile } from './heat-tile';
import { keysOf } from './keycap';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

describe('a shortcut as keys', () => {
  test.each([
    ['Alt+Period', ['Alt', '.']],
    ['Alt+Shift+Comma', ['Alt', 'Shift', ',']],
    ['Alt+.', ['Alt', '.']],
    ['⌥⇧.', ['⌥⇧.']],
    ['', []],
  ])('%s', (shortcut, keys) => {
    expect(keysOf(shortcut)).toEqual(keys);
  });
});

describe('a button', () => {
  test('calls back on a press, and not while an answer is on its way', () => {
    const onPress = vi.fn();
    render(<Button action="a" onPress={onPress} />, root);
    root.querySelector('button')?.click();
    render(<Button action="a" onPress={onPress} busy />, root);
    root.querySelector('button')?.click();
    expect(onPress).toHaveBeenCalledTimes(1);
    expect(root.querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
  });

  test('shows keys only where the browser gave some', () => {
    render(<Button action="a" onPress={() => undefined} shortcut="Alt+Period" />, root);
    expect(root.querySelectorAll('kbd')).toHaveLength(2);
    render(<Button action="a" onPress={() => undefined} shortcut="" />, root);
    expect(root.querySelectorAll('kbd')).toHaveLength(0);
  });
});

test('each level has its own line', () => {
  const lines = (['none', 'calm', 'uneasy', 'upset', 'angry'] as const).map((level) => {
    render(<HeatTile level={level} />, root);
    return root.querySelector('path')?.getAttribute('d');
  });
  expect(new Set(lines).size).toBe(5);
});
