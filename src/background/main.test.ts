// The worker as a whole, from the browser's events to what stands in storage, with a coach and a pack of the test's own.
import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));
vi.mock('../packs/built-in', () => ({ BUILT_IN_PACK: { id: 'built-in', settings: { sensitivity: 'balanced' } } }));
vi.mock('../coach/advise', () => ({
  advise: (conversation: Conversation, pack: Pack, now: number) => ({
    conversation: conversation.id,
    at: now,
    upTo: conversation.utterances.at(-1)?.id ?? null,
    sensitivity: pack.settings.sensitivity,
    draft: conversation.draft,
    suggestions: ['p1', 'p2', 'p3', 'p4']
      .filter((phrase) => ![...conversation.choices.passed, ...conversation.choices.inserted].includes(phrase))
      .slice(0, 3)
      .map((phrase) => ({ phrase, text: `Say ${phrase}` })),
  }),
  summarise: () => null,
}));

import type { Pack } from '../packs/schema';
import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import type { Conversation } from '../protocol/conversation';

await import('./main');
const { runtime, tabs, commands, action, permissions, storage, state } = fakeBrowser;
/** Taken right after the import, before anything that the module might have awaited has run. */
const listening = [
  runtime.onMessage,
  runtime.onInstalled,
  runtime.onStartup,
  tabs.onRemoved,
  tabs.onUpdated,
  permissions.onAdded,
  permissions.onRemoved,
  commands.onCommand,
  action.onClicked,
].map(({ count }) => count);

const id = runtime.id as string;
const reader = { id, url: 'https://desk.example/', frameId: 0, tab: { id: 7 } };
const panel = { id, url: `chrome-extension://${id}/panel.html` };
const options = { id, url: `chrome-extension://${id}/options.html`, frameId: 0, tab: { id: 9 } };

const deliver = async (name: string, data: unknown, source: object): Promise<unknown> => {
  const answer = (await runtime.onMessage.emit({ name, data }, source)[0]) as { ok: boolean; value?: unknown; code?: string };
  return answer.ok ? answer.value : answer.code;
};
type Stored = { readonly suggestions: { phrase: string }[]; readonly sensitivity: string; readonly draft: string };
const stored = (key: string): Stored => storage.session.contents()[key] as Stored;
const phrases = (): string[] => stored('advice:7:c1').suggestions.map(({ phrase }) => phrase);

let session = 0;
async function begin(): Promise<void> {
  session++;
  const changes = [
    { utterance: { id: 'u1', speaker: 'customer', text: 'Where is my parcel?', at: 1, final: true }, after: null },
  ];
  const meta = { id: 'c1', title: 'Nadia', channel: 'chat', host: 'desk.example' };
  const batch = { session: `s${session}`, n: 1 };
  expect(await deliver('conversation/updated', { batch, meta, whole: true, changes, removed: [] }, reader)).toEqual({
    resync: false,
  });
  const reading = { state: 'reading', host: 'desk.example', adapter: null, conversation: 'c1', composer: 'ready' };
  expect(await deliver('reading/changed', reading, reader)).toEqual({});
}

beforeEach(async () => {
  // Tabs of the test before are closed as the browser closes them: the worker keeps its cache over tests, as it does over tabs.
  tabs.onRemoved.emit(7);
  await vi.waitUntil(() => stored('conversation:7:c1') === undefined && stored('reading:7') === undefined);
  resetFakeBrowser({ keepListeners: true });
});

test('every listener is registered before anything is awaited', () => {
  expect(listening).toEqual(listening.map(() => 1));
});

test('what a reader sends becomes advice', async () => {
  await begin();
  expect(stored('advice:7:c1')).toMatchObject({ conversation: 'c1', upTo: 'u1' });
  expect(stored('reading:7')).toMatchObject({ tab: 7, frame: 0, state: 'reading' });
});

test('a draft is advised on', async () => {
  await begin();
  expect(await deliver('draft/changed', { conversation: 'c1', text: 'Calm down' }, reader)).toEqual({});
  await vi.waitUntil(() => stored('advice:7:c1').draft === 'Calm down');
});

test('a reader cannot do what a panel does, nor a panel what the options page does', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await begin();
  expect(await deliver('suggestion/pass', { tab: 7, conversation: 'c1', phrases: ['p1'] }, reader)).toBe('message_refused');
  expect(await deliver('settings/change', { sensitivity: 'more' }, panel)).toBe('message_refused');
  expect(await deliver('composer/insert', { conversation: 'c1', text: 'Hi' }, panel)).toBe('message_unknown');
  expect(warn).toHaveBeenCalledTimes(2);
  warn.mockRestore();
});

describe('a suggestion', () => {
  test('is put into the composer of its frame, and counts once the text was read back', async () => {
    await begin();
    const sent: unknown[] = [];
    state.reader = async (...args) => {
      sent.push(args);
      return { ok: true, value: { state: 'inserted' } };
    };
    const chosen = { tab: 7, conversation: 'c1', phrase: 'p1', text: 'Say p1' };
    expect(await deliver('suggestion/insert', chosen, panel)).toEqual({ state: 'inserted' });
    expect(sent).toEqual([[7, 0, { name: 'composer/insert', data: { conversation: 'c1', text: 'Say p1' } }]]);
    await vi.waitUntil(() => phrases()[0] === 'p2');
    expect(phrases()).toEqual(['p2', 'p3', 'p4']);
  });

  test('that did not arrive does not count', async () => {
    await begin();
    state.reader = async () => ({ ok: true, value: { state: 'refused_private' } });
    const chosen = { tab: 7, conversation: 'c1', phrase: 'p1', text: 'Say p1' };
    expect(await deliver('suggestion/insert', chosen, panel)).toEqual({ state: 'refused_private' });
    expect(phrases()).toEqual(['p1', 'p2', 'p3']);
  });

  test('for a reader that is gone fails, and the tab is no longer said to be read', async () => {
    await begin();
    const chosen = { tab: 7, conversation: 'c1', phrase: 'p1', text: 'Say p1' };
    expect(await deliver('suggestion/insert', chosen, panel)).toEqual({ state: 'failed' });
    expect(stored('reading:7')).toBeUndefined();
  });

  test('for a conversation nobody knows finds no composer', async () => {
    const chosen = { tab: 7, conversation: 'nobody', phrase: 'p1', text: 'Say p1' };
    expect(await deliver('suggestion/insert', chosen, panel)).toEqual({ state: 'no_composer' });
  });

  test('that was passed over is not offered again', async () => {
    await begin();
    expect(await deliver('suggestion/pass', { tab: 7, conversation: 'c1', phrases: ['p1', 'p2'] }, panel)).toEqual({});
    expect(phrases()).toEqual(['p3', 'p4']);
  });
});

describe('a key', () => {
  test('uses the first suggestion of the conversation in front', async () => {
    await begin();
    const insert = vi.fn(async () => ({ ok: true, value: { state: 'inserted' } }));
    state.reader = insert;
    commands.onCommand.emit('use-suggestion', { id: 7 });
    await vi.waitUntil(() => phrases()[0] === 'p2');
    expect(insert).toHaveBeenCalledWith(7, 0, { name: 'composer/insert', data: { conversation: 'c1', text: 'Say p1' } });
  });

  test('asks for another wording of the tab in front, where the browser does not say which tab', async () => {
    await begin();
    state.tabs = [{ id: 7, active: true }];
    commands.onCommand.emit('another-wording', undefined);
    await vi.waitUntil(() => phrases()[0] === 'p2');
    expect(phrases()).toEqual(['p2', 'p3', 'p4']);
  });

  test('puts all three aside', async () => {
    await begin();
    commands.onCommand.emit('not-now', { id: 7 });
    await vi.waitUntil(() => phrases()[0] === 'p4');
    expect(phrases()).toEqual(['p4']);
  });
});

describe('settings and packs', () => {
  test('a new sensitivity reaches the advice there is', async () => {
    await begin();
    expect(await deliver('settings/change', { sensitivity: 'more' }, options)).toEqual({ faults: [] });
    await vi.waitUntil(() => stored('advice:7:c1').sensitivity === 'more');
    expect(await deliver('settings/change', { sensitivity: null }, options)).toEqual({ faults: [] });
    await vi.waitUntil(() => stored('advice:7:c1').sensitivity === 'balanced');
  });

  test('faults come back by code', async () => {
    expect(await deliver('pack/install', { text: 'no pack' }, options)).toMatchObject({ faults: [{ code: 'pack_not_json' }] });
    expect(await deliver('pack/activate', { id: 'nobody' }, options)).toMatchObject({ faults: [{ code: 'pack_unknown' }] });
    expect(await deliver('pack/remove', { id: 'nobody' }, options)).toMatchObject({ faults: [{ code: 'pack_unknown' }] });
  });
});

describe('a tab', () => {
  test('that closes is forgotten', async () => {
    await begin();
    tabs.onRemoved.emit(7);
    await vi.waitUntil(() => Object.keys(storage.session.contents()).length === 0);
  });

  test('that moved to another site forgets the conversations of the old one', async () => {
    await begin();
    const elsewhere = { state: 'starting', host: 'other.example', adapter: null, conversation: null, composer: 'none' };
    await deliver('reading/changed', elsewhere, { ...reader, url: 'https://other.example/' });
    expect(stored('conversation:7:c1')).toBeUndefined();
    expect(stored('reading:7')).toMatchObject({ host: 'other.example' });
  });

  test('that loaded a page without a reader is no longer said to be read, and is entered again where that is allowed', async () => {
    await begin();
    tabs.onUpdated.emit(7, { status: 'complete' }, { active: true });
    await vi.waitUntil(() => stored('reading:7') === undefined && state.scriptRuns.length > 0);
    expect(state.scriptRuns).toEqual([7]);
    expect(stored('conversation:7:c1')).toBeDefined();
  });
});

describe('the toolbar icon', () => {
  test('opens the panel before anything is awaited, and starts the reader', async () => {
    action.onClicked.emit({ id: 7 });
    expect(state.panelsOpened).toEqual([7]);
    await vi.waitUntil(() => state.scriptRuns.length > 0);
    expect(state.scriptRuns).toEqual([7]);
  });
});

test('a panel can ask for the reader, and hears where it is not permitted', async () => {
  expect(await deliver('reader/start', { tab: 7 }, panel)).toEqual({ faults: [] });
  state.mayScript = () => false;
  expect(await deliver('reader/start', { tab: 7 }, panel)).toEqual({ faults: [{ code: 'not_permitted' }] });
});

test('a granted site is read from then on', async () => {
  await permissions.request({ origins: ['https://desk.example/*'] });
  await vi.waitUntil(() => state.registered.length === 1);
  await permissions.remove({ origins: ['https://desk.example/*'] });
  await vi.waitUntil(() => state.registered.length === 0);
});
