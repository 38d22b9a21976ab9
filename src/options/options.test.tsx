// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import { speakEnglish } from '../../tests/support/english';
import { BUILT_IN_PACK } from '../packs/built-in';
import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import type { Fault } from '../protocol/fault';
import { MAX_PACK_CHARS } from '../protocol/messages';
import { LOCAL_KEYS, type PackShelf, type StoredPack } from '../protocol/state';
import { Options } from './options';
import { createOptionsState, type OptionsState } from './options-state';

type Sent = { readonly name: string; readonly data: Record<string, unknown> };

let root: HTMLElement;
let state: OptionsState;
let sent: Sent[];
let faults: Fault[];

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const stored = (id: string, over: Partial<StoredPack> = {}): StoredPack => ({
  id,
  name: `Pack ${id}`,
  version: '2.0.0',
  phrases: 1,
  cues: 12,
  text: '{}',
  installedAt: Date.UTC(2026, 9, 14),
  previous: [],
  ...over,
});
const shelve = (shelf: PackShelf): Promise<void> => fakeBrowser.storage.local.set({ [LOCAL_KEYS.packs]: shelf });
const get = (selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`not on the page: ${selector}`);
  return found;
};
const press = async (selector: string): Promise<void> => {
  get(selector).click();
  await settle();
};
const attributes = (selector: string, name: string): (string | null)[] =>
  [...root.querySelectorAll(selector)].map((one) => one.getAttribute(name));
const choose = async (file: File): Promise<void> => {
  const input = get('input[type=file][data-action=load-pack]');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  await settle();
};

beforeEach(async () => {
  resetFakeBrowser();
  speakEnglish();
  sent = [];
  faults = [];
  fakeBrowser.state.background = async (message) => {
    sent.push(structuredClone(message) as Sent);
    return { ok: true, value: { faults } };
  };
  fakeBrowser.state.origins = ['https://desk.example/*'];
  await shelve({ active: 'house', installed: [stored('house'), stored('spare')] });
  root = document.createElement('div');
  document.body.replaceChildren(root);
  state = createOptionsState();
  render(<Options state={state} />, root);
  await settle();
});
afterEach(() => {
  state.stop();
  render(null, root);
});

describe('the packs', () => {
  test('the built-in one and those loaded, with counts, version and which is in use', () => {
    expect(attributes('[data-part=packs] [data-pack]', 'data-pack')).toEqual([BUILT_IN_PACK.id, 'house', 'spare']);
    expect(attributes('[data-part=packs] [data-pack]', 'data-active')).toEqual(['false', 'true', 'false']);
    expect(get('[data-pack=house]').textContent).toContain('version 2.0.0 · 1 phrase, 12 cues');
    expect(get(`[data-pack=${BUILT_IN_PACK.id}]`).textContent).toContain(BUILT_IN_PACK.phrases.length.toLocaleString('en-GB'));
  });

  test('another one is put in use; the built-in one by no id', async () => {
    await press('[data-pack=spare] [data-action=activate]');
    await press(`[data-pack=${BUILT_IN_PACK.id}] [data-action=activate]`);
    expect(sent).toEqual([
      { name: 'pack/activate', data: { id: 'spare' } },
      { name: 'pack/activate', data: { id: null } },
    ]);
  });

  test('neither the one in use nor the built-in one can be removed', () => {
    expect(root.querySelectorAll('[data-action=remove]')).toHaveLength(1);
  });

  test('removing asks once more, in its place, and can be left', async () => {
    await press('[data-pack=spare] [data-action=remove]');
    expect(sent).toEqual([]);
    expect(document.activeElement).toBe(get('[data-action=remove-yes]'));
    await press('[data-action=remove-no]');
    await press('[data-pack=spare] [data-action=remove]');
    await press('[data-action=remove-yes]');
    expect(sent).toEqual([{ name: 'pack/remove', data: { id: 'spare' } }]);
  });

  test('the list follows what is stored', async () => {
    await shelve({ active: null, installed: [] });
    await settle();
    expect(attributes('[data-pack]', 'data-active')).toEqual(['true']);
  });

  test('what did not work is said, with what to do', async () => {
    faults = [{ code: 'pack_in_use' }];
    await press('[data-pack=spare] [data-action=activate]');
    expect(get('[data-fault=pack_in_use]').textContent).toBe(
      'This pack is in use. Use another pack first, then remove this one.',
    );
  });
});

describe('loading a file', () => {
  test('its text is handed over as it stands', async () => {
    await choose(new File(['{"format": 1}'], 'house.json'));
    expect(sent).toEqual([{ name: 'pack/install', data: { text: '{"format": 1}' } }]);
    expect(get('.load-status').textContent).toBe('house.json was loaded.');
  });

  test('every fault is listed: where, what, the value, what to do; and the pack in use stays', async () => {
    faults = [
      { code: 'pack_wrong_shape', where: 'cues[4].weight', detail: '"high"' },
      { code: 'pack_not_json', where: 'line 3' },
      { code: 'pack_wrong_shape', where: 'cues[5].weight' },
    ];
    await choose(new File(['{}'], 'house.json'));
    expect(attributes('[data-part=faults] [data-fault]', 'data-fault')).toEqual([
      'pack_wrong_shape',
      'pack_not_json',
      'pack_wrong_shape',
    ]);
    expect([...root.querySelectorAll('[data-part=where]')].map((one) => one.textContent)).toEqual([
      'cues[4].weight',
      'line 3',
      'cues[5].weight',
    ]);
    expect(get('[data-part=detail]').textContent).toBe('"high"');
    expect(get('.load-status').textContent).toBe('3 things to mend in house.json The pack in use stays as it is.');
    expect(get('[data-fault=pack_not_json]').textContent).toContain('Mend that line');
    await press('[data-action=put-away]');
    expect(root.querySelector('[data-part=faults]')).toBeNull();
  });

  test('a file that is too large is refused unread', async () => {
    const file = new File(['{}'], 'huge.json');
    Object.defineProperty(file, 'size', { value: MAX_PACK_CHARS + 1 });
    const text = vi.spyOn(file, 'text');
    await choose(file);
    expect(text).not.toHaveBeenCalled();
    expect(sent).toEqual([]);
    expect(attributes('[data-fault]', 'data-fault')).toEqual(['pack_too_large']);
  });

  test('where nobody answers, that is the fault', async () => {
    fakeBrowser.state.background = null;
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await choose(new File(['{}'], 'house.json'));
    expect(attributes('[data-fault]', 'data-fault')).toEqual(['gone']);
    vi.restoreAllMocks();
  });

  test('a dropped file is loaded like a chosen one', async () => {
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [new File(['{}'], 'dropped.json')], types: ['Files'] } });
    get('.drop').dispatchEvent(drop);
    await settle();
    await settle();
    expect(drop.defaultPrevented).toBe(true);
    expect(sent).toEqual([{ name: 'pack/install', data: { text: '{}' } }]);
  });
});

describe('the sites', () => {
  const add = async (typed: string): Promise<void> => {
    const input = get('[data-part=site-input]') as HTMLInputElement;
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    get('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle();
  };

  test('are listed, and taken back', async () => {
    expect(attributes('[data-part=sites] [data-site]', 'data-site')).toEqual(['https://desk.example']);
    await press('[data-site="https://desk.example"] button');
    await settle();
    expect(attributes('[data-site]', 'data-site')).toEqual([]);
    expect(get('#sites').textContent).toContain('None. It reads only where you click its icon.');
  });

  test('one more is asked for inside the press', async () => {
    await add('inbox.example');
    await settle();
    expect(attributes('[data-site]', 'data-site')).toEqual(['https://desk.example', 'https://inbox.example']);
    expect((get('[data-part=site-input]') as HTMLInputElement).value).toBe('');
  });

  test('what is no address is said, and nothing is asked', async () => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    await add('not a site');
    expect(get('[data-part=site-trouble]').textContent).toContain('no address');
    expect(request).not.toHaveBeenCalled();
    request.mockRestore();
  });

  test('a refusal is said, and what was typed stays', async () => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false);
    await add('inbox.example');
    expect(get('[data-part=site-trouble]').textContent).toContain('https://inbox.example was not allowed');
    expect((get('[data-part=site-input]') as HTMLInputElement).value).toBe('inbox.example');
    request.mockRestore();
  });
});

describe('how soon it speaks up', () => {
  const checked = (): (string | null)[] => {
    const radios = [...root.querySelectorAll<HTMLInputElement>('[name=sensitivity]')];
    return radios.filter((radio) => radio.checked).map(({ value }) => value);
  };

  test('as the pack says, until one of three is chosen', async () => {
    expect(attributes('[name=sensitivity]', 'value')).toEqual(['pack', 'fewer', 'balanced', 'more']);
    expect(checked()).toEqual(['pack']);
    await press('[name=sensitivity][value=more]');
    expect(sent).toEqual([{ name: 'settings/change', data: { sensitivity: 'more' } }]);
    expect(checked()).toEqual(['more']);
    await press('[name=sensitivity][value=pack]');
    expect(sent.at(-1)).toEqual({ name: 'settings/change', data: { sensitivity: null } });
  });

  test('a choice that could not be kept goes back, and says so', async () => {
    faults = [{ code: 'storage_full' }];
    await press('[name=sensitivity][value=more]');
    expect(checked()).toEqual(['pack']);
    expect(get('#sensitivity [data-fault=storage_full]').textContent).toContain('no room left');
  });
});

test('privacy is five lines', () => {
  expect(root.querySelectorAll('#privacy li')).toHaveLength(5);
});
