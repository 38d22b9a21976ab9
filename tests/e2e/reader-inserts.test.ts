// The reader alone, in a real browser: phrases put into composers, and where it refuses to.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../meta/source';
import type { EditorPage } from '../support/prosemirror-in-page';
import { change, expectState } from '../support/reader-asks';
import { bundle, inReader, openReader, type Reader } from '../support/reader-page';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

describe('putting a phrase into a composer', () => {
  const PHRASE = 'I am sorry that the key does not turn.';
  const LONGER = 'I am sorry about the key.\nI will send a locksmith today.';
  const insert = async (page: Page, text: string) =>
    inReader(page, (composure, words) => composure.insert(composure.reading()?.conversation ?? '', words), text);
  const open = async (place: string): Promise<Page> => {
    const page = await reader.open('composers.html', { start: false });
    await change(page, `document.querySelector('#place').innerHTML = ${JSON.stringify(place)}`);
    return page;
  };
  const start = async (page: Page): Promise<void> => {
    await inReader(page, (composure) => composure.start());
    await expectState(page, 'reading');
  };

  test('a text field: at the caret, several lines, undone in one step', async () => {
    const page = await open('<textarea aria-label="Reply">Hi Sam,  Bye</textarea>');
    await start(page);
    await page.locator('textarea').evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(8, 8));
    expect(await insert(page, LONGER)).toEqual({ state: 'inserted' });
    expect(await page.locator('textarea').inputValue()).toBe(`Hi Sam, ${LONGER} Bye`);
    await page.keyboard.press('Control+z');
    expect(await page.locator('textarea').inputValue()).toBe('Hi Sam,  Bye');
    await page.close();
  });

  test('a text field that is full is left alone', async () => {
    const page = await open('<textarea aria-label="Reply" maxlength="10">Hi</textarea>');
    await start(page);
    expect(await insert(page, PHRASE)).toEqual({ state: 'failed' });
    expect(await page.locator('textarea').inputValue()).toBe('Hi');
    await page.close();
  });

  test('a plain editable element: the words that stand there stay, and the next key comes after the phrase', async () => {
    const page = await open('<div contenteditable="true" role="textbox" aria-label="Reply">Hi Sam.&nbsp;</div>');
    await start(page);
    expect(await insert(page, PHRASE)).toEqual({ state: 'inserted' });
    await page.keyboard.type('X');
    expect(((await page.locator('[contenteditable]').textContent()) ?? '').replace(/\s/g, ' ')).toBe(`Hi Sam. ${PHRASE}X`);
    await page.close();
  });

  test('the same phrase twice is put there twice', async () => {
    const page = await open('<div contenteditable="true" role="textbox" aria-label="Reply"></div>');
    await start(page);
    expect(await insert(page, PHRASE)).toEqual({ state: 'inserted' });
    expect(await insert(page, PHRASE)).toEqual({ state: 'inserted' });
    expect(await inReader(page, (composure, text) => composure.countIn('[contenteditable]', text), PHRASE)).toBe(2);
    await page.close();
  });

  test.each([
    ['a disabled field', '<textarea aria-label="Reply" disabled></textarea>', 'refused_hidden'],
    ['a field that is not shown', '<textarea aria-label="Reply" style="display:none"></textarea>', 'refused_hidden'],
    ['an internal note', '<textarea placeholder="Add an internal note"></textarea>', 'refused_private'],
    [
      'a note by its tab',
      '<form><div role="tablist"><button role="tab">Reply</button><button role="tab" aria-selected="true">Private note</button></div><textarea aria-label="Text"></textarea></form>',
      'refused_private',
    ],
    ['a search box alone', '<input type="search" placeholder="Search" />', 'no_composer'],
  ])('refuses %s', async (_, place, expected) => {
    const page = await open(place);
    await start(page);
    expect(await insert(page, PHRASE)).toEqual({ state: expected });
    await page.close();
  });

  const hasProseMirror = existsSync(join(ROOT, 'node_modules/prosemirror-view'));
  test.skipIf(!hasProseMirror)('a ProseMirror editor: its own document holds the text, at the caret', async () => {
    const editor = await bundle('tests/support/prosemirror-in-page.ts');
    const page = await open('<div class="editor" aria-label="Reply"></div>');
    await page.evaluate(editor);
    await start(page);
    const model = () => page.evaluate(() => (globalThis as unknown as EditorPage).editorText());
    expect(await insert(page, PHRASE)).toEqual({ state: 'inserted' });
    expect(await model()).toBe(`Hi Sam. ${PHRASE}`);
    await page.keyboard.type(' Soon');
    expect(await model()).toBe(`Hi Sam. ${PHRASE} Soon`);
    for (let count = 0; count < ' Soon'.length; count++) await page.keyboard.press('ArrowLeft');
    expect(await insert(page, LONGER)).toEqual({ state: 'inserted' });
    expect(await model()).toBe(`Hi Sam. ${PHRASE} ${LONGER} Soon`);
    await page.close();
  });
});
