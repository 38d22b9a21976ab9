// Broken, oversized and hostile packs are refused with path and reason, and the one in use goes on working.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILT_IN_PACK } from '../../src/packs/built-in';
import { serialisePack } from '../../src/packs/serialise';
import { type Desk, openDesk, until } from '../support/desk';

let desk: Desk;
let options: Page;
const folder = mkdtempSync(join(tmpdir(), 'composure-packs-'));

beforeAll(async () => {
  desk = await openDesk();
  options = await desk.open(desk.extensionPage('options.html'));
  await options.locator('[data-part=packs] [data-pack]').first().waitFor();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function load(name: string, text: string) {
  const file = join(folder, name);
  writeFileSync(file, text);
  await options.locator('input[type=file][data-action=load-pack]').setInputFiles(file);
}

const faults = () =>
  options.$$eval('[data-part=faults] [data-fault]', (items) =>
    items.map((item) => ({ code: item.getAttribute('data-fault'), words: (item.textContent ?? '').trim() })),
  );
const good = JSON.parse(serialisePack(BUILT_IN_PACK));
const team = { ...good, id: 'team-pack', name: 'Team pack' };

test('a good pack is taken and can be activated', async () => {
  await load('team.json', JSON.stringify(team));
  await options.locator('[data-pack=team-pack]').waitFor();
  expect(await faults()).toEqual([]);
});

test.each([
  ['broken JSON', '{\n"format": 1,\n}', 'pack_not_json', /3/],
  [
    'a wrong value',
    JSON.stringify({ ...team, cues: [{ ...good.cues[0], weight: 'hot' }] }),
    'pack_wrong_shape',
    /cues\[0\]\.weight/,
  ],
  [
    'a pattern that means nothing',
    JSON.stringify({ ...team, cues: [{ ...good.cues[0], patterns: ['(('] }] }),
    'pack_bad_pattern',
    /cues\[0\]\.patterns\[0\]/,
  ],
  [
    'an example that fails',
    JSON.stringify({ ...team, cues: [{ ...good.cues[0], examples: { hit: ['Have a lovely day'], miss: [] } }] }),
    'pack_example_fails',
    /cues\[0\]\.examples\.hit\[0\]/,
  ],
  ['a newer format', JSON.stringify({ ...team, format: 99 }), 'pack_unknown_format', /99/],
  ['ten megabytes', JSON.stringify({ ...team, filler: 'x'.repeat(10_000_000) }), 'pack_too_large', /./],
  [
    'markup in a name and no phrases',
    JSON.stringify({ ...team, name: '<img src=x onerror=alert(1)>', phrases: 'none' }),
    'pack_wrong_shape',
    /phrases/,
  ],
])('%s is refused, with where and what', async (name, text, code, words) => {
  await load(`${name}.json`, text);
  const told = await until('the faults', async () => {
    const list = await faults();
    return list.some((one) => one.code === code) && list;
  });
  expect(told.find((one) => one.code === code)?.words).toMatch(words);
  expect(await options.locator('[data-pack=team-pack]').count()).toBe(1);
  expect(await options.locator('img[src=x]').count()).toBe(0);
});

test('after all that the pack in use still advises', async () => {
  const page = await desk.open(`${desk.demo}?only=parcel&speed=20#/inbox/parcel`);
  const panel = await desk.browser.openPanel(page);
  await until('a phrase', async () => (await panel.locator('[data-part=phrase][data-phrase]').count()) > 0, 30_000);
  await page.close();
});
