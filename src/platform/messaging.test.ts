import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from './fake-browser';
import { type MessageHandlers, receive, send, sendToReader } from './messaging';

const id = fakeBrowser.runtime.id as string;
const reader = { id, url: 'https://desk.example/', frameId: 3, tab: { id: 7 } };
const panel = { id, url: `chrome-extension://${id}/panel.html`, frameId: 0, tab: { id: 9 } };
const draft = { conversation: 'c1', text: 'Hello' };

/** Delivers a message as the browser does; undefined when nobody took it. */
const deliver = (message: unknown, source: object = reader): unknown =>
  fakeBrowser.runtime.onMessage.emit(message, source).find((answer) => answer !== undefined);

let logged: unknown[][];
beforeEach(() => {
  resetFakeBrowser();
  logged = [];
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...args) => void logged.push(args));
});
afterEach(() => vi.restoreAllMocks());

describe('receive', () => {
  test('registers one listener at once', () => {
    receive('background', {});
    expect(fakeBrowser.runtime.onMessage.count).toBe(1);
  });

  test('hands data and origin to the handler and its reply back', async () => {
    const seen: unknown[] = [];
    receive('background', {
      'draft/changed': async (data, from) => {
        seen.push(data, from);
        return {};
      },
    });
    expect(await deliver({ name: 'draft/changed', data: draft })).toEqual({ ok: true, value: {} });
    expect(seen).toEqual([draft, { tab: 7, frame: 3 }]);
  });

  test('gives no tab to a panel, even one that stands in a tab', async () => {
    const from = vi.fn();
    receive('background', {
      'suggestion/pass': async (_, origin) => {
        from(origin);
        return {};
      },
    });
    await deliver({ name: 'suggestion/pass', data: { tab: 7, conversation: 'c1', phrases: [] } }, panel);
    expect(from).toHaveBeenCalledWith({ tab: null, frame: 0 });
  });

  test('leaves what is no envelope of ours unanswered', () => {
    receive('background', { 'draft/changed': async () => ({}) });
    for (const message of [
      null,
      'draft/changed',
      4,
      {},
      { name: 'draft/changed' },
      { name: 1, data: {} },
      { name: 'a', data: {}, extra: 1 },
    ])
      expect(deliver(message)).toBeUndefined();
  });

  test('says so when it knows no such message', async () => {
    receive('background', { 'draft/changed': async () => ({}) });
    for (const name of ['draft/read', 'constructor', 'reader/report'])
      expect(await deliver({ name, data: {} })).toEqual({ ok: false, code: 'message_unknown' });
  });

  test.each([
    ['a room that may not send it', panel],
    ['another extension', { ...reader, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['a web page', { id, url: 'https://desk.example/' }],
  ])('refuses %s and never calls the handler', async (_, source) => {
    const handler = vi.fn(async () => ({}));
    receive('background', { 'draft/changed': handler });
    expect(await deliver({ name: 'draft/changed', data: draft }, source)).toEqual({ ok: false, code: 'message_refused' });
    expect(handler).not.toHaveBeenCalled();
  });

  test('refuses data of the wrong shape, and does not log it', async () => {
    const handler = vi.fn(async () => ({}));
    receive('background', { 'draft/changed': handler });
    const answer = await deliver({ name: 'draft/changed', data: { conversation: 'c1', text: ['my card is 4000'] } });
    expect(answer).toEqual({ ok: false, code: 'message_bad_shape' });
    expect(handler).not.toHaveBeenCalled();
    expect(JSON.stringify(logged)).not.toContain('4000');
  });

  test('answers `gone` when the handler throws, and logs neither its message nor the data', async () => {
    receive('background', {
      'draft/changed': async () => {
        throw new RangeError('could not store "my card is 4000"');
      },
    });
    expect(await deliver({ name: 'draft/changed', data: draft })).toEqual({ ok: false, code: 'gone' });
    expect(logged).toEqual([['composure: handler_failed', { me: 'background', name: 'draft/changed', error: 'RangeError' }]]);
  });

  test('answers `gone` and logs nothing when the worker is stopped under the handler', async () => {
    receive('background', { 'draft/changed': () => Promise.reject(new Error('No SW')) });
    expect(await deliver({ name: 'draft/changed', data: draft })).toEqual({ ok: false, code: 'gone' });
    expect(logged).toEqual([]);
  });

  test('holds its own reply against the table', async () => {
    const broken = { 'composer/insert': async () => ({ state: 'sent' }) } as unknown as MessageHandlers;
    receive('reader', broken);
    const data = { conversation: 'c1', text: 'Hello' };
    expect(await deliver({ name: 'composer/insert', data }, { id })).toEqual({ ok: false, code: 'message_bad_shape' });
  });
});

describe('send', () => {
  test('gives the reply', async () => {
    fakeBrowser.state.background = async () => ({ ok: true, value: {} });
    expect(await send('draft/changed', draft)).toEqual({ ok: true, value: {} });
  });

  test('is `gone` when nobody listens, nobody answers, or the extension left', async () => {
    expect(await send('draft/changed', draft)).toEqual({ ok: false, fault: { code: 'gone' } });
    fakeBrowser.state.background = async () => undefined;
    expect(await send('draft/changed', draft)).toEqual({ ok: false, fault: { code: 'gone' } });
    fakeBrowser.state.background = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(await send('draft/changed', draft)).toEqual({ ok: false, fault: { code: 'gone' } });
  });

  test('passes a refusal on', async () => {
    fakeBrowser.state.background = async () => ({ ok: false, code: 'message_refused' });
    expect(await send('draft/changed', draft)).toEqual({ ok: false, fault: { code: 'message_refused', where: 'draft/changed' } });
  });

  test.each([
    ['not an envelope', 'yes'],
    ['a reply the table does not know', { ok: true, value: { resync: 'maybe' } }],
  ])('refuses %s as an answer', async (_, answer) => {
    fakeBrowser.state.background = async () => answer;
    const sent = await send('conversation/updated', {
      batch: { session: 's', n: 1 },
      meta: { id: 'c1', title: '', channel: 'chat', host: 'desk.example' },
      whole: true,
      changes: [],
      removed: [],
    });
    expect(sent).toMatchObject({ ok: false, fault: { code: 'message_bad_shape' } });
  });

  test('to a reader goes to that frame of that tab', async () => {
    const sent = vi.fn(async () => ({ ok: true, value: { state: 'inserted' } }));
    fakeBrowser.state.reader = sent;
    const data = { conversation: 'c1', text: 'Hello' };
    expect(await sendToReader(7, 3, 'composer/insert', data)).toEqual({ ok: true, value: { state: 'inserted' } });
    expect(sent).toHaveBeenCalledWith(7, 3, { name: 'composer/insert', data });
  });
});
