// Pages that cannot be read are told plainly; so is a composer that must not be written to. And the panel is usable by everybody.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, textOf, until } from '../support/desk';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test.each([
  ['no-conversation.html', 'no_conversation'],
  ['canvas.html', 'drawn'],
])('%s is told in the panel as %s within two seconds of its loading', async (file, state) => {
  const page = await desk.open(`${desk.fixtures}${file}`);
  const loaded = performance.now();
  const panel = await desk.browser.openPanel(page);
  await until(
    `the state ${state}`,
    async () => (await panel.locator('[data-panel]').getAttribute('data-state')) === state,
    5_000,
  );
  console.log(`${file}: said after ${(performance.now() - loaded).toFixed(0)} ms`);
  expect((await textOf(panel, '[data-panel]')).length).toBeGreaterThan(20);
  await page.close();
});

test('the panel and the options page have no accessibility violations', async () => {
  const page = await desk.open(`${desk.demo}?only=parcel&speed=20#/inbox/parcel`);
  const panel = await desk.browser.openPanel(page);
  await until('a phrase', async () => (await panel.locator('[data-part=phrase][data-phrase]').count()) > 0, 30_000);
  const options = await desk.open(desk.extensionPage('options.html'));
  await options.locator('[data-part=packs] [data-pack]').first().waitFor();
  for (const one of [panel, options]) {
    await one.evaluate(AXE);
    const violations = await one.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  }
});
