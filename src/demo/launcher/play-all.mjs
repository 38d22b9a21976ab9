// The headless run: every conversation in a window of its own, all at the same time, written down one after another.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { playConversation } from './play.mjs';
import { openWindow } from './targets.mjs';

/** @typedef {import('./chromium.mjs').RunningChromium} RunningChromium */
/** @typedef {import('./agent-script.mjs').AgentScript} AgentScript */
/** @typedef {import('playwright-core').Page} Page */

/** Customers type this much faster than people; how long they wait for an answer is left as it is. */
const SPEED = 8;
const PAGE_SIZE = { width: 1280, height: 800 };
const PANEL_SIZE = { width: 400, height: 800 };
const WINDOW_SIZE = { width: 1680, height: 940 };

/**
 * Prints the transcripts in the scripts' order, the first as it goes along, then how each ended and where the pictures are.
 * Throws what went wrong in the first conversation that failed, after the others have ended.
 * @param {{ browser: RunningChromium, url: string, scripts: readonly AgentScript[], shots: string, print: (line: string) => void }} run
 */
export async function playAll({ browser, url, scripts, shots, print }) {
  await rm(shots, { recursive: true, force: true });
  await mkdir(shots, { recursive: true });
  /** @type {{ script: AgentScript, page: Page }[]} */
  const opened = [];
  for (const script of scripts) {
    const address = `${url}?start=manual&speed=${SPEED}&patience=${SPEED}#/inbox/${script.id}`;
    opened.push({ script, page: await openWindow(browser.context, address, WINDOW_SIZE) });
  }
  const windows = await Promise.all(
    opened.map(async ({ script, page }) => {
      const panel = await browser.openPanel(page);
      await page.setViewportSize(PAGE_SIZE);
      await panel.setViewportSize(PANEL_SIZE);
      return { script, page, panel };
    }),
  );
  const inTurn = printInTurn(scripts.length, print);
  const played = await Promise.allSettled(
    windows.map(async ({ script, page, panel }, at) => {
      const writer = inTurn[at] ?? { print, done: () => {} };
      try {
        return await playConversation({
          script,
          page,
          panel,
          print: writer.print,
          shoot: () => shoot(page, panel, join(shots, script.id)),
        });
      } finally {
        writer.done();
      }
    }),
  );
  print('');
  /** @type {string[]} */
  const pictures = [];
  for (const [at, { script }] of windows.entries()) {
    const outcome = played[at];
    if (outcome?.status !== 'fulfilled') continue;
    const { ending, replies, heat } = outcome.value;
    print(`${script.id.padEnd(17)}${ending.padEnd(8)}after ${replies} replies   ${heat}`);
    const path = join(shots, script.id);
    await joinShots(browser.context, path);
    pictures.push(`${path}.png`, `${path}-page.png`, `${path}-panel.png`);
  }
  print(`\nPictures:\n${pictures.map((path) => `  ${relative(process.cwd(), path)}`).join('\n')}`);
  const failed = played.find((outcome) => outcome.status === 'rejected');
  if (failed?.status === 'rejected')
    throw new Error(`${scripts[played.indexOf(failed)]?.id}: ${failed.reason?.message ?? failed.reason}`);
}

/**
 * @param {Page} page
 * @param {Page} panel
 * @param {string} path   without the ending
 */
async function shoot(page, panel, path) {
  await page.screenshot({ path: `${path}-page.png` });
  await panel.screenshot({ path: `${path}-panel.png` });
}

/**
 * One picture of both, as they stand beside each other in the browser.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} path   without the ending
 */
async function joinShots(context, path) {
  const parts = await Promise.all(['page', 'panel'].map((part) => readFile(`${path}-${part}.png`, 'base64')));
  const canvas = await context.newPage();
  await canvas.setViewportSize({ width: PAGE_SIZE.width + PANEL_SIZE.width, height: PAGE_SIZE.height });
  await canvas.setContent(
    `<body style="margin:0;display:flex">${parts.map((data) => `<img src="data:image/png;base64,${data}">`).join('')}`,
  );
  await canvas.screenshot({ path: `${path}.png` });
  await canvas.close();
}

/**
 * Writers that print one after another: what a later one has to say is kept until those before it are done.
 * @param {number} count
 * @param {(line: string) => void} print
 * @returns {{ print: (line: string) => void, done: () => void }[]}
 */
export function printInTurn(count, print) {
  /** @type {{ kept: string[], done: boolean }[]} */
  const writers = Array.from({ length: count }, () => ({ kept: [], done: false }));
  let turn = 0;
  const flush = () => {
    for (let writer = writers[turn]; writer !== undefined; writer = writers[turn]) {
      for (const line of writer.kept.splice(0)) print(line);
      if (!writer.done) return;
      turn += 1;
    }
  };
  return writers.map((writer) => ({
    print: (line) => {
      writer.kept.push(line);
      flush();
    },
    done: () => {
      writer.done = true;
      flush();
    },
  }));
}
