// How `npm start` is to run: in a window, or headless with a printed transcript.
import { parseArgs } from 'node:util';

/** @typedef {{ headless: boolean, only: string | null }} StartOptions */

const USAGE = `npm start [-- flags]
  --headless     no window: plays every conversation, prints what is said and what Composure makes of it
  --only ID      one conversation: parcel, double-charge, cancelled-flight, how-to or call-boiler`;

/**
 * In: the arguments, and the machine. Out: how to run, or what is wrong with the arguments.
 * Headless also without a display (Linux) and where CI is set.
 * @param {string[]} args
 * @param {{ platform: NodeJS.Platform, env: { [name: string]: string | undefined }, conversations: readonly string[] }} machine
 * @returns {StartOptions | { problem: string }}
 */
export function readOptions(args, { platform, env, conversations }) {
  /** @type {{ headless?: boolean, only?: string }} */
  let values;
  try {
    values = parseArgs({ args, options: { headless: { type: 'boolean' }, only: { type: 'string' } } }).values;
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : error}\n${USAGE}` };
  }
  if (values.only !== undefined && !conversations.includes(values.only)) {
    return { problem: `There is no conversation "${values.only}".\n${USAGE}` };
  }
  const noDisplay = platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
  const ci = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  return { headless: values.headless === true || noDisplay || ci, only: values.only ?? null };
}
