import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUDGETS_BYTES, build } from '../../build.mjs';

const script = new URL('../../build.mjs', import.meta.url).pathname;
const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file under a folder with the hash of its bytes. */
function hashes(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [relative(root, path), createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

describe('build', () => {
  test('gives the same bytes for the same sources, bundles and archive alike', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    for (const root of [one, two]) await build({ only: 'extension', zip: true, out: root });
    expect(hashes(two)).toEqual(hashes(one));
    const built = [...hashes(one).keys()];
    for (const target of ['chrome', 'firefox'])
      for (const file of [
        'manifest.json',
        '_locales/en/messages.json',
        'icons/icon-16.png',
        'panel.html',
        ...Object.keys(BUDGETS_BYTES),
      ])
        expect(built).toContain(`${target}/${file}`);
    expect(built.filter((file) => file.endsWith('.zip'))).toHaveLength(2);
  }, 60_000);

  test('leaves no way to reach the network, run text as code, or write HTML in any bundle', async () => {
    const out = join(folder, 'searched');
    await build({ only: 'extension', target: 'chrome', out });
    for (const file of Object.keys(BUDGETS_BYTES).filter((name) => name.endsWith('.js'))) {
      const bundle = readFileSync(join(out, file), 'utf8');
      for (const word of [
        'fetch(',
        'XMLHttpRequest',
        'WebSocket(',
        'sendBeacon',
        'EventSource(',
        'new Function',
        'eval(',
        '.innerHTML=',
      ])
        expect(bundle.includes(word) ? `${file}: ${word}` : '').toBe('');
    }
  }, 60_000);

  test('never empties a folder that holds something else', async () => {
    const out = join(folder, 'letters');
    mkdirSync(out);
    writeFileSync(join(out, 'letter.txt'), 'Dear');
    await expect(build({ only: 'extension', target: 'chrome', out })).rejects.toThrow(/holds "letter.txt"/);
    expect(readFileSync(join(out, 'letter.txt'), 'utf8')).toBe('Dear');
  });
});

describe('node build.mjs', () => {
  test('with a flag nobody knows says so in one line and ends with 2', () => {
    const { status, stdout, stderr } = run('--bogus');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^build: Unknown option '--bogus'[^\n]*\n$/);
  });

  test('--help tells every flag', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const flag of ['--target', '--only', '--out', '--dev', '--zip', '--watch', '--quiet']) expect(stdout).toContain(flag);
  });

  test('--quiet prints nothing when all is well', () => {
    const { status, stdout, stderr } = run(
      '--only',
      'extension',
      '--target',
      'firefox',
      '--quiet',
      '--out',
      join(folder, 'quiet'),
    );
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  }, 60_000);
});
