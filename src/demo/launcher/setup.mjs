// Makes a fresh checkout runnable: checks Node, installs the locked dependencies when they are missing or stale, finds a browser.
//   node src/demo/launcher/setup.mjs [--browser]
// Node built-ins only, and syntax that an old Node can still read. Speaks on stderr, and only when there is something to say.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser, THIS_MACHINE } from './find-browser.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
/** @type {readonly [number, number]} */
const OLDEST_NODE = [20, 19];
const MAX_NPM_LINES = 6;

/**
 * In: a version as `process.versions.node` has it. Out: what to tell the person, or null where it will do.
 * @param {string} version
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Composure needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. Install a newer one from https://nodejs.org.`;
}

/**
 * Why dependencies must be installed, or null where they need not be.
 * In: modification times (ms) of package-lock.json and of npm's own copy of it inside node_modules; null where there is none.
 * @param {number | null} lockMs
 * @param {number | null} installedMs
 * @returns {string | null}
 */
export function installReason(lockMs, installedMs) {
  if (installedMs === null) return 'Installing dependencies (first run)';
  if (lockMs !== null && lockMs > installedMs) return 'Installing dependencies (package-lock.json is newer than node_modules)';
  return null;
}

/**
 * How to call npm: the very npm that runs us where there is one, which needs no shell, else the one on the PATH.
 * @param {string | undefined} npmExecPath   npm's own script, from the environment npm gives its scripts
 * @param {NodeJS.Platform} platform
 * @returns {{ command: string, before: string[], shell: boolean }}
 */
export function npmCommand(npmExecPath, platform) {
  if (npmExecPath && /npm-cli\.[cm]?js$/.test(npmExecPath))
    return { command: process.execPath, before: [npmExecPath], shell: false };
  return platform === 'win32' ? { command: 'npm.cmd', before: [], shell: true } : { command: 'npm', before: [], shell: false };
}

/**
 * What to do where no browser was found.
 * In: the text of /etc/os-release ('' elsewhere), whether we may install, and `CHROME_PATH`. Out: install it, or what to tell.
 * @param {{ platform: NodeJS.Platform, osRelease: string, root: boolean, chromePath: string | undefined }} machine
 * @returns {{ install: true } | { install: false, tell: string }}
 */
export function planBrowser({ platform, osRelease, root, chromePath }) {
  if (chromePath)
    return { install: false, tell: `CHROME_PATH is ${chromePath}, and there is no browser. Correct it, or unset it to search.` };
  const id = /^ID=["']?([\w.-]+)/m.exec(osRelease)?.[1];
  if (platform !== 'linux')
    return { install: false, tell: `No Chrome, Edge, Chromium or Brave found. Install one, or set CHROME_PATH.` };
  if (id === 'ubuntu') {
    return {
      install: false,
      tell: 'No browser found. Ubuntu’s chromium package is only a door to a snap: run "snap install chromium", or install Chrome’s .deb, or set CHROME_PATH.',
    };
  }
  const debian = id === 'debian' || /^ID_LIKE=.*\bdebian\b/m.test(osRelease);
  if (debian && root) return { install: true };
  if (debian) return { install: false, tell: 'No browser found. Run "sudo apt-get install chromium", or set CHROME_PATH.' };
  return { install: false, tell: 'No browser found. Install Chromium or Chrome with your package manager, or set CHROME_PATH.' };
}

/** A line for the person at the keyboard; stdout belongs to the command that follows. */
const tell = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/** @param {string} path */
function modifiedMs(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}

/**
 * @param {string[]} args
 */
function runAptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
}

/** Out: what to tell where it failed, or null. */
function installDependencies() {
  const reason = installReason(
    modifiedMs(resolve(ROOT, 'package-lock.json')),
    modifiedMs(resolve(ROOT, 'node_modules/.package-lock.json')),
  );
  if (reason === null) return null;
  tell(`${reason}…`);
  const { command, before, shell } = npmCommand(process.env['npm_execpath'], process.platform);
  const args = [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync(command, args, { cwd: ROOT, shell, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (npm.status === 0) return null;
  const why = npm.error ? npm.error.message : firstLines(npm.stderr);
  return `${why}\nDependencies could not be installed (see above). Run "npm ci" in ${ROOT} to try again.`;
}

/**
 * What npm says went wrong, without its pages of usage.
 * @param {string} stderr
 */
function firstLines(stderr) {
  const lines = stderr.split('\n').filter((line) => line.replace(/^npm (?:error|ERR!)\s*/, '') !== '');
  return lines.slice(0, MAX_NPM_LINES).join('\n');
}

/** Out: what to tell where there is no browser and none can be installed, or null. */
function provideBrowser() {
  if (findBrowser() !== null) return null;
  const plan = planBrowser({
    platform: process.platform,
    osRelease: process.platform === 'linux' ? readOsRelease() : '',
    root: process.getuid?.() === 0,
    chromePath: process.env['CHROME_PATH'],
  });
  if (!plan.install) return plan.tell;
  tell('No browser found: installing the chromium package with apt-get…');
  const installed = runAptGet(['-qq', 'update']) && runAptGet(['-qq', 'install', '--yes', '--no-install-recommends', 'chromium']);
  return installed && findBrowser() !== null
    ? null
    : 'The chromium package could not be installed. Install a Chromium or Chrome yourself, or set CHROME_PATH.';
}

function readOsRelease() {
  return THIS_MACHINE.exists('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

/** @param {string[]} args */
function main(args) {
  const problem =
    nodeProblem(process.versions.node) ?? installDependencies() ?? (args.includes('--browser') ? provideBrowser() : null);
  if (problem === null) return;
  tell(problem);
  process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
