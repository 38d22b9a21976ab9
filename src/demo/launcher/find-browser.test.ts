import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.mjs';

const EMPTY: Machine = { platform: 'linux', env: {}, home: '/home/sam', exists: () => false, list: () => [], head: () => '' };
const having = (...paths: string[]): Pick<Machine, 'exists'> => ({ exists: (path) => paths.includes(path) });

test('CHROME_PATH comes before everything else', () => {
  const env = { CHROME_PATH: '/opt/mine/chrome', PATH: '/usr/bin' };
  expect(findBrowser({ ...EMPTY, ...having('/opt/mine/chrome', '/usr/bin/chromium'), env })).toBe('/opt/mine/chrome');
});

test('a CHROME_PATH that leads nowhere finds nothing, rather than another browser', () => {
  expect(findBrowser({ ...EMPTY, ...having('/usr/bin/chromium'), env: { CHROME_PATH: '/opt/gone' } })).toBeNull();
});

test('on Linux Chromium comes before branded browsers', () => {
  expect(findBrowser({ ...EMPTY, ...having('/usr/bin/google-chrome', '/usr/bin/chromium') })).toBe('/usr/bin/chromium');
});

test('on Linux the PATH is searched', () => {
  expect(findBrowser({ ...EMPTY, ...having('/nix/bin/brave-browser'), env: { PATH: '/bin:/nix/bin' } })).toBe(
    '/nix/bin/brave-browser',
  );
});

test('on macOS the applications folders are searched, the person’s own too', () => {
  const own = '/home/sam/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser({ ...EMPTY, ...having(own), platform: 'darwin' })).toBe(own);
});

test('on Windows the program folders are searched', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  expect(findBrowser({ ...EMPTY, ...having(edge), platform: 'win32', env })).toBe(edge);
});

test('Ubuntu’s door to a snap that is not installed is no browser', () => {
  const door = { ...EMPTY, ...having('/usr/bin/chromium-browser'), head: () => 'exec /snap/bin/chromium "$@"' };
  expect(findBrowser(door)).toBeNull();
  expect(findBrowser({ ...door, ...having('/usr/bin/chromium-browser', '/snap/bin/chromium') })).not.toBeNull();
});

test('a browser fetched by Playwright for another project will do, the newest of them', () => {
  const root = '/home/sam/.cache/ms-playwright';
  const machine = {
    ...EMPTY,
    ...having(`${root}/chromium-999/chrome-linux/chrome`, `${root}/chromium-1180/chrome-linux/chrome`),
    list: () => ['chromium-999', 'firefox-1490', 'chromium-1180', 'chromium_headless_shell-1180'],
  };
  expect(findBrowser(machine)).toBe(`${root}/chromium-1180/chrome-linux/chrome`);
});

test('an empty machine has none', () => expect(findBrowser(EMPTY)).toBeNull());
