import { expect, test } from 'vitest';
import { readOptions } from './options.mjs';

const DESKTOP = { platform: 'linux' as NodeJS.Platform, env: { DISPLAY: ':0' }, conversations: ['parcel', 'how-to'] };

test('on a desktop the browser is shown', () => {
  expect(readOptions([], DESKTOP)).toEqual({ headless: false, only: null });
  expect(readOptions([], { ...DESKTOP, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toMatchObject({ headless: false });
  expect(readOptions([], { ...DESKTOP, platform: 'darwin', env: {} })).toMatchObject({ headless: false });
});

test('it is not where asked not to be, without a display, or where CI is set', () => {
  expect(readOptions(['--headless'], DESKTOP)).toMatchObject({ headless: true });
  expect(readOptions([], { ...DESKTOP, env: {} })).toMatchObject({ headless: true });
  expect(readOptions([], { ...DESKTOP, env: { DISPLAY: ':0', CI: 'true' } })).toMatchObject({ headless: true });
  expect(readOptions([], { ...DESKTOP, env: { DISPLAY: ':0', CI: 'false' } })).toMatchObject({ headless: false });
});

test('one conversation can be asked for, if there is one of that name', () => {
  expect(readOptions(['--only', 'parcel'], DESKTOP)).toMatchObject({ only: 'parcel' });
  expect(readOptions(['--only', 'toaster'], DESKTOP)).toMatchObject({ problem: expect.stringContaining('toaster') });
});

test('a flag that does not exist is told, with those that do', () => {
  expect(readOptions(['--fast'], DESKTOP)).toMatchObject({ problem: expect.stringContaining('--only ID') });
});
