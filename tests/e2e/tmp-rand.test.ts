import { afterAll, beforeAll, expect, test } from 'vitest';
import { inReader, openReader, type Reader } from '../support/reader-page';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());
const POLL = { timeout: 4000, interval: 20 };
/** Runs in the page: some changes a chat makes to its rows, by a seeded choice. Out: what was done, and what stands there then. */
async function changeAtRandom({ seed, keyed, isFirst }: { seed: number; keyed: boolean; isFirst: boolean }) {
  let state = seed * 104729 + 17;
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

test.each([true, false])(
  'r %s',
  async (keyed) => {
    const page = await reader.open('role-log-classes.html', { start: false });
    const logs: string[] = [];
    page.on('console', (m) => logs.push(m.text()));
    for (let seed = 1; seed <= 90; seed++) {
      logs.length = 0;
      const truth = await page.evaluate(changeAtRandom, { seed, keyed, isFirst: seed === 1 });
      if (seed === 1) await inReader(page, (composure) => composure.start());
      const message = `seed ${seed}: ${truth.done}`;
      try {
        await expect.poll(() => inReader(page, (c) => c.lines()), { ...POLL, message }).toEqual(truth.lines);
      } catch (e) {
        console.log(
          message,
          logs.join('\n'),
          JSON.stringify(truth.lines),
          JSON.stringify(await inReader(page, (c) => c.conversations().map((x) => x.utterances.map((u) => u.id + ' ' + u.text)))),
        );
        throw new Error('stop');
      }
    }
  },
  120000,
);
