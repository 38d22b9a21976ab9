// The reader alone, in a real browser: what it costs the page.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { told } from '../support/reader-asks';
import { inReader, openReader, type Reader } from '../support/reader-page';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

describe('what it costs the page', () => {
  const grow = (page: Page, count: number) =>
    page.evaluate((rows) => {
      const log = document.querySelector('.log') as HTMLElement;
      const html: string[] = [];
      for (let index = 0; index < rows; index++) {
        const side = index % 3 === 1 ? 'outgoing' : 'incoming';
        html.push(
          `<div class="row ${side}"><b class="who">${side === 'incoming' ? 'Mira Holt' : 'Tess Moor'}</b> <time datetime="2026-05-04T09:00:00Z">9:00</time><div class="body">Message ${index} says a few words, as people do when they are cross.</div></div>`,
        );
      }
      log.innerHTML = html.join('');
      return log.childElementCount;
    }, count);

  /** Milliseconds of script per appended message, from the browser's own account of the page: with the reader, and without. */
  async function costPerMessage(count: number): Promise<{ withReader: number; alone: number }> {
    const measure = async (start: boolean): Promise<number> => {
      const page = await reader.open('role-log-classes.html', { start: false });
      await grow(page, count);
      if (start) {
        await inReader(page, (composure) => composure.start());
        await expect.poll(() => told(page), { timeout: 60_000, interval: 50 }).toBe(count);
      }
      const session = await page.context().newCDPSession(page);
      // Processor time: what else the machine does is not the reader's doing.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const script = async (): Promise<number> => {
        const { metrics } = await session.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
      };
      const rounds = 20;
      const before = await script();
      await page.evaluate(async (times) => {
        const log = document.querySelector('.log') as HTMLElement;
        for (let index = 0; index < times; index++) {
          log.insertAdjacentHTML(
            'beforeend',
            `<div class="row incoming"><b class="who">Mira Holt</b><div class="body">One more, number ${index}</div></div>`,
          );
          await new Promise((resolve) => setTimeout(resolve, 160));
        }
      }, rounds);
      const spent = ((await script()) - before) * 1000;
      await page.close();
      return spent / rounds;
    };
    return { withReader: await measure(true), alone: await measure(false) };
  }

  test('reading 10,000 messages for the first time never keeps the page busy for 50 ms', { timeout: 120_000 }, async () => {
    const page = await reader.open('role-log-classes.html', { start: false });
    await grow(page, 10_000);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    const started = performance.now();
    const tasks = await reader.tasksDuring(page, async () => {
      await inReader(page, (composure) => void setTimeout(() => composure.start()));
      await expect.poll(() => told(page), { timeout: 60_000, interval: 100 }).toBe(10_000);
    });
    const worst = tasks[0]?.busyMs ?? 0;
    console.log(
      `10,000 messages read and told in ${(performance.now() - started).toFixed(0)} ms; longest task ${worst.toFixed(1)} ms of processor time`,
    );
    expect(tasks.length).toBeGreaterThan(10);
    expect(worst).toBeLessThan(50);
    await page.close();
  });

  test('one more message costs about the same at 10,000 as at 100', { timeout: 120_000 }, async () => {
    const short = await costPerMessage(100);
    const long = await costPerMessage(10_000);
    const [atShort, atLong] = [short.withReader - short.alone, long.withReader - long.alone];
    console.log(
      `one more message: ${atShort.toFixed(2)} ms of script at 100, ${atLong.toFixed(2)} ms at 10,000, ratio ${(atLong / atShort).toFixed(2)}`,
    );
    expect(atLong).toBeLessThan(Math.max(4, atShort * 3));
  });
});
