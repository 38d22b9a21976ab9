// The flags of `node build.mjs`.
import { parseArgs } from 'node:util';
import { BuildError } from './build-error.mjs';

/** @typedef {'chrome' | 'firefox'} Target */
/** @typedef {'extension' | 'demo' | 'replay'} Part */

/** @type {readonly Target[]} */
export const TARGETS = ['chrome', 'firefox'];
/** @type {readonly Part[]} */
export const PARTS = ['extension', 'demo', 'replay'];

export const USAGE = `node build.mjs [flags]
  --target chrome|firefox         the extension for one browser (default: both, and all other parts)
  --only extension|demo|replay    one part (default: all)
  --out DIR                       where to (default: dist/<chrome|firefox|demo|replay>); with several things, a folder each under DIR
  --dev                           reads localhost without being asked, fixed extension id
  --zip                           also pack each extension folder
  --watch                         build again whenever a source changes
  --quiet                         problems only, on stderr`;

/**
 * In: the arguments after the script's name. Throws BuildError for a flag or value it does not know.
 * @param {string[]} args
 */
export function parseFlags(args) {
  const flags = /** @type {const} */ ({
    target: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
    dev: { type: 'boolean', default: false },
    zip: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  try {
    const { target, only, ...rest } = parseArgs({ args, options: flags }).values;
    const chosen = { ...oneOf('target', target, TARGETS), ...oneOf('only', only, PARTS) };
    return { ...rest, ...chosen };
  } catch (error) {
    if (error instanceof BuildError) throw error;
    throw new BuildError(String(/** @type {Error} */ (error).message).split('. ')[0]);
  }
}

/**
 * @template {string} N
 * @template {string} T
 * @param {N} flag
 * @param {string | undefined} value
 * @param {readonly T[]} known
 * @returns {Partial<Record<N, T>>}
 */
function oneOf(flag, value, known) {
  if (value === undefined) return {};
  const match = known.find((name) => name === value);
  if (match === undefined) throw new BuildError(`--${flag} is ${known.join(' or ')}, not "${value}"`);
  return /** @type {Partial<Record<N, T>>} */ ({ [flag]: match });
}
