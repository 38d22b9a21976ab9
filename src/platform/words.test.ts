import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from './fake-browser';
import { direction, locale, words } from './words';

beforeEach(() => resetFakeBrowser());

test('words fills substitutions in', () => {
  fakeBrowser.state.messages.set('waited', '$1 has waited $2');
  expect(words('waited', 'Nadia', '2:40')).toBe('Nadia has waited 2:40');
});

test('words shows the key where there is no text', () => {
  expect(words('not_there')).toBe('not_there');
});

test('direction follows the browser, and is left to right where it says nothing', () => {
  expect(direction()).toBe('ltr');
  fakeBrowser.state.messages.set('@@bidi_dir', 'rtl');
  expect(direction()).toBe('rtl');
});

test('locale is a tag Intl accepts', () => {
  expect(Intl.getCanonicalLocales(locale())).toEqual(['en-GB']);
});
