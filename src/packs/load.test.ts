import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_PACK_CHARS } from '../protocol/messages';
import { BUILT_IN_PACK } from './built-in';
import { loadPack } from './load';
import { serialisePack } from './serialise';

const good = serialisePack(BUILT_IN_PACK);
type Open = {
  cues: { id: string; weight: unknown; patterns: string[] }[];
  phrases: { id: string; text: unknown }[];
  colour?: string;
};

const changed = (change: (pack: Open) => void): string => {
  const pack = JSON.parse(good) as Open;
  change(pack);
  return JSON.stringify(pack);
};
const faultsOf = (text: string) => {
  const loaded = loadPack(text);
  return loaded.ok ? [] : loaded.fault;
};

test('the built-in pack loads, and comes back byte for byte', () => {
  const loaded = loadPack(good);
  expect(loaded.ok && serialisePack(loaded.value)).toBe(good);
});

test('broken JSON is refused with its line', () => {
  expect(faultsOf('{\n "format": 1,\n "id": \n}')).toEqual([{ code: 'pack_not_json', where: 'line 4' }]);
});

test('a file over the limit is refused before it is parsed', () => {
  expect(faultsOf(' '.repeat(MAX_PACK_CHARS + 1))[0]?.code).toBe('pack_too_large');
});

test.each([['[]'], ['null'], ['"pack"'], ['7']])('%s is not a pack', (text) => {
  expect(faultsOf(text)[0]).toMatchObject({ code: 'pack_wrong_shape', where: 'the file' });
});

test('a newer format is refused as such', () => {
  expect(faultsOf(changed((pack) => Object.assign(pack, { format: 99 })))[0]).toEqual({
    code: 'pack_unknown_format',
    where: 'format',
    detail: '99',
  });
});

test('every problem is told at once, each with its path', () => {
  const text = changed((pack) => {
    Object.assign(pack.cues[2] as object, { weight: 'hot' });
    Object.assign(pack.phrases[0] as object, { text: 5 });
    pack.colour = 'red';
  });
  expect(faultsOf(text).map((one) => one.where)).toEqual(expect.arrayContaining(['cues[2].weight', 'phrases[0].text', 'colour']));
});

test('patterns, templates and ids that mean nothing are refused with their path', () => {
  const text = changed((pack) => {
    Object.assign(pack.cues[0] as object, { patterns: ['<nowhere> now'] });
    Object.assign(pack.cues[1] as object, { id: pack.cues[0]?.id });
    Object.assign(pack.phrases[0] as object, { text: 'Hello {nmae}' });
  });
  expect(faultsOf(text).map((one) => [one.code, one.where])).toEqual([
    ['pack_bad_pattern', 'cues[0].patterns[0]'],
    ['pack_duplicate_id', 'cues[1].id'],
    ['pack_unknown_slot', 'phrases[0].text'],
  ]);
});

test('a hostile pack cannot reach the prototype', () => {
  const loaded = loadPack(good.replace('"format": 1', '"__proto__": {"polluted": true}, "format": 1'));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(loaded.ok ? 'polluted' in loaded.value : false).toBe(false);
});

test('a mutated pack is loaded or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 4 }), fc.nat(20), (at, put, cut) => {
      const loaded = loadPack(good.slice(0, at) + put + good.slice(at + cut));
      return loaded.ok || loaded.fault.length > 0;
    }),
    { numRuns: 60 },
  );
});
