// What the tests of the reader ask a page, in one word each.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inReader } from './reader-page';

export const POLL = { timeout: 5_000, interval: 20 };
export const told = (page: Page) => inReader(page, (composure) => composure.count());
export const lines = (page: Page): Promise<string[]> => inReader(page, (composure) => composure.lines());
export const state = (page: Page) => inReader(page, (composure) => composure.reading()?.state);
export const expectLines = (page: Page, expected: string[]) => expect.poll(() => lines(page), POLL).toEqual(expected);
export const expectState = (page: Page, expected: string) => expect.poll(() => state(page), POLL).toBe(expected);

/** Lets a page whose clock stands still run for a while, and finish what it does in the background. */
export async function letRun(page: Page, ms: number): Promise<void> {
  await page.clock.runFor(ms);
  await page.evaluate(`scheduler.postTask(() => undefined, { priority: 'background' })`);
}

/** Changes the page, and nothing else. */
export const change = (page: Page, script: string): Promise<unknown> => page.evaluate(script);
