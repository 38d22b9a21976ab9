// In a real browser: message appears → advice painted, beside the bare content script → worker → page round trip of an extension
// that does nothing else, on the same rows in the same run. Run by tests/bench/run.mjs after a build.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openDesk, until } from '../support/desk';
import { median, quantile, spread } from './statistics';

/** The panel keeps a phrase for 1.2 s; rows come slower than that, as people write. */
const ROWS = 60;
const GAP_MS = 1_300;

declare global {
  var painted: Map<string, number>;
  var arrivals: Map<number, number>;
}

const desk = await openDesk();
try {
  const session = await desk.browser.context.browser()?.newBrowserCDPSession();
  const send = session?.send.bind(session) as unknown as (method: string, params: object) => Promise<{ id: string }>;
  const probe = await send('Extensions.loadUnpacked', {
    path: fileURLToPath(new URL('../../tests/bench/probe', import.meta.url)),
  });
  const bare = await desk.open(`chrome-extension://${probe.id}/page.html`);
  const page = await desk.open(`${desk.fixtures}role-log-classes.html`);
  const panel = await desk.browser.openPanel(page);
  await until('the page to be read', async () => (await panel.locator('[data-utterance]').count()) > 0);
  await watchPaints(panel);

  const ours: number[] = [];
  const floor: number[] = [];
  for (let row = 0; row < ROWS; row++) {
    const { at, rows } = await append(page, row);
    const arrived = await until('the bare page to hear of it', () =>
      bare.evaluate((count) => globalThis.arrivals.get(count) ?? null, rows),
    );
    const painted = await until('the advice to be painted', () =>
      panel.evaluate(
        (number) => [...globalThis.painted].find(([text]) => text.includes(`number ${number},`))?.[1] ?? null,
        row + 3,
      ),
    );
    floor.push(arrived - at);
    ours.push(painted - at);
    await page.waitForTimeout(GAP_MS);
  }
  console.log(`message appears → advice painted:            ${spread(ours)}`);
  console.log(`bare content script → worker → page:         ${spread(floor)}`);
  console.log(
    `ratio of the p50: ×${(median(ours) / median(floor)).toFixed(1)}, of the p95: ×${(quantile(ours, 0.95) / quantile(floor, 0.95)).toFixed(1)}`,
  );
} finally {
  await desk.close();
}

/** One more customer row; when it was appended (ms since 1970) and how many rows there are. */
function append(page: Page, row: number): Promise<{ at: number; rows: number }> {
  return page.evaluate((number) => {
    const log = document.querySelector('.log') as HTMLElement;
    const item = [...log.querySelectorAll('.incoming')].at(-1)?.cloneNode(true) as HTMLElement;
    (item.querySelector('.body') as HTMLElement).textContent =
      `This is call number ${number}, I am still waiting and nobody rings me back.`;
    const at = performance.timeOrigin + performance.now();
    log.append(item);
    return { at, rows: log.childElementCount };
  }, row + 3);
}

/** In the panel: notes when a frame was drawn that shows advice on a message, by the message's words in the transcript. */
function watchPaints(panel: Page): Promise<void> {
  return panel.evaluate(() => {
    globalThis.painted = new Map();
    const root = document.querySelector('[data-panel]') as HTMLElement;
    const note = () => {
      const id = root.dataset['upTo'] ?? '';
      const text = document.querySelector(`[data-utterance="${CSS.escape(id)}"] [data-part=text]`)?.textContent ?? '';
      if (text === '' || globalThis.painted.has(text)) return;
      // A second frame begins only after the first was drawn.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => globalThis.painted.set(text, performance.timeOrigin + performance.now())),
      );
    };
    new MutationObserver(note).observe(root, { attributes: true, attributeFilter: ['data-up-to'] });
  });
}
