// The reader alone, in a real browser, on a desk that an adapter describes: the demo helpdesk by its agreed markup.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, expectLines, expectState, letRun, lines, POLL } from '../support/reader-asks';
import { inReader, openReader, type Reader } from '../support/reader-page';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

describe('a described desk (the demo helpdesk by its agreed markup)', () => {
  const KETTLE = [
    'bot: Somebody will be with you shortly.',
    'customer: My kettle boiled over and the table is ruined.\nIt is the second one!',
    'customer: Hello??',
    'agent: Hello Pia, a ruined table is bad news.',
  ];

  test('is read with its own ids, times and names, without notes, events and typing', async () => {
    const page = await reader.open('harbourline.html#/inbox/kettle');
    await expectLines(page, KETTLE);
    const [conversation] = await inReader(page, (composure) => composure.conversations());
    expect(conversation?.meta).toMatchObject({ id: 'kettle', title: 'Pia Rowe', channel: 'chat', host: 'desk.test' });
    expect(
      conversation?.utterances.map(({ id, name, at }) => [id, name, new Date(at).toISOString().slice(11, 19)]),
    ).toMatchObject([
      ['k-1', 'Harbour Bot', '08:00:00'],
      ['k-2', 'Pia Rowe', '08:01:00'],
      ['k-3', 'Pia Rowe', '08:01:20'],
      ['k-5', 'Jo Lane', '08:03:00'],
    ]);
    expect(await inReader(page, (composure) => composure.reading())).toEqual({
      state: 'reading',
      host: 'desk.test',
      adapter: 'harbourline-chat',
      conversation: 'kettle',
      composer: 'ready',
    });
    await page.close();
  });

  test('is followed from one conversation to the next and back, each told once', async () => {
    const page = await reader.open('harbourline.html#/inbox/kettle');
    await expectLines(page, KETTLE);
    for (const [id, expected] of [
      ['boots', ['customer: These boots are two left feet.']],
      ['call-gas', ['customer: nobody has come to look at the gas', 'customer: I have been']],
      ['kettle', KETTLE],
    ] as const) {
      await change(page, `location.hash = '#/inbox/${id}'`);
      await expectLines(page, [...expected]);
      await expect.poll(() => inReader(page, (composure) => composure.reading()?.conversation), POLL).toBe(id);
    }
    const told = await inReader(page, (composure) => composure.arrivals().flatMap((arrival) => arrival.ids));
    expect(told).toHaveLength(new Set(told).size);
    await change(page, `location.hash = '#/inbox'`);
    await expectState(page, 'no_conversation');
    await page.close();
  });

  test('captions are final when the page says so', async () => {
    const page = await reader.open('harbourline.html#/inbox/call-gas');
    await expectLines(page, ['customer: nobody has come to look at the gas', 'customer: I have been']);
    const finals = () =>
      inReader(page, (composure) => composure.conversations()[0]?.utterances.map(({ id, final }) => `${id} ${final}`));
    expect(await finals()).toEqual(['c-1 true', 'c-2 false']);
    await change(page, `document.querySelector('.is-interim .caption-text').textContent = 'I have been waiting'`);
    await expectLines(page, ['customer: nobody has come to look at the gas', 'customer: I have been waiting']);
    expect(await finals()).toEqual(['c-1 true', 'c-2 false']);
    await change(page, `document.querySelector('.is-interim').classList.remove('is-interim')`);
    await expect.poll(finals, POLL).toEqual(['c-1 true', 'c-2 true']);
    await page.close();
  });

  test('puts nothing into a private note, nor into another conversation, and never sends', async () => {
    const page = await reader.open('harbourline.html#/inbox/kettle');
    await expectLines(page, KETTLE);
    const insert = (conversation: string) =>
      inReader(page, (composure, id) => composure.insert(id, 'I am sorry about the table.'), conversation);
    expect(await insert('boots')).toEqual({ state: 'no_composer' });
    await change(page, `document.querySelector('.composer').classList.add('is-note')`);
    expect(await insert('kettle')).toEqual({ state: 'refused_private' });
    await change(
      page,
      `document.querySelector('.composer').className = 'composer'; document.querySelector('.composer').hidden = true`,
    );
    expect(await insert('kettle')).toEqual({ state: 'refused_hidden' });
    await change(page, `document.querySelector('.composer').hidden = false`);
    expect(await page.locator('.composer-input').textContent()).toBe('');
    expect(await insert('kettle')).toEqual({ state: 'inserted' });
    expect(await page.locator('.composer-input').textContent()).toBe('I am sorry about the table.');
    expect(await page.evaluate('globalThis.wasSubmitted')).toBeUndefined();
    await page.close();
  });

  test('nothing is put into a conversation that was left a moment ago', async () => {
    const page = await reader.open('harbourline.html#/inbox/kettle');
    await expectLines(page, KETTLE);
    const outcome = await inReader(page, (composure) => {
      const inserting = composure.insert('kettle', 'I am sorry about the table.');
      location.hash = '#/inbox/boots';
      return inserting;
    });
    expect(outcome).toEqual({ state: 'no_composer' });
    expect(await page.locator('.composer-input').textContent()).toBe('');
    await page.close();
  });

  test('tells what is being written, and that it is gone', async () => {
    const page = await reader.open('harbourline.html#/inbox/kettle');
    await expectLines(page, KETTLE);
    const draft = () => inReader(page, (composure) => new Map(Object.entries(composure.drafts())).get('kettle'));
    await page.locator('.composer-input').click();
    await page.keyboard.type('Calm down please');
    await expect.poll(draft, POLL).toBe('Calm down please');
    await change(page, `document.querySelector('.composer-input').textContent = ''`);
    await expect.poll(draft, POLL).toBe('');
    await page.close();
  });

  test('tells nothing of a note', async () => {
    const page = await reader.open('harbourline.html#/inbox/kettle', { clock: true });
    await expect.poll(() => letRun(page, 100).then(() => lines(page)), POLL).toEqual(KETTLE);
    await change(page, `document.querySelector('.composer').classList.add('is-note')`);
    await page.locator('.composer-input').click();
    await page.keyboard.type('between us');
    await letRun(page, 5_000);
    expect(await inReader(page, (composure) => composure.drafts())).toEqual({});
    expect(await inReader(page, (composure) => composure.reading()?.composer)).toBe('private');
    await page.close();
  });
});
