// The browser's own protocol, for what Playwright does not reach: tabs, windows, the toolbar icon, the worker's target.

/** @typedef {import('playwright-core').BrowserContext} BrowserContext */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ targetId: string, type: string, url: string, embedderData?: { tabActive?: boolean } }} Target */

/**
 * A session with the browser itself. Each caller detaches its own.
 * @param {BrowserContext} context
 * @returns {Promise<CDPSession>}
 */
export async function browserSession(context) {
  const browser = context.browser();
  if (browser === null) throw new Error('the browser is gone');
  return browser.newBrowserCDPSession();
}

/**
 * Sends a command that Playwright's types do not know.
 * @param {CDPSession} session
 * @param {string} method
 * @param {object} [params]
 * @returns {Promise<any>}
 */
export function send(session, method, params) {
  return /** @type {{ send: (method: string, params?: object) => Promise<any> }} */ (/** @type {unknown} */ (session)).send(
    method,
    params,
  );
}

/**
 * @param {CDPSession} session
 * @param {string} type
 * @returns {Promise<Target[]>}
 */
export async function targetsOf(session, type) {
  return (await send(session, 'Target.getTargets', { filter: [{ type, exclude: false }] })).targetInfos;
}

/**
 * Where a page is: the window it stands in, and its tab, which the toolbar icon belongs to. The page must be in front in its window:
 * a page and its tab are two targets with nothing in common, but a window has one tab in front.
 * @param {BrowserContext} context
 * @param {CDPSession} session
 * @param {Page} page
 * @returns {Promise<{ windowId: number, tab: string }>}
 */
export async function placeOf(context, session, page) {
  const own = await context.newCDPSession(page);
  /** @type {{ targetInfo: Target }} */
  const { targetInfo } = await send(own, 'Target.getTargetInfo');
  await own.detach();
  const windowOf = async (/** @type {Target} */ { targetId }) =>
    (await send(session, 'Browser.getWindowForTarget', { targetId })).windowId;
  const windowId = await windowOf(targetInfo);
  for (const tab of await targetsOf(session, 'tab')) {
    // Older browsers do not tell which tab is in front: there the address has to do.
    const front = tab.embedderData?.tabActive ?? tab.url === targetInfo.url;
    if (front && (await windowOf(tab)) === windowId) return { windowId, tab: tab.targetId };
  }
  throw new Error(`no tab in front shows ${targetInfo.url}`);
}

/**
 * Opens a page in a window of its own.
 * @param {BrowserContext} context
 * @param {string} url
 * @param {{ width: number, height: number }} size
 * @returns {Promise<Page>}
 */
export async function openWindow(context, url, { width, height }) {
  const session = await browserSession(context);
  try {
    const opened = context.waitForEvent('page', { predicate: (page) => !page.url().startsWith('chrome-extension:') });
    await send(session, 'Target.createTarget', { url: 'about:blank', newWindow: true, width, height });
    const page = await opened;
    await page.goto(url);
    return page;
  } finally {
    await session.detach();
  }
}
