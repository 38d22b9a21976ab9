// Starts a real browser with the extension in it, and gives hold of what Playwright alone does not reach: the real side panel,
// the worker's death, the browser's own list of the extension's errors. Used by `npm start` and by the end-to-end tests.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { browserSession, placeOf, send } from './targets.mjs';
import { waitFor } from './wait-for.mjs';

/** @typedef {import('playwright-core').BrowserContext} BrowserContext */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Worker} Worker */

/**
 * @typedef {object} LaunchOptions
 * @property {string} extension      the built extension's folder
 * @property {boolean} [headless]    default true
 * @property {string} [profile]      a profile folder to keep; default a fresh one that `close` removes
 * @property {string} [executable]   default: what findBrowser() finds
 * @property {string[]} [args]       more switches for the browser
 */

/**
 * @typedef {object} RunningChromium
 * @property {BrowserContext} context
 * @property {string} id                                  the extension's id
 * @property {() => Promise<Worker>} worker               the extension's service worker
 * @property {(page: Page) => Promise<Page>} openPanel    clicks the toolbar icon on this page's tab; the real side panel of its window, loaded
 * @property {() => Promise<void>} stopWorker             kills the service worker, as the browser does when it is idle
 * @property {() => Promise<ExtensionErrors>} errors      what chrome://extensions lists; both empty after a clean run
 * @property {() => Promise<void>} close
 */
/** @typedef {{ manifest: string[], runtime: string[] }} ExtensionErrors */

const SWITCHES = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--window-size=1680,940',
  // Chrome and Edge since 137 ignore --load-extension; this opens the road over the debugging pipe, which all of them honour.
  '--enable-unsafe-extension-debugging',
];
const WORKER_MS = 10_000;
const PANEL_MS = 10_000;

/**
 * Starts the browser with the extension loaded. Throws an Error with one clear line where there is no browser, or where this
 * browser does not load unpacked extensions.
 * @param {LaunchOptions} options
 * @returns {Promise<RunningChromium>}
 */
export async function launchChromium({
  extension,
  headless = true,
  profile,
  executable = findBrowser() ?? undefined,
  args = [],
}) {
  if (executable === undefined)
    throw new Error('No browser found: run "npm start", which says what to install, or set CHROME_PATH.');
  // Without this Playwright hides the side panel's page. It is read when the browser starts.
  process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'composure-profile-')));
  const path = resolve(extension);
  const launch = (/** @type {string[]} */ more) =>
    chromium.launchPersistentContext(folder, {
      executablePath: executable,
      headless,
      // The window's own size: with an emulated one the side panel would be drawn as wide as a page.
      viewport: null,
      ignoreDefaultArgs: ['--disable-extensions'],
      handleSIGINT: false,
      args: [
        ...SWITCHES,
        ...(headless ? ['--disable-gpu'] : []),
        // The sandbox refuses to start for root, which is who one is in most containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...more,
        ...args,
      ],
    });

  let context = await launch([]);
  await collectErrors(context);
  let id = await loadUnpacked(context, path);
  if (id === null) {
    // A browser without that road still has the switch.
    await context.close();
    context = await launch([`--disable-extensions-except=${path}`, `--load-extension=${path}`]);
    id = await loadedBySwitch(context);
  }
  const close = async () => {
    await context.close();
    if (profile === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  if (id !== null) return control(context, id, close);
  await close();
  throw new Error(`${executable} did not load the extension in ${path}. Use Chromium, or set CHROME_PATH to another browser.`);
}

/**
 * @param {BrowserContext} context
 * @param {string} id
 * @param {() => Promise<void>} close
 * @returns {RunningChromium}
 */
function control(context, id, close) {
  const origin = `chrome-extension://${id}/`;
  const isOurs = (/** @type {{ url: string }} */ { url }) => url.startsWith(origin);
  const worker = () =>
    waitFor('the extension’s service worker', WORKER_MS, () =>
      context.serviceWorkers().find((one) => isOurs({ url: one.url() })),
    );
  // Before its first start has ended nobody listens for the click.
  const started = worker().then((one) => one.evaluate(() => /** @type {any} */ (globalThis).registration?.active?.state));
  started.catch(() => undefined);
  return {
    context,
    id,
    close,
    worker,
    openPanel: (page) =>
      withSession(context, async (session) => {
        await started;
        await page.bringToFront();
        const { windowId, tab } = await placeOf(context, session, page);
        const open = () => panelIn(context, `${origin}panel.html`, windowId);
        if ((await open()) === null) await send(session, 'Extensions.triggerAction', { id, targetId: tab });
        try {
          const panel = await waitFor('the side panel', PANEL_MS, open);
          await panel.waitForSelector('[data-panel]', { timeout: PANEL_MS, state: 'attached' });
          return panel;
        } catch (error) {
          // A worker that does not start opens nothing, and only the browser knows why.
          const { manifest, runtime } = await readErrors(context, id);
          throw new Error([error instanceof Error ? error.message : String(error), ...manifest, ...runtime].join('\n'));
        }
      }),
    stopWorker: async () => {
      const page = context.pages().find((one) => isOurs({ url: one.url() }));
      if (page === undefined) throw new Error('the worker is stopped through a page of the extension: open its panel first');
      const session = await context.newCDPSession(page);
      let isStopped = false;
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) isStopped = true;
      });
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await waitFor('the service worker to stop', WORKER_MS, () => isStopped);
      await session.detach();
    },
    errors: () => readErrors(context, id),
  };
}

/**
 * @template T
 * @param {BrowserContext} context
 * @param {(session: CDPSession) => Promise<T>} work
 */
async function withSession(context, work) {
  const session = await browserSession(context);
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}

/**
 * The side panel of one window. The same page opened in a tab is none.
 * @param {BrowserContext} context
 * @param {string} url
 * @param {number} windowId
 * @returns {Promise<Page | null>}
 */
async function panelIn(context, url, windowId) {
  for (const page of context.pages().filter((one) => one.url().startsWith(url))) {
    const inWindow = page.evaluate(async () => {
      const { tabs, windows } = /** @type {any} */ (globalThis).chrome;
      return (await tabs.getCurrent()) === undefined ? (await windows.getCurrent()).id : null;
    });
    // A page that is still loading cannot say yet; whoever waits for it asks again.
    if ((await inWindow.catch(() => null)) === windowId) return page;
  }
  return null;
}

/**
 * Developer mode, before the extension is loaded: without it the browser keeps no list of errors, and any list looks clean.
 * @param {BrowserContext} context
 */
async function collectErrors(context) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('chrome://extensions');
  await page.evaluate(() =>
    /** @type {any} */ (globalThis).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  await page.goto('about:blank');
}

/**
 * @param {BrowserContext} context
 * @param {string} path
 * @returns {Promise<string | null>} the extension's id; null where the browser does not know how
 */
async function loadUnpacked(context, path) {
  try {
    return await withSession(context, async (session) => (await send(session, 'Extensions.loadUnpacked', { path })).id);
  } catch (error) {
    if (/wasn't found|not allowed|not supported|not available/i.test(String(error))) return null;
    throw error;
  }
}

/** @param {BrowserContext} context */
async function loadedBySwitch(context) {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: WORKER_MS }).catch(() => null));
  return worker === null ? null : new URL(worker.url()).host;
}

/**
 * @param {BrowserContext} context
 * @param {string} id
 * @returns {Promise<ExtensionErrors>}
 */
async function readErrors(context, id) {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions');
    return await page.evaluate(async (extension) => {
      const { developerPrivate } = /** @type {any} */ (globalThis).chrome;
      const info = await developerPrivate.getExtensionInfo(extension);
      if (!info.errorCollection.isActive) throw new Error('this browser keeps no list of the extension’s errors');
      const words = (/** @type {{ message: string, source?: string }[]} */ errors) =>
        errors.map(({ message, source }) => `${message} (${source ?? 'manifest'})`);
      return { manifest: words(info.manifestErrors), runtime: words(info.runtimeErrors) };
    }, id);
  } finally {
    await page.close();
  }
}
