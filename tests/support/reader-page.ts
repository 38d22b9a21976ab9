// A plain browser without the extension, for the reader alone on small pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../src/demo/launcher/find-browser.mjs';
import { ROOT } from '../meta/source';
import type { ReaderPage } from './reader-in-page';

const PAGES = join(ROOT, 'tests/fixtures/pages');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const ORIGIN = 'http://desk.test';

/** Bundles a file of the tests or of the product for a page. */
export async function bundle(entry: string, options: { globalName?: string } = {}): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
    ...options,
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Asks the reader's side of the test something, in the page. `ask` sees nothing but its arguments. */
export const inReader = <R, A = undefined>(
  page: Page,
  ask: (composure: ReaderPage, argument: A) => R | Promise<R>,
  argument?: A,
) => page.evaluate(`(${ask.toString()})(globalThis.composure, ${JSON.stringify(argument)})`) as Promise<R>;

/** `busyMs`: processor time; `lastedMs`: by the clock, which a busy machine makes longer. */
export type Task = { readonly busyMs: number; readonly lastedMs: number };
type TraceEvent = { name: string; pid: number; tid: number; dur?: number; tdur?: number; args: { name?: string } };

function mainThreadTasks(events: readonly TraceEvent[]): Task[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = (event: TraceEvent): boolean => mains.some(({ pid, tid }) => pid === event.pid && tid === event.tid);
  return events
    .filter((event) => event.name === 'RunTask' && isMain(event))
    .map(({ dur = 0, tdur = 0 }) => ({ busyMs: tdur / 1000, lastedMs: dur / 1000 }))
    .sort((a, b) => b.busyMs - a.busyMs);
}

export type Reader = Awaited<ReturnType<typeof openReader>>;

/** Starts a browser; pages of it are served from the fixtures, under a host name of their own. */
export async function openReader() {
  const [script, browser]: [string, Browser] = await Promise.all([
    bundle('tests/support/reader-in-page.ts'),
    chromium.launch({ executablePath: findBrowser() ?? '', args: FLAGS }),
  ]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.route(`${ORIGIN}/**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    const body = file.endsWith('.html') ? readFileSync(join(PAGES, file), 'utf8') : '';
    return route.fulfill({ contentType: 'text/html', body });
  });
  return {
    context,
    /** Opens a fixture and, unless told otherwise, starts the reader on it. `clock`: time stands still until the test lets it run. */
    async open(file: string, { start = true, clock = false } = {}): Promise<Page> {
      const page = await context.newPage();
      if (clock) await page.clock.install();
      await page.goto(`${ORIGIN}/${file}`);
      await page.evaluate(script);
      if (start) await inReader(page, (composure) => composure.start());
      return page;
    },
    /** Tasks of the page's main thread while something goes on, the longest first. */
    async tasksDuring(page: Page, go: () => Promise<unknown>): Promise<Task[]> {
      await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
      await go();
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      return mainThreadTasks(traceEvents);
    },
    close: () => browser.close(),
  };
}
