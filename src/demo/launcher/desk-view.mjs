// Reads and uses the demo helpdesk as a person would: its messages, its reply box, its Send button.
import { waitFor } from './wait-for.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ id: string, side: 'in' | 'out' | 'event', author: string, text: string, bot: boolean }} Row */

const COMPOSER = '.composer-input';
const QUIET_MS = 400;
const SEND_MS = 5_000;

/**
 * What stands in the conversation, finished lines only; private notes left out.
 * @param {Page} page
 * @returns {Promise<Row[]>}
 */
export function readRows(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.thread .message:not(.is-note), .thread .caption:not(.is-interim)')].map((row) => {
      const words = (/** @type {string} */ selector) => row.querySelector(selector)?.textContent?.trim() ?? '';
      return {
        id: row.getAttribute('data-message-id') ?? '',
        side: /** @type {'in' | 'out'} */ (row.getAttribute('data-side')),
        author: words('.message-author, .caption-author'),
        text: words('.message-body, .caption-text'),
        bot: row.classList.contains('is-bot'),
      };
    }),
  );
}

/**
 * Whether the customer is done for now: nobody is typing or speaking, and nothing has moved for a moment.
 * The page keeps the time of the last change itself, so that asking often costs nothing.
 * @param {Page} page
 * @returns {Promise<boolean>}
 */
export function isQuiet(page) {
  return page.evaluate((quietMs) => {
    const pane = /** @type {(Element & { movedAt?: number }) | null} */ (document.querySelector('.messages, .captions'));
    if (pane === null) return false;
    if (pane.movedAt === undefined) {
      pane.movedAt = performance.now();
      new MutationObserver(() => {
        pane.movedAt = performance.now();
      }).observe(pane, { childList: true, subtree: true, characterData: true });
    }
    return pane.querySelector('.typing, .is-interim') === null && performance.now() - pane.movedAt > quietMs;
  }, QUIET_MS);
}

/**
 * `waiting`, `live`, `ringing`, `solved` or `left`.
 * @param {Page} page
 */
export function readState(page) {
  return page.evaluate(() => /is-(\w+)/.exec(document.querySelector('.thread-header .pill')?.className ?? '')?.[1] ?? '');
}

/**
 * @param {Page} page
 * @returns {Promise<string>}
 */
export async function readDraft(page) {
  return (await page.locator(COMPOSER).innerText()).trim();
}

/**
 * Types behind whatever stands in the reply box.
 * @param {Page} page
 * @param {string} text
 */
export async function typeDraft(page, text) {
  await page.locator(COMPOSER).click();
  await page.keyboard.press('ControlOrMeta+End');
  const before = await page.locator(COMPOSER).innerText();
  await page.keyboard.insertText(before === '' || /\s$/.test(before) ? text : ` ${text}`);
}

/** @param {Page} page */
export async function clearDraft(page) {
  await page.locator(COMPOSER).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await waitFor('the reply box to be empty', SEND_MS, async () => (await readDraft(page)) === '');
}

/**
 * Presses the page's own Send button, which is the agent's to press.
 * @param {Page} page
 */
export async function pressSend(page) {
  await page.locator('.composer button[type=submit]').click();
  await waitFor('the reply to be sent', SEND_MS, async () => (await readDraft(page)) === '');
}
