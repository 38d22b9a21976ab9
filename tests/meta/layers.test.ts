// The house rules: who may import whom, no cycles, no file too long, nothing on the top level that does not belong there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, importsOf, ROOT, type SourceFile, sourceFiles, target } from './source';

const files = sourceFiles();
const code = files.filter((file) => !file.isTest);

/** Room → what it may import: rooms of ours, and packages. `only` names the one file that may import a package. */
const MAY_IMPORT: Record<string, { rooms: string[]; packages: string[] }> = {
  protocol: { rooms: [], packages: ['valibot'] },
  packs: { rooms: ['protocol'], packages: ['valibot'] },
  coach: { rooms: ['protocol', 'packs', 'assets'], packages: ['compromise/one'] },
  platform: { rooms: ['protocol'], packages: ['webextension-polyfill', 'valibot'] },
  ui: { rooms: [], packages: ['preact', '@preact/signals'] },
  reader: { rooms: ['protocol', 'platform'], packages: [] },
  background: { rooms: ['protocol', 'packs', 'coach', 'platform'], packages: [] },
  panel: { rooms: ['protocol', 'platform', 'ui'], packages: ['preact', '@preact/signals'] },
  options: { rooms: ['protocol', 'packs', 'coach', 'platform', 'ui'], packages: ['preact', '@preact/signals'] },
  replay: { rooms: ['protocol', 'packs', 'coach', 'assets'], packages: ['valibot', 'node:'] },
  train: { rooms: ['protocol', 'packs', 'coach'], packages: ['valibot', 'node:'] },
  demo: { rooms: [], packages: ['preact', '@preact/signals', 'prosemirror-', 'playwright-core', 'node:'] },
  build: { rooms: [], packages: ['esbuild', 'node:'] },
};

const roomOf = (path: string) => (path.startsWith('src/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? ''));
const packageAllowed = (imported: string, allowed: string[]) =>
  allowed.some((name) => imported === name || imported.startsWith(name.endsWith('-') || name.endsWith(':') ? name : `${name}/`));

test('every room is in the table, and every room of the table exists', () => {
  expect([...new Set(files.map((file) => file.room))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test.each(Object.keys(MAY_IMPORT))('%s imports only what its room may', (room) => {
  const allowed = MAY_IMPORT[room] as { rooms: string[]; packages: string[] };
  const wrong = code
    .filter((file) => file.room === room)
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => {
          const path = target(file, imported);
          if (path === null) return !packageAllowed(imported, allowed.packages);
          const to = roomOf(path);
          return to !== room && !allowed.rooms.includes(to) && !(room === 'demo' && path === 'build');
        })
        .map((imported) => `${file.path} imports ${imported}`),
    );
  expect(wrong).toEqual([]);
});

test.each([
  ['webextension-polyfill', 'src/platform/browser.ts'],
  ['compromise/one', 'src/coach/language.ts'],
])('%s is imported by %s alone', (name, only) => {
  expect(code.filter((file) => importsOf(file).includes(name)).map((file) => file.path)).toEqual([only]);
});

test('the coach imports the packs contract, never a pack', () => {
  const wrong = code
    .filter((file) => file.room === 'coach')
    .filter((file) => importsOf(file).some((imported) => imported.includes('built-in')));
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test('inside the coach, data goes one way: hear knows no follow, follow no speak', () => {
  const order = ['hear', 'follow', 'speak'];
  const wrong = code.flatMap((file) => {
    const from = order.indexOf(file.path.split('/')[2] ?? '');
    if (file.room !== 'coach' || from < 0) return [];
    return importsOf(file)
      .filter((imported) => order.indexOf((target(file, imported) ?? '').split('/')[2] ?? '') > from)
      .map((imported) => `${file.path} imports ${imported}`);
  });
  expect(wrong).toEqual([]);
});

test('no file imports itself through others', () => {
  const byPath = new Map(code.map((file) => [file.path.replace(/\.(?:tsx?|mjs)$/, ''), file]));
  const edges = new Map(
    [...byPath].map(([path, file]) => [path, importsOf(file).flatMap((imported) => resolve(file, imported, byPath))]),
  );
  const state = new Map<string, 'open' | 'closed'>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'closed') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'closed');
  };
  for (const path of edges.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

function resolve(file: SourceFile, imported: string, known: Map<string, SourceFile>): string[] {
  const path = target(file, imported);
  if (path === null) return [];
  return known.has(path) ? [path] : known.has(`${path}/index`) ? [`${path}/index`] : [];
}

test('no file is over 400 lines', () => {
  const paths = [...filesBelow('src'), ...filesBelow('tests'), 'build.mjs', 'README.md'].filter((path) =>
    /\.(?:tsx?|mjs|css|html|json|md)$/.test(path),
  );
  const long = paths
    .map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 401);
  expect(long).toEqual([]);
});

test('the top level holds what DESIGN lists, and dotfiles', () => {
  const allowed = [
    'LICENSE',
    'README.md',
    'assets',
    'build.mjs',
    'manifest.json',
    'package-lock.json',
    'package.json',
    'src',
    'tests',
    'tsconfig.json',
  ];
  const found = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name));
  expect(found.sort()).toEqual(allowed);
});

test('nothing in the extension talks to a network, evaluates text or writes HTML', () => {
  const banned =
    /\b(?:fetch|eval|importScripts)\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|sendBeacon|new Function\(|innerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/;
  const extension = code.filter((file) => !['demo', 'build', 'replay', 'train'].includes(file.room));
  expect(extension.filter((file) => banned.test(file.text)).map((file) => file.path)).toEqual([]);
});

test('the coach has no clock, no chance and no timer', () => {
  const banned = /\bDate\b|Math\.random|setTimeout|setInterval|performance\.|crypto\.|(?<!\.)\bdocument\b|\bwindow\b/;
  const engine = code
    .filter((file) => file.room === 'coach')
    .map((file) => ({ path: file.path, text: file.text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '') }));
  expect(engine.filter((file) => banned.test(file.text)).map((file) => file.path)).toEqual([]);
});

test('every code file says at its head what it is for', () => {
  const silent = code.filter((file) => !/^(?:#!.*\n)?(?:\/\*[\s\S]*?\*\/|\/\/ )/.test(file.text));
  expect(silent.map((file) => file.path)).toEqual([]);
});
