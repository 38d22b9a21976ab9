import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import { followSites, startReader } from './sites';

const { state } = fakeBrowser;
const registered = (): string[] => state.registered.map(({ matches }) => matches.join());

beforeEach(() => resetFakeBrowser());
afterEach(() => vi.restoreAllMocks());

describe('followSites', () => {
  test('registers the reader for granted sites: in all frames, over restarts', async () => {
    state.origins = ['https://desk.example/*'];
    await followSites({ everywhere: false });
    expect(state.registered).toEqual([
      {
        id: 'reader:https://desk.example/*',
        js: ['reader.js'],
        matches: ['https://desk.example/*'],
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  });

  test('starts it in open tabs of a site just granted, and in no others', async () => {
    state.tabs = [
      { id: 1, url: 'https://desk.example/inbox' },
      { id: 2, url: 'https://other.example/' },
    ];
    state.origins = ['https://desk.example/*'];
    await followSites({ everywhere: false });
    expect(state.scriptRuns).toEqual([1]);
  });

  test('again changes nothing, and runs nothing twice', async () => {
    state.tabs = [{ id: 1, url: 'https://desk.example/inbox' }];
    state.origins = ['https://desk.example/*'];
    await Promise.all([followSites({ everywhere: false }), followSites({ everywhere: false })]);
    expect(registered()).toEqual(['https://desk.example/*']);
    expect(state.scriptRuns).toEqual([1]);
  });

  test('everywhere starts it in the tabs of sites known before too', async () => {
    state.tabs = [{ id: 1, url: 'https://desk.example/inbox' }];
    state.origins = ['https://desk.example/*'];
    await followSites({ everywhere: false });
    await followSites({ everywhere: true });
    expect(state.scriptRuns).toEqual([1, 1]);
  });

  test('takes the reader off a site that was given back', async () => {
    state.origins = ['https://desk.example/*', 'https://other.example/*'];
    await followSites({ everywhere: false });
    state.origins = ['https://other.example/*'];
    await followSites({ everywhere: false });
    expect(registered()).toEqual(['https://other.example/*']);
  });

  test('leaves alone what the manifest covers and what is no web page', async () => {
    state.manifest = { version: '1.2.3', content_scripts: [{ matches: ['http://localhost/*'] }] };
    state.origins = ['http://localhost/*', 'file:///*', '*://*.desk.example/*'];
    await followSites({ everywhere: false });
    expect(registered()).toEqual(['*://*.desk.example/*']);
  });

  test('registers the other sites when the browser refuses one', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const register = fakeBrowser.scripting.registerContentScripts;
    vi.spyOn(fakeBrowser.scripting, 'registerContentScripts').mockImplementation(async (scripts) => {
      if (scripts[0]?.matches[0]?.includes('odd')) throw new Error('Invalid match pattern.');
      return register(scripts);
    });
    state.origins = ['https://odd.example/*', 'https://z.example/*'];
    await followSites({ everywhere: false });
    expect(registered()).toEqual(['https://z.example/*']);
    expect(warn).toHaveBeenCalledWith('composure: site_not_registered', { pattern: 'https://odd.example/*' });
  });
});

describe('startReader', () => {
  test('runs the reader where the tab may be entered', async () => {
    expect(await startReader(3)).toEqual([]);
    expect(state.scriptRuns).toEqual([3]);
  });

  test('says not_permitted where it may not', async () => {
    state.mayScript = (tab) => tab !== 3;
    expect(await startReader(3)).toEqual([{ code: 'not_permitted' }]);
  });
});
