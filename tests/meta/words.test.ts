// Every word people read stands in _locales: each key that is used exists, each that exists is used, and no page has words of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { STEP_REASONS, SUGGESTION_REASONS } from '../../src/protocol/advice';
import { FAULT_CODES } from '../../src/protocol/fault';
import { READING_STATES } from '../../src/protocol/reading';
import { SENSITIVITIES } from '../../src/protocol/state';
import {
  CHANNELS,
  FACT_KINDS,
  HEAT_LEVELS,
  SIGNAL_KINDS,
  SPEAKERS,
  STEP_IDS,
  STEP_STATES,
  TRENDS,
} from '../../src/protocol/vocabulary';
import { ROOT, sourceFiles } from './source';

const LOCALES = join(ROOT, 'assets/_locales');
type Messages = Record<string, { message: string; description?: string }>;
const read = (locale: string): Messages => JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));
const english = read('en');
const keys = new Set(Object.keys(english));

const code = sourceFiles().filter((file) => !file.isTest);
const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
const sources = code.map(({ text }) => text).join('\n');
/** The rooms whose words people read in the extension. */
const rooms = code.filter(({ room }) => ['ui', 'panel', 'options'].includes(room));
const spoken = rooms.map(({ text }) => text).join('\n');

const family = (prefix: string, members: readonly (string | number)[], suffix = ''): string[] =>
  members.map((member) => `${prefix}_${member}${suffix}`);
const unread = READING_STATES.filter((state) => state !== 'reading');

/** Keys made from a code at run time: by the template that makes them, all that can come out of it. */
const FAMILIES: Record<string, readonly string[]> = {
  'channel_${}': family('channel', CHANNELS),
  'level_${}': family('level', HEAT_LEVELS),
  'trend_${}': family('trend', TRENDS),
  'step_${}': family('step', STEP_IDS),
  'step_state_${}': family('step_state', STEP_STATES),
  'why_${}': family('why', STEP_REASONS),
  'reason_${}': family('reason', SUGGESTION_REASONS),
  'cue_${}': family('cue', SIGNAL_KINDS),
  'fact_${}': family('fact', FACT_KINDS),
  'speaker_${}': family('speaker', SPEAKERS),
  'tone_${}': family('tone', ['plain', 'shorter', 'warmer']),
  'fault_${}': family('fault', FAULT_CODES),
  'fix_${}': family('fix', FAULT_CODES),
  'unread_${}_title': family('unread', unread, '_title'),
  'unread_${}_text': family('unread', unread, '_text'),
  'quiet_${}_title': family('quiet', ['aside', 'calm', 'wait'], '_title'),
  'quiet_${}_text': family('quiet', ['aside', 'calm', 'wait'], '_text'),
  'slip_${}': family('slip', ['draft', 'sent']),
  'slip_dismiss_${}': family('slip_dismiss', ['draft', 'sent']),
  'why_nothing_${}': family('why_nothing', ['raised', 'lowered']),
  'sensitivity_${}': family('sensitivity', ['pack', ...SENSITIVITIES]),
  'sensitivity_${}_text': family('sensitivity', ['pack', ...SENSITIVITIES], '_text'),
  'privacy_line_${}': family('privacy_line', [1, 2, 3, 4, 5]),
  '${}_title': [
    ...family('start', ['page', 'icon', 'site', 'failed', 'browser'], '_title'),
    ...['packs', 'sites', 'sensitivity', 'privacy'].map((id) => `${id}_title`),
  ],
  '${}_text': family('start', ['page', 'icon', 'site', 'failed', 'browser'], '_text'),
};

const templates = new Set(
  rooms.flatMap(({ text }) =>
    [...text.matchAll(/\bwords\(\s*(?:[\w.]+ \? )?`([^`]+)`/g)].map((match) => (match[1] ?? '').replace(/\{[^}]*\}/g, '{}')),
  ),
);
const counted = [...spoken.matchAll(/\bcountedWords\(\s*'(\w+)'/g)].flatMap((match) => [`${match[1]}_one`, `${match[1]}_other`]);
/** Any string of the code that is a key is taken as used: keys also travel as values (a notice's, a promise's). */
const named = [...sources.matchAll(/['"`]([a-z][a-z0-9]*(?:_[a-z0-9]+)*)['"`]/g)].map((match) => match[1] ?? '');
const inManifest = [...manifest.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '');

describe('keys', () => {
  test('every key that is named where words are asked for exists', () => {
    const asked = [...spoken.matchAll(/\bwords\(\s*'(\w+)'/g)].map((match) => match[1] ?? '');
    expect([...asked, ...counted, ...inManifest].filter((key) => !keys.has(key))).toEqual([]);
  });

  test('every key that is made from a code is listed here, and exists for every code', () => {
    expect([...templates].filter((template) => FAMILIES[template] === undefined)).toEqual([]);
    expect(
      Object.values(FAMILIES)
        .flat()
        .filter((key) => !keys.has(key)),
    ).toEqual([]);
  });

  test('no key stands there unused', () => {
    const used = new Set([...named, ...counted, ...inManifest, ...Object.values(FAMILIES).flat()]);
    expect([...keys].filter((key) => !used.has(key))).toEqual([]);
  });

  test('substitutions that are asked for have something to stand for', () => {
    const calls = [...spoken.matchAll(/\bwords\(\s*'(\w+)'\s*\)/g)].map((match) => match[1] ?? '');
    expect(calls.filter((key) => /\$\d/.test(english[key]?.message ?? ''))).toEqual([]);
  });
});

describe('words', () => {
  test('none is empty, and none has room left over', () => {
    expect(Object.entries(english).filter(([, { message }]) => message === '' || message !== message.trim())).toEqual([]);
  });

  test('the voice: no "please", no praise, no blame, and the panel is no "I"', () => {
    const banned = /\b(?:[Pp]lease|[Oo]ops|[Gg]reat job|[Ww]ell done|[Rr]emember to|[Yy]ou forgot)\b|(?:^|[.!?] )I(?:’m|’ve| )/;
    expect(Object.entries(english).filter(([, { message }]) => banned.test(message))).toEqual([]);
  });

  test('every locale has every key', () => {
    for (const locale of readdirSync(LOCALES)) expect(Object.keys(read(locale)).sort()).toEqual([...keys].sort());
  });
});

describe('pages', () => {
  const pages = rooms.filter((file) => file.path.endsWith('.tsx'));
  /** What a component's text and text-like attributes become once its JSX is compiled. */
  const literals = (text: string): string[] => {
    const { code: compiled } = transformSync(text, {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      charset: 'utf8',
    });
    const texts = [...compiled.matchAll(/(?:children|title|placeholder|alt|"aria-label"|label): "((?:[^"\\]|\\.)*)"/g)];
    // Not the first argument of a call: that is a tag's name, or a key.
    const listed = [...compiled.matchAll(/(?<!\(\n)^\s*"((?:[^"\\]|\\.)*)",?$/gm)];
    return [...texts, ...listed].map((match) => match[1] ?? '').filter((literal) => /\p{L}{2}/u.test(literal));
  };

  test('there are pages to look at, and the look finds words in JSX', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(literals('const a = <p title="Two words">Hello {name}<b>there</b></p>;')).toEqual(
      expect.arrayContaining(['Two words', 'Hello ', 'there']),
    );
  });

  test('no component has words of its own', () => {
    expect(pages.flatMap((file) => literals(file.text).map((literal) => `${file.path}: ${literal}`))).toEqual([]);
  });
});
