// `npm start`: builds, serves the demo helpdesk, and opens a browser with Composure beside it. Without a display, with CI set or
// with --headless it plays the conversations by itself, prints them, and leaves pictures in dist/shots.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../../build.mjs';
import { AGENT_SCRIPTS } from './agent-script.mjs';
import { launchChromium } from './chromium.mjs';
import { readOptions } from './options.mjs';
import { playAll } from './play-all.mjs';
import { serve } from './serve.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const tell = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/** @returns {Promise<number>} the exit code */
async function main() {
  const options = readOptions(process.argv.slice(2), {
    platform: process.platform,
    env: process.env,
    conversations: AGENT_SCRIPTS.map(({ id }) => id),
  });
  if ('problem' in options) {
    tell(options.problem);
    return 2;
  }
  tell('Building…');
  const extension = resolve(ROOT, 'dist/chrome');
  const desk = resolve(ROOT, 'dist/demo');
  await build({ target: 'chrome', dev: true, only: 'extension', out: extension });
  await build({ only: 'demo', out: desk });
  const server = await serve(desk);
  const browser = await launchChromium({ extension, headless: options.headless });
  try {
    if (options.headless) {
      const scripts = AGENT_SCRIPTS.filter(({ id }) => options.only === null || id === options.only);
      await playAll({
        browser,
        url: server.url,
        scripts,
        shots: resolve(ROOT, 'dist/shots'),
        print: (line) => process.stdout.write(`${line}\n`),
      });
    } else {
      await openDesk(browser, server.url, options.only);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

/**
 * Shows the desk with the panel open, and stays until the browser is closed or Ctrl+C is pressed.
 * @param {import('./chromium.mjs').RunningChromium} browser
 * @param {string} url
 * @param {string | null} only
 */
async function openDesk(browser, url, only) {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const closed = new Promise((done) => browser.context.once('close', done));
  const interrupted = new Promise((done) => process.once('SIGINT', done));
  await page.goto(`${url}${only === null ? '' : `?only=${only}`}`);
  tell(`The demo helpdesk is at ${url}`);
  await browser.openPanel(page).then(
    () => tell('Composure is open beside it. Answer as you like: the customers react. Ctrl+C, or closing the browser, ends it.'),
    (error) => {
      tell(`The panel did not open by itself (${error instanceof Error ? error.message : error}).`);
      tell('Click the Composure icon in the toolbar. Ctrl+C, or closing the browser, ends it.');
    },
  );
  await Promise.race([closed, interrupted]);
}

try {
  process.exitCode = await main();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
