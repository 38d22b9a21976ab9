// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findPane, isDrawn } from './find-pane';

const find = async (html: string) => {
  document.body.innerHTML = html;
  return findPane(document);
};
const CHAT = '<div class="m in">It still leaks in the hall</div><div class="m out">I see it in your ticket</div>';
const WRITE = '<textarea aria-label="Reply"></textarea>';

describe('the pane of an unknown page', () => {
  test.each([
    ['a log by its role', `<div id="it" role="log">${CHAT}</div>`],
    ['a feed by its role', `<div id="it" role="feed">${CHAT}</div>`],
    ['an empty log', `<div id="it" role="log"></div>${WRITE}`],
    ['a list of messages beside a composer', `<main><div id="it" class="messages">${CHAT}</div>${WRITE}</main>`],
    [
      'the log that is shown, not its hidden double',
      `<div role="log" style="display:none">${CHAT}</div><div id="it" role="log">${CHAT}</div>`,
    ],
    [
      'the chat, not the list of chats beside it',
      `<div class="conversations"><div class="row"><a href="#1">It still leaks in the…</a></div><div class="row"><a href="#2">Where is my chair, I…</a></div></div><main><div id="it" class="thread">${CHAT}</div>${WRITE}</main>`,
    ],
  ])('is %s', async (_, html) => {
    const found = await find(html);
    expect(found?.pane.id).toBe('it');
    expect(found?.confidence).toBeGreaterThan(0.3);
    expect(found?.reasons.length).toBeGreaterThan(0);
  });

  test.each([
    ['a list of links', '<ul><li><a href="#1">Inbox</a></li><li><a href="#2">Closed</a></li></ul>'],
    ['a table of tickets', '<table><tbody><tr><td>It leaks</td></tr><tr><td>It hums</td></tr></tbody></table>'],
    [
      'a page of articles',
      '<main><article><p>One long text about boilers.</p></article><article><p>Another text.</p></article></main>',
    ],
    [
      'a navigation beside a text area',
      `<nav class="messages"><div class="m">Inbox</div><div class="m">Sent</div></nav>${WRITE}`,
    ],
    ['nothing', ''],
  ])('is not %s', async (_, html) => {
    expect(await find(html)).toBeNull();
  });

  test('is surer of a marked log beside a composer than of a bare list', async () => {
    const sure = await find(`<main><div role="log" class="messages">${CHAT}</div>${WRITE}</main>`);
    const less = await find(`<main><div class="x">${CHAT}</div>${WRITE}</main>`);
    expect(sure?.confidence ?? 0).toBeGreaterThan(less?.confidence ?? 1);
  });

  test('our own drawing is not read', async () => {
    expect(await find(`<div data-composure=""><div class="messages">${CHAT}</div></div>${WRITE}`)).toBeNull();
  });
});

test('without boxes nothing is said to be drawn', () => {
  document.body.innerHTML = '<canvas></canvas>';
  expect(isDrawn(document)).toBe(false);
});
