// The browser stops the worker in the middle of a conversation: nothing is lost, and the next message brings advice without a reload.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, transcriptIn, until } from '../support/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('stopped again and again, it loses nothing and advises at once', async () => {
  const page = await desk.open(`${desk.fixtures}role-log-classes.html`);
  const panel = await desk.browser.openPanel(page);
  await until('the page to be read', async () => (await transcriptIn(panel)).length > 0);
  const known = (await transcriptIn(panel)).length;
  const timesMs: number[] = [];
  const STOPS = 5;
  for (let stop = 0; stop < STOPS; stop++) {
    await desk.browser.stopWorker();
    const words = `It still has not arrived and this is call number ${stop + 2}, I am furious!`;
    const started = performance.now();
    await page.evaluate((text) => {
      const log = document.querySelector('.log') as HTMLElement;
      const item = [...log.querySelectorAll('.incoming')].at(-1)?.cloneNode(true) as HTMLElement;
      (item.querySelector('.body') as HTMLElement).textContent = text;
      log.append(item);
    }, words);
    await until('the message in the panel', async () => (await transcriptIn(panel)).at(-1)?.text === words);
    await until('the anger in the panel', async () =>
      ['upset', 'angry'].includes((await panel.locator('[data-part=level]').getAttribute('data-level')) ?? ''),
    );
    timesMs.push(performance.now() - started);
  }
  const read = await transcriptIn(panel);
  expect(read.length).toBe(known + STOPS);
  console.log(`advice after a stopped worker: ${timesMs.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  expect(Math.max(...timesMs)).toBeLessThan(3_000);
});
