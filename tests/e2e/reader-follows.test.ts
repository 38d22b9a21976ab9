// The reader alone, in a real browser: pages that change under it, captions that are rewritten, a background that is away.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, expectLines, expectState, letRun, lines, POLL } from '../support/reader-asks';
import { inReader, openReader, type Reader } from '../support/reader-page';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

/** Runs in the page: some changes a chat makes to its rows, by a seeded choice. Out: what was done, and what stands there then. */
async function changeAtRandom({ seed, keyed, isFirst }: { seed: number; keyed: boolean; isFirst: boolean }) {
  let state = seed * 7919;
  const chance = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const log = document.querySelector('.log') as HTMLElement;
  const counter = globalThis as unknown as { count?: number };
  const WORDS = ['ok', 'Where is it?', 'I have waited for days', 'no', 'Let me see.'];
  const make = (): HTMLElement => {
    counter.count = (counter.count ?? 0) + 1;
    const row = document.createElement('div');
    row.className = `row ${chance(2) ? 'incoming' : 'outgoing'}`;
    if (keyed) row.dataset['messageId'] = `m${counter.count}`;
    row.innerHTML = `<div class="body">${WORDS[chance(WORDS.length)]}</div>`;
    return row;
  };
  const rows = (): HTMLElement[] => [...log.querySelectorAll<HTMLElement>('.row')];
  const middle = (): HTMLElement => rows()[1 + chance(rows().length - 2)] as HTMLElement;
  if (isFirst) log.replaceChildren(...Array.from({ length: 6 }, make));
  const done: string[] = [];
  const acts: Record<string, () => void> = {
    append: () => log.append(make()),
    prepend: () => log.prepend(make()),
    between: () => middle().before(make()),
    edit: () => {
      (middle().querySelector('.body') as HTMLElement).textContent = `${WORDS[chance(WORDS.length)]} (${chance(9)})`;
    },
    remove: () => (rows().length > 5 ? middle().remove() : undefined),
    redraw: () => {
      // biome-ignore lint/correctness/noSelfAssign: every element is made anew
      log.innerHTML = log.innerHTML;
    },
    clone: () => {
      const row = middle();
      row.replaceWith(row.cloneNode(true));
    },
    type: () => {
      const typing = document.createElement('div');
      typing.className = 'typing';
      typing.textContent = '…';
      log.append(typing);
      setTimeout(() => log.querySelector('.typing')?.remove(), 40);
    },
  };
  // Rows that go at one end while others come at the other are a list that is scrolled: no chat deletes at that moment.
  const barred = seed % 2 === 0 ? ['remove'] : ['append', 'prepend'];
  const names = Object.keys(acts).filter((name) => !barred.includes(name));
  for (let step = 0; step < (isFirst ? 0 : 8); step++) {
    const name = names[chance(names.length)] as string;
    acts[name]?.();
    done.push(name);
    if (chance(2)) await new Promise((resolve) => setTimeout(resolve, chance(90)));
  }
  const lines = rows().map(
    (row) => `${row.classList.contains('incoming') ? 'customer' : 'agent'}: ${row.querySelector('.body')?.textContent}`,
  );
  return { done: done.join(' '), lines };
}

describe('a page that changes', () => {
  const HELLO = ['customer: My lamp came with a crack in it 😠', 'agent: Oh no, a cracked lamp is no use.\nWhich order is it?'];
  const START = [...HELLO, 'customer: ok', 'customer: ok'];
  const row = (side: string, words: string): string =>
    `<div class="row ${side}"><b class="who">${side === 'incoming' ? 'Mira Holt' : 'Tess Moor'}</b><div class="body">${words}</div></div>`;
  const append = (page: Page, side: string, words: string) =>
    change(page, `document.querySelector('.log').insertAdjacentHTML('beforeend', ${JSON.stringify(row(side, words))})`);
  const open = async (): Promise<Page> => {
    const page = await reader.open('role-log-classes.html');
    await expectLines(page, START);
    return page;
  };
  const ids = (page: Page) =>
    inReader(page, (composure) => composure.conversations().map(({ utterances }) => utterances.map(({ id }) => id)));

  test('tells of the first words after a quiet time at once', async () => {
    const page = await open();
    const spent: number[] = await page.evaluate(
      async (html) => {
        const { composure } = globalThis as unknown as { composure: { arrivals(): { at: number }[] } };
        const spentMs: number[] = [];
        for (let round = 0; round < 10; round++) {
          await new Promise((resolve) => setTimeout(resolve, 200));
          const before = composure.arrivals().length;
          const start = performance.now();
          document.querySelector('.log')?.insertAdjacentHTML('beforeend', html.replace('ROUND', String(round)));
          while (composure.arrivals().length === before) await new Promise((resolve) => setTimeout(resolve, 1));
          spentMs.push((composure.arrivals().at(-1)?.at ?? 0) - start);
        }
        return spentMs.sort((a, b) => a - b);
      },
      row('incoming', 'And now? ROUND'),
    );
    console.log(
      `words on the page to words at the background: median ${spent[5]?.toFixed(0)} ms, worst ${spent[9]?.toFixed(0)} ms`,
    );
    // 25 ms of waiting for more, and what a busy machine adds.
    expect(spent[5]).toBeLessThan(100);
    await page.close();
  });

  test('an edit keeps its id, a deletion is told, an insertion goes between', async () => {
    const page = await open();
    const before = (await ids(page))[0];
    await change(page, `document.querySelectorAll('.row .body')[2].textContent = 'ok then'`);
    await expectLines(page, [...HELLO, 'customer: ok then', 'customer: ok']);
    expect((await ids(page))[0]).toEqual(before);
    await change(page, `document.querySelectorAll('.log .row')[2].remove()`);
    await expectLines(page, [...HELLO, 'customer: ok']);
    await change(
      page,
      `document.querySelectorAll('.log .row')[0].insertAdjacentHTML('afterend', ${JSON.stringify(row('incoming', 'A deep one'))})`,
    );
    await expectLines(page, [HELLO[0] ?? '', 'customer: A deep one', HELLO[1] ?? '', 'customer: ok']);
    await page.close();
  });

  test('a pane drawn anew repeats nothing and loses nothing', async () => {
    const page = await open();
    const before = await ids(page);
    await change(page, `{ const log = document.querySelector('.log'); log.innerHTML = log.innerHTML; }`);
    await append(page, 'incoming', 'Still there?');
    await expectLines(page, [...START, 'customer: Still there?']);
    expect((await ids(page))[0]?.slice(0, 4)).toEqual(before[0]);
    await page.close();
  });

  test('history that loads on top goes before what is known', async () => {
    const page = await open();
    const before = await ids(page);
    const older = [row('incoming', 'Good morning'), row('outgoing', 'Good morning, Mira'), row('incoming', 'ok')].join('');
    await change(page, `document.querySelector('.log').insertAdjacentHTML('afterbegin', ${JSON.stringify(older)})`);
    await expectLines(page, ['customer: Good morning', 'agent: Good morning, Mira', 'customer: ok', ...START]);
    expect((await ids(page))[0]?.slice(3)).toEqual(before[0]);
    await page.close();
  });

  test('all rows exchanged at the same address are another conversation, and coming back repeats nothing', async () => {
    const page = await open();
    const other = [row('incoming', 'The rug is the wrong red'), row('outgoing', 'Which red did you want?')].join('');
    await change(
      page,
      `globalThis.first = document.querySelector('.log').innerHTML; document.querySelector('.log').innerHTML = ${JSON.stringify(other)}`,
    );
    await expectLines(page, ['customer: The rug is the wrong red', 'agent: Which red did you want?']);
    await change(page, `document.querySelector('.log').innerHTML = globalThis.first`);
    await expectLines(page, START);
    const all = await inReader(page, (composure) => composure.conversations().map(({ utterances }) => utterances.length));
    expect(all).toEqual([4, 2]);
    await page.close();
  });

  test('a pane that is gone is said to be lost, and found again within two seconds', async () => {
    const page = await open();
    await change(page, `globalThis.work = document.querySelector('.work'); globalThis.work.remove()`);
    await expectState(page, 'lost');
    await change(page, `document.body.append(globalThis.work)`);
    const back = performance.now();
    await expectState(page, 'reading');
    expect(performance.now() - back).toBeLessThan(2_000);
    await expectLines(page, START);
    await page.close();
  });

  test('nothing is lost or repeated while the background is away', async () => {
    const page = await open();
    await inReader(page, (composure) => composure.down(true));
    for (let count = 0; count < 5; count++) await append(page, 'incoming', 'Anybody?');
    await append(page, 'outgoing', 'I am here.');
    await inReader(page, (composure) => composure.down(false));
    await expectLines(page, [...START, ...Array(5).fill('customer: Anybody?'), 'agent: I am here.']);
    await page.close();
  });

  test('after its end the reader takes no more notice of the page', async () => {
    const page = await reader.open('role-log-classes.html', { clock: true });
    await expect.poll(() => letRun(page, 100).then(() => lines(page)), POLL).toEqual(START);
    await inReader(page, (composure) => composure.stop());
    await append(page, 'incoming', 'One more thing');
    await letRun(page, 60_000);
    expect(await lines(page)).toEqual(START);
    await page.close();
  });

  test.each([
    ['with keys', true],
    ['without keys', false],
  ])('whatever the page does to its rows %s, the transcript ends as the page does', { timeout: 120_000 }, async (_, keyed) => {
    const page = await reader.open('role-log-classes.html', { start: false });
    for (let seed = 1; seed <= 20; seed++) {
      const truth = await page.evaluate(changeAtRandom, { seed, keyed, isFirst: seed === 1 });
      if (seed === 1) await inReader(page, (composure) => composure.start());
      const message = `seed ${seed}: ${truth.done}`;
      await expect.poll(() => lines(page), { ...POLL, message }).toEqual(truth.lines);
    }
    const seen = await inReader(page, (composure) => composure.conversations().length);
    expect(seen).toBe(1);
    await page.close();
  });
});

describe('captions', () => {
  const finals = (page: Page) =>
    inReader(page, (composure) => composure.conversations().flatMap(({ utterances }) => utterances.map(({ final }) => final)));

  test('found by themselves: words that are rewritten in place stay one line, final once they hold still', async () => {
    const page = await reader.open('captions.html');
    await expectLines(page, ['customer: hello I am calling about my bill', 'agent: good morning, let me open it']);
    expect(await inReader(page, (composure) => composure.conversations()[0]?.meta.channel)).toBe('call');
    await expect.poll(() => finals(page), POLL).toEqual([true, true]);
    await change(
      page,
      `document.querySelector('.captions').insertAdjacentHTML('beforeend', '<div class="line"><span class="speaker">Customer</span><span class="words">it is</span></div>')`,
    );
    await expect.poll(() => finals(page), POLL).toEqual([true, true, false]);
    for (const words of ['it is twice', 'it is twice what it', 'it is twice what it was in March'])
      await change(page, `document.querySelector('.line:last-child .words').firstChild.data = ${JSON.stringify(words)}`);
    await expect.poll(() => finals(page), POLL).toEqual([true, true, true]);
    expect((await lines(page)).at(-1)).toBe('customer: it is twice what it was in March');
    expect(await lines(page)).toHaveLength(3);
    await page.close();
  });
});
