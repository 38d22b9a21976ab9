// The whole road on the demo helpdesk: read, advise, insert, switch.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, reply, stepState, textOf, transcriptIn, truthOn, until } from '../support/desk';

const CONVERSATIONS = ['parcel', 'double-charge', 'cancelled-flight', 'how-to', 'call-boiler'];

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  const errors = await desk.browser.errors();
  await desk.close();
  expect(errors).toEqual({ manifest: [], runtime: [] });
});

/** One conversation of the demo, played fast, with the panel beside it. */
async function play(id: string, more = '', speed = 20): Promise<{ page: Page; panel: Page }> {
  const page = await desk.open(`${desk.demo}?only=${id}&speed=${speed}${more}#/inbox/${id}`);
  const panel = await desk.browser.openPanel(page);
  await until(
    `the panel to show ${id}`,
    async () => (await panel.locator('[data-panel]').getAttribute('data-conversation')) === id,
  );
  return { page, panel };
}

/** The panel's transcript and the page's own, once they agree or the time is up. */
async function readBoth(page: Page, panel: Page) {
  let truth = await truthOn(page);
  let read = await transcriptIn(panel);
  await until('the panel to have read the page', async () => {
    truth = await truthOn(page);
    read = await transcriptIn(panel);
    return JSON.stringify(read) === JSON.stringify(truth);
  }).catch(() => undefined);
  return { truth, read };
}

test.each(CONVERSATIONS)(
  '%s is read right: every utterance, right side, right order, notes and system lines left out',
  async (id) => {
    const { page, panel } = await play(id);
    await until(
      'the customer to have said something',
      async () => (await truthOn(page)).filter((one) => one.speaker === 'customer').length >= 3,
      30_000,
    );
    await reply(page, id === 'how-to' ? 'Hello! Open Settings and choose Export.' : 'Let me look at that for you now.');
    await until('an answer', async () => (await truthOn(page)).at(-1)?.speaker === 'customer', 30_000);
    const { truth, read } = await readBoth(page, panel);
    expect(read).toEqual(truth);
    expect(new Set(read.map((one) => one.speaker)).has('customer')).toBe(true);
    await page.close();
  },
);

test('captions that are rewritten word by word appear once', async () => {
  const { page, panel } = await play('call-boiler', '', 4);
  const seen = new Set<string>();
  await until(
    'captions to be rewritten',
    async () => {
      const ids = await panel.$$eval('[data-utterance]', (entries) =>
        entries.map((entry) => entry.getAttribute('data-utterance') ?? ''),
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const { text } of await truthOn(page)) seen.add(text);
      return (await truthOn(page)).length >= 3 && (await page.locator('.caption.is-interim').count()) === 0;
    },
    40_000,
  );
  const { truth, read } = await readBoth(page, panel);
  expect(seen.size).toBeGreaterThan(truth.length);
  expect(read).toEqual(truth);
  await page.close();
});

test('"no apology yet" appears, and goes away with the words of the apology', async () => {
  const { page, panel } = await play('parcel');
  await until(
    'the apology to be due',
    async () => ['due', 'overdue'].includes((await stepState(panel, 'apologise')) ?? ''),
    30_000,
  );
  await until(
    'heat to show',
    async () => ['upset', 'angry'].includes((await panel.locator('[data-part=level]').getAttribute('data-level')) ?? ''),
    30_000,
  );
  expect(await textOf(panel, '[data-part=heat-words]')).not.toBe('');
  await reply(page, 'I am so sorry your parcel did not come on Tuesday.');
  await until('the apology to be done', async () => (await stepState(panel, 'apologise')) === 'done');
  expect((await textOf(panel, '[data-step-id=apologise] [data-part=evidence]')).toLowerCase()).toContain('sorry');
  await page.close();
});

/** A chat whose first outburst is over, with a phrase that wants to be said; the customer then waits patiently. */
async function withPhrase(id: string) {
  const { page, panel } = await play(id, '&patience=20');
  await until(
    'the outburst to end and a phrase to be due',
    async () =>
      (await panel.locator('[data-panel][data-attention=now][data-hold=false] [data-part=phrase][data-phrase]').count()) > 0,
    40_000,
  );
  return { page, panel, sent: await page.locator('.message[data-side=out]').count() };
}

test('a suggestion inserted through the panel stands in the composer as it was shown, and was not sent', async () => {
  const { page, panel, sent } = await withPhrase('double-charge');
  const button = panel.locator('button[data-action=insert]').first();
  await button.hover();
  const phrase = await textOf(panel, '[data-part=phrase]');
  await button.click();
  await until('the words to stand in the composer', async () => (await textOf(page, '.composer-input')) === phrase);
  await until('the panel to say so', async () => /not sent/i.test(await textOf(panel, '[data-panel]')));
  expect(await page.locator('.message[data-side=out]').count()).toBe(sent);
  await page.close();
});

test('one key in the helpdesk does the same, beside what was typed already', async () => {
  const { page, sent } = await withPhrase('double-charge');
  await page.locator('.composer-input').click();
  await page.keyboard.type('Hello Edmund.');
  const session = await desk.browser.context.newCDPSession(page);
  const period = { modifiers: 1, key: '.', code: 'Period', windowsVirtualKeyCode: 190, nativeVirtualKeyCode: 190 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...period });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...period });
  const written = await until('the phrase behind the words', async () => {
    const text = await textOf(page, '.composer-input');
    return text.length > 'Hello Edmund. '.length + 5 && text;
  });
  expect(written.startsWith('Hello Edmund. ')).toBe(true);
  expect(await page.locator('.message[data-side=out]').count()).toBe(sent);
  await page.close();
});

test('nothing is put into a private note, and the panel says why', async () => {
  const { page, panel } = await play('cancelled-flight');
  await until('a phrase', async () => (await panel.locator('[data-part=phrase][data-phrase]').count()) > 0, 30_000);
  await page.getByRole('tab', { name: 'Private note' }).click();
  await panel.locator('button[data-action=insert]').first().click();
  await until('a notice', async () => (await panel.locator('[data-part=notice]').count()) > 0);
  expect(await textOf(panel, '[data-part=notice]')).toMatch(/private note/i);
  expect(await textOf(page, '.composer-input')).toBe('');
  await page.close();
});

test('the calm how-to asks for no attention, from the first word to the last', async () => {
  const { page, panel } = await play('how-to');
  const asked = new Set<string>();
  await until(
    'the conversation to go on',
    async () => {
      asked.add((await panel.locator('[data-panel]').getAttribute('data-attention')) ?? 'missing');
      return (await truthOn(page)).filter((one) => one.speaker === 'customer').length >= 2;
    },
    30_000,
  );
  await reply(page, 'Hello! I can show you: open Settings, then Export, and pick the month you need.');
  await until(
    'an answer',
    async () => {
      asked.add((await panel.locator('[data-panel]').getAttribute('data-attention')) ?? 'missing');
      return (await truthOn(page)).at(-1)?.speaker === 'customer';
    },
    30_000,
  );
  expect([...asked]).toEqual(['none']);
  await page.close();
});

test('switching the conversation on the page switches the advice, and going back repeats nothing', async () => {
  const page = await desk.open(`${desk.demo}?speed=20#/inbox/parcel`);
  const panel = await desk.browser.openPanel(page);
  const front = () => panel.locator('[data-panel]').getAttribute('data-conversation');
  await until('the parcel', async () => (await front()) === 'parcel' && (await transcriptIn(panel)).length >= 4, 30_000);
  await page.locator('a.inbox-row[href="#/inbox/how-to"]').click();
  await until('the how-to', async () => (await front()) === 'how-to');
  const howTo = await readBoth(page, panel);
  expect(howTo.read).toEqual(howTo.truth);
  expect(await panel.locator('[data-part=level]').getAttribute('data-level')).toBe('calm');
  expect(await panel.locator('[data-other-conversation=parcel]').count()).toBe(1);
  await page.locator('a.inbox-row[href="#/inbox/parcel"]').click();
  await until('the parcel again', async () => (await front()) === 'parcel');
  const parcel = await readBoth(page, panel);
  expect(parcel.read).toEqual(parcel.truth);
  await page.close();
});
