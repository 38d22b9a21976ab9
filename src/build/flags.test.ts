import { expect, test } from 'vitest';
import { BuildError } from './build-error.mjs';
import { parseFlags } from './flags.mjs';

test('no flags ask for everything', () => {
  expect(parseFlags([])).toEqual({ dev: false, zip: false, watch: false, quiet: false, help: false });
});

test('flags narrow what is built', () => {
  expect(parseFlags(['--target', 'firefox', '--only=extension', '--out', 'somewhere', '--dev', '--quiet'])).toMatchObject({
    target: 'firefox',
    only: 'extension',
    out: 'somewhere',
    dev: true,
    quiet: true,
  });
});

test.each([[['--taget', 'chrome']], [['--target', 'safari']], [['--only', 'tests']], [['--out']], [['chrome']], [['--dev=yes']]])(
  'a flag or value nobody knows is told in one line: %j',
  (args) => {
    expect(() => parseFlags(args)).toThrow(BuildError);
    expect(() => parseFlags(args)).toThrow(/^[^\n]{10,120}$/);
  },
);
