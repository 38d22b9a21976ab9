import { describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { fakeBrowser } from './fake-browser';
import { type MessageSource, senderOf } from './sender';

const id = fakeBrowser.runtime.id as string;
const root = `chrome-extension://${id}/`;
const origin = `chrome-extension://${id}`;
/** What Chromium says of a content script in the top frame of a helpdesk page. */
const reader: MessageSource = {
  id,
  url: 'https://desk.example/inbox/4',
  origin: 'https://desk.example',
  frameId: 0,
  tab: { id: 7 },
};

describe('senderOf', () => {
  test('knows a content script by its tab and its web address', () => {
    expect(senderOf(reader)).toBe('reader');
  });

  test('knows a content script in a nested frame, and in a blank frame that inherits its origin', () => {
    expect(senderOf({ ...reader, frameId: 12 })).toBe('reader');
    expect(senderOf({ ...reader, frameId: 12, url: 'about:blank' })).toBe('reader');
    expect(senderOf({ ...reader, frameId: 12, url: 'blob:https://desk.example/3f', origin: 'null' })).toBe('reader');
  });

  test('knows the panel in the side panel, which has no tab, and in a tab', () => {
    expect(senderOf({ id, url: `${root}panel.html`, origin })).toBe('panel');
    expect(senderOf({ id, url: `${root}panel.html?tab=7#why`, origin, frameId: 0, tab: { id: 9 } })).toBe('panel');
  });

  test('knows the options page, whichever part of it is shown', () => {
    expect(senderOf({ id, url: `${root}options.html#packs`, origin, frameId: 0, tab: { id: 9 } })).toBe('options');
  });

  test('knows the worker, with its address or with none', () => {
    expect(senderOf({ id, url: `${root}background.js`, origin })).toBe('background');
    expect(senderOf({ id, url: `${root}_generated_background_page.html` })).toBe('background');
    expect(senderOf({ id })).toBe('background');
  });

  test.each<[string, MessageSource]>([
    ['another extension', { ...reader, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['a sender without an id', { url: reader.url, tab: reader.tab, frameId: 0 }],
    ['a web page that reaches us without a tab', { id, url: 'https://desk.example/', origin: 'https://desk.example' }],
    ['a reader without an address', { id, frameId: 0, tab: { id: 7 } }],
    ['a reader without a frame', { id, url: reader.url, tab: { id: 7 } }],
    ['a reader in a tab without an id', { ...reader, tab: {} }],
    ['a tab that is being prerendered', { ...reader, tab: { id: -1 } }],
    ["another extension's page in a tab", { ...reader, url: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/panel.html' }],
    ['our panel inside a frame of a page', { id, url: `${root}panel.html`, origin, frameId: 4, tab: { id: 7 } }],
    ['our panel with an opaque origin', { id, url: `${root}panel.html`, origin: 'null', frameId: 0, tab: { id: 7 } }],
    [
      'an extension page in a tab that is neither panel nor options',
      { id, url: `${root}other.html`, origin, frameId: 0, tab: { id: 7 } },
    ],
    ['an address that only looks like the panel', { id, url: `https://desk.example/${root}panel.html` }],
  ])('refuses %s', (_, source) => {
    expect(senderOf(source)).toBeNull();
  });

  test('is not fooled by a query that names the panel', () => {
    expect(senderOf({ id, url: `${root}options.html?x=panel.html`, origin })).toBe('options');
    expect(senderOf({ ...reader, url: `https://desk.example/?${root}panel.html` })).toBe('reader');
  });
});
