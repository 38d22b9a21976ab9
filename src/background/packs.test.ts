import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

import type { Pack } from '../packs/schema';
import { serialisePack } from '../packs/serialise';
import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import { type Fault, fault } from '../protocol/fault';
import type { PackShelf } from '../protocol/state';
import { openPacks, type Packs } from './packs';

const { local } = fakeBrowser.storage;
const pack = (id: string, more: Partial<Pack> = {}): Pack => ({
  format: 1,
  id,
  name: `Pack ${id}`,
  version: '1.0.0',
  language: 'en',
  author: 'A team lead',
  licence: 'MIT',
  settings: { sensitivity: 'balanced', apologies: 2, backchannelWords: 12 },
  lists: [],
  cues: [],
  concerns: [],
  steps: [],
  guardrails: [],
  phrases: [],
  ...more,
});
const text = (id: string, more?: Partial<Pack>): string => serialisePack(pack(id, more));
const shelf = (): PackShelf => (local.contents() as { packs: PackShelf }).packs;
const builtIn = pack('built-in');

let now: number;
let logged: string[];
let failing: readonly Fault[];
const runExamples = () => failing;
let packs: Packs;
beforeEach(() => {
  resetFakeBrowser();
  now = 1;
  logged = [];
  failing = [];
  vi.spyOn(console, 'warn').mockImplementation((code) => void logged.push(code));
  packs = openPacks(builtIn, runExamples, () => now);
});
afterEach(() => vi.restoreAllMocks());

describe('installing', () => {
  test('puts a pack on the shelf without using it', async () => {
    expect(await packs.install(text('team'))).toEqual([]);
    expect(shelf()).toEqual({
      active: null,
      installed: [
        {
          id: 'team',
          name: 'Pack team',
          version: '1.0.0',
          phrases: 0,
          cues: 0,
          text: text('team'),
          installedAt: 1,
          previous: [],
        },
      ],
    });
    expect(await packs.current()).toBe(builtIn);
  });

  test('keeps what it replaces, three versions deep, newest first', async () => {
    for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0']) {
      await packs.install(text('team', { version }));
      now++;
    }
    expect(shelf().installed).toHaveLength(1);
    expect(shelf().installed[0]).toMatchObject({ version: '1.4.0', installedAt: 5 });
    expect(shelf().installed[0]?.previous.map(({ version, installedAt }) => [version, installedAt])).toEqual([
      ['1.3.0', 4],
      ['1.2.0', 3],
      ['1.1.0', 2],
    ]);
  });

  test('the same pack again changes nothing, however it is laid out', async () => {
    await packs.install(text('team'));
    now = 9;
    expect(await packs.install(JSON.stringify(pack('team')))).toEqual([]);
    expect(shelf().installed[0]).toMatchObject({ installedAt: 1, previous: [] });
  });

  test('tells every fault of a broken pack, and leaves the good one in place and in use', async () => {
    await packs.install(text('team'));
    await packs.activate('team');
    const before = shelf();
    expect((await packs.install('{"format": 1,'))[0]?.code).toBe('pack_not_json');
    const broken = JSON.stringify({ ...pack('team'), version: 'two', cues: 'none' });
    expect((await packs.install(broken)).map(({ code }) => code)).toEqual(['pack_wrong_shape', 'pack_wrong_shape']);
    expect(shelf()).toEqual(before);
    expect((await packs.current()).id).toBe('team');
  });

  test('a pack whose own examples fail is refused, with each of them', async () => {
    failing = [fault('pack_example_fails', 'cues[0].examples.hit[0]', 'where is it')];
    expect(await packs.install(text('team'))).toEqual(failing);
    expect(local.contents()).toEqual({});
  });

  test('stops at a full shelf, where replacing is still possible', async () => {
    for (let index = 0; index < 20; index++) await packs.install(text(`team-${index}`));
    expect((await packs.install(text('one-more')))[0]?.code).toBe('pack_too_many');
    expect(await packs.install(text('team-3', { version: '2.0.0' }))).toEqual([]);
  });

  test('gives earlier versions up when the disk is full, and says so when even that is not enough', async () => {
    const author = 'x'.repeat(100);
    for (const version of ['1.0.0', '1.1.0', '1.2.0']) await packs.install(text('team', { version, author }));
    local.quota = JSON.stringify([...Object.entries(local.contents())]).length + 100;
    expect(await packs.install(text('team', { version: '1.3.0', author }))).toEqual([]);
    expect(shelf().installed[0]?.version).toBe('1.3.0');
    expect(shelf().installed[0]?.previous.length).toBeLessThan(3);
    local.quota = 100;
    expect((await packs.install(text('team', { version: '1.4.0' })))[0]?.code).toBe('storage_full');
    expect(shelf().installed[0]?.version).toBe('1.3.0');
  });
});

describe('the pack in use', () => {
  test('is the built-in one, then the chosen one, then the built-in one again', async () => {
    expect(await packs.current()).toBe(builtIn);
    await packs.install(text('team'));
    expect(await packs.activate('team')).toEqual([]);
    expect(await packs.current()).toEqual(pack('team'));
    await packs.activate(null);
    expect(await packs.current()).toBe(builtIn);
  });

  test('is read once, and again after a change', async () => {
    await packs.install(text('team'));
    await packs.activate('team');
    const first = await packs.current();
    expect(await packs.current()).toBe(first);
    await packs.install(text('team', { version: '2.0.0' }));
    expect((await packs.current()).version).toBe('2.0.0');
  });

  test('has the sensitivity the team lead has set, and its own where none is', async () => {
    await packs.changeSettings({ sensitivity: 'fewer' });
    expect((await packs.current()).settings).toEqual({ ...builtIn.settings, sensitivity: 'fewer' });
    await packs.changeSettings({ sensitivity: null });
    expect((await packs.current()).settings.sensitivity).toBe('balanced');
  });

  test('falls back to its newest version that loads, and says so', async () => {
    await packs.install(text('team'));
    await packs.install(text('team', { version: '1.1.0' }));
    await packs.activate('team');
    const [stored] = shelf().installed;
    await local.set({ packs: { active: 'team', installed: [{ ...stored, text: '{"format": 99}' }] } });
    expect((await openPacks(builtIn, runExamples, () => now).current()).version).toBe('1.0.0');
    expect(logged).toEqual(['composure: pack_unusable']);
  });

  test('falls back to the built-in one when no version loads, and says so', async () => {
    await packs.install(text('team'));
    await packs.activate('team');
    const [stored] = shelf().installed;
    await local.set({ packs: { active: 'team', installed: [{ ...stored, text: '' }] } });
    expect(await openPacks(builtIn, runExamples, () => now).current()).toBe(builtIn);
    expect(logged).toEqual(['composure: pack_unusable', 'composure: pack_fell_back_to_built_in']);
  });

  test('can be read again after storage failed once', async () => {
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('not now'));
    await expect(packs.current()).rejects.toThrow('not now');
    expect(await packs.current()).toBe(builtIn);
  });
});

describe('choosing and removing', () => {
  test('knows only what is installed', async () => {
    expect((await packs.activate('nobody'))[0]?.code).toBe('pack_unknown');
    expect((await packs.remove('nobody'))[0]?.code).toBe('pack_unknown');
  });

  test('a pack in use stays until another is chosen', async () => {
    await packs.install(text('team'));
    await packs.activate('team');
    expect(await packs.remove('team')).toEqual([{ code: 'pack_in_use', detail: 'team' }]);
    await packs.activate(null);
    expect(await packs.remove('team')).toEqual([]);
    expect(shelf()).toEqual({ active: null, installed: [] });
  });

  test('two changes at once are both kept', async () => {
    await Promise.all([packs.install(text('one')), packs.install(text('two'))]);
    expect(shelf().installed.map(({ id }) => id)).toEqual(['one', 'two']);
  });
});
