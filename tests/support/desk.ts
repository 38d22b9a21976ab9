// A real browser with the built extension, on a page served from this machine, with the real side panel open beside it.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../src/demo/launcher/chromium.mjs';
import { serve } from '../../src/demo/launcher/serve.mjs';
import { waitFor } from '../../src/demo/launcher/wait-for.mjs';
import { ROOT } from '../meta/source';

export const EXTENSION = join(ROOT, 'dist/test/chrome');
const DEMO = join(ROOT, 'dist/demo');
const FIXTURES = join(ROOT, 'tests/fixtures/pages');

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Start the browser and both servers: the demo helpdesk and the fixture pages. Close it when done. */
export async function openDesk() {
  const [demo, fixtures] = await Promise.all([serve(DEMO), serve(FIXTURES)]);
  const browser = await launchChromium({ extension: EXTENSION });
  return {
    browser,
    demo: demo.url,
    fixtures: fixtures.url,
    extensionPage: (file: string) => `chrome-extension://${browser.id}/${file}`,
    /** A page in a tab of its own, in front. */
    open: async (url: string): Promise<Page> => {
      const page = await browser.context.newPage();
      await page.goto(url);
      return page;
    },
    close: async () => {
      await browser.close();
      await Promise.all([demo.close(), fixtures.close()]);
    },
  };
}

export type Entry = { readonly speaker: string; readonly text: string };

/** What the panel says it has read, in order. */
export const transcriptIn = (panel: Page): Promise<Entry[]> =>
  panel.$$eval('[data-utterance]', (entries) =>
    entries.map((entry) => ({
      speaker: entry.getAttribute('data-speaker') ?? '',
      text: entry.querySelector('[data-part=text]')?.textContent ?? '',
    })),
  );

/** What the demo page itself shows, read by the test's own rules: bubbles and captions, not notes, events or typing. */
export const truthOn = (page: Page): Promise<Entry[]> =>
  page.$$eval('.messages .message:not(.is-note), .captions .caption', (items) =>
    items.map((item) => ({
      speaker: item.classList.contains('is-bot') ? 'bot' : item.getAttribute('data-side') === 'in' ? 'customer' : 'agent',
      text: (item.querySelector('.message-body, .caption-text') as HTMLElement).innerText.trim(),
    })),
  );

export const textOf = async (panel: Page, selector: string): Promise<string> =>
  ((await panel.locator(selector).first().textContent()) ?? '').trim();

/** The state of a step in the panel: not_due, due, overdue, done. */
export const stepState = (panel: Page, id: string): Promise<string | null> =>
  panel.locator(`[data-step-id=${id}]`).first().getAttribute('data-state');

/** Wait until something holds; names it when it does not. */
export const until = <T>(what: string, ask: () => Promise<T | null | undefined | false>, limitMs = 15_000): Promise<T> =>
  waitFor(what, limitMs, ask);

/** Type into the demo's composer as a person does, and press its Send. */
export async function reply(page: Page, text: string): Promise<void> {
  await page.locator('.composer-input').click();
  await page.keyboard.type(text);
  await page.locator('.composer button[type=submit]').click();
}
