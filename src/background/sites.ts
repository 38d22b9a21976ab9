// Where the reader runs: on every page of a granted site by itself, elsewhere when it is asked for. Keeps the browser's list of
// lasting scripts in step with what the user has granted.
import { log } from '../platform/log';
import { addLastingScripts, lastingScripts, manifestScriptPatterns, removeLastingScripts, runScript } from '../platform/scripts';
import { serially } from '../platform/serial';
import { listSitePatterns } from '../platform/sites';
import { tabsOn } from '../platform/tabs';
import { type Fault, fault } from '../protocol/fault';

const READER_FILE = 'reader.js';
const WEB_PATTERN = /^(?:https?|\*):\/\//;
const scriptIdOf = (pattern: string): string => `reader:${pattern}`;

/** Starts the reader in a tab now. Fault `not_permitted`: neither was the icon clicked there nor is its site granted. */
export async function startReader(tab: number): Promise<readonly Fault[]> {
  return (await runScript(tab, READER_FILE)) ? [] : [fault('not_permitted')];
}

/**
 * Registers the reader for each granted site and for no other, and starts it in their open tabs, so that none needs a reload.
 * `everywhere`: also in tabs of sites known before, whose readers an update of the extension has cut off.
 */
export function followSites({ everywhere }: { everywhere: boolean }): Promise<void> {
  return serially('sites', async () => {
    const granted = (await listSitePatterns()).filter((pattern) => WEB_PATTERN.test(pattern));
    const byManifest = manifestScriptPatterns();
    const wanted = granted.filter((pattern) => !byManifest.includes(pattern));
    const registered = await lastingScripts();

    await removeLastingScripts(registered.filter((id) => !wanted.some((pattern) => scriptIdOf(pattern) === id)));
    const added = wanted.filter((pattern) => !registered.includes(scriptIdOf(pattern)));
    for (const pattern of added) await register(pattern);

    const tabs = await tabsOn(everywhere ? granted : added);
    await Promise.all(tabs.map((tab) => runScript(tab, READER_FILE)));
  });
}

/** One at a time: a pattern that the browser refuses must not keep the others out. */
async function register(pattern: string): Promise<void> {
  try {
    await addLastingScripts([{ id: scriptIdOf(pattern), file: READER_FILE, pattern }]);
  } catch {
    log.warn('site_not_registered', { pattern });
  }
}
