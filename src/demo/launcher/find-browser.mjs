// Finds a Chromium-family browser that still loads unpacked extensions: Chromium, Chrome, Edge or Brave, on Linux, macOS or Windows.
// Node built-ins only: it runs before anything is installed. Never starts a browser.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {{ [name: string]: string | undefined }} Environment */

/**
 * The machine as the search sees it; tests put their own in its place.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Environment} env
 * @property {string} home
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => string[]} list   names in a folder, none if there is no such folder
 * @property {(path: string) => string} head       a small file's text, '' for anything else
 */

/** @type {Machine} */
export const THIS_MACHINE = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  head: (path) => {
    try {
      return statSync(path).size < 20_000 ? readFileSync(path, 'utf8') : '';
    } catch {
      return '';
    }
  },
};

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const LINUX_PATHS = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/opt/brave.com/brave',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PATHS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/**
 * The browser to use. `CHROME_PATH`, where it is set, is the only candidate.
 * Out: its executable, or null where none is found.
 * @param {Machine} [machine]
 * @returns {string | null}
 */
export function findBrowser(machine = THIS_MACHINE) {
  const chosen = machine.env['CHROME_PATH'];
  const candidates = chosen ? [chosen] : [...systemCandidates(machine), ...playwrightCandidates(machine)];
  return candidates.find((path) => machine.exists(path) && !isSnapDoor(machine, path)) ?? null;
}

/**
 * Ubuntu's `chromium-browser` package is a script that only says "install the snap".
 * @param {Machine} machine
 * @param {string} path
 */
function isSnapDoor(machine, path) {
  if (machine.platform !== 'linux' || path.startsWith('/snap/')) return false;
  return machine.head(path).includes('/snap/bin/chromium') && !machine.exists('/snap/bin/chromium');
}

/**
 * @param {Machine} machine
 * @returns {string[]}
 */
function systemCandidates({ platform, env, home }) {
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
    return WINDOWS_PATHS.flatMap((path) => roots.map((root) => `${root}\\${path}`));
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), ...LINUX_PATHS];
  return [
    ...LINUX_NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}

/**
 * Browsers that Playwright has already fetched for other projects, newest first.
 * @param {Machine} machine
 * @returns {string[]}
 */
function playwrightCandidates({ platform, env, home, list }) {
  const usual = {
    darwin: join(home, 'Library/Caches/ms-playwright'),
    win32: join(env['LOCALAPPDATA'] ?? home, 'ms-playwright'),
  };
  const root =
    env['PLAYWRIGHT_BROWSERS_PATH'] ??
    (platform === 'darwin' || platform === 'win32' ? usual[platform] : join(home, '.cache/ms-playwright'));
  const inside = {
    darwin: [
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    win32: ['chrome-win/chrome.exe', 'chrome-win64/chrome.exe'],
  };
  const paths =
    platform === 'darwin' || platform === 'win32' ? inside[platform] : ['chrome-linux/chrome', 'chrome-linux64/chrome'];
  return list(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => paths.map((path) => join(root, name, path)));
}
