import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { onCommand, shortcuts } from './commands';
import { fakeBrowser, resetFakeBrowser } from './fake-browser';

beforeEach(() => resetFakeBrowser());

test('shortcuts are told as the browser has them, empty where the key was taken away', async () => {
  expect(await shortcuts()).toEqual(
    new Map([
      ['use-suggestion', 'Alt+Period'],
      ['another-wording', ''],
    ]),
  );
});

test('a command is heard with the tab in front, where the browser says which', () => {
  const heard = vi.fn();
  onCommand(heard);
  fakeBrowser.commands.onCommand.emit('not-now', { id: 7 });
  fakeBrowser.commands.onCommand.emit('not-now', undefined);
  expect(heard.mock.calls).toEqual([
    ['not-now', 7],
    ['not-now', null],
  ]);
});
