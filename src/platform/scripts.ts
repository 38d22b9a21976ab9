// Putting a script of this extension into pages: once into a tab, or lastingly on every page of a granted site.
import { browser } from './browser';

/** A script that the browser puts into all frames of matching pages by itself. `id` is ours. */
export type LastingScript = { readonly id: string; readonly file: string; readonly pattern: string };

/** Runs `file` in all frames of a tab that may be entered. Out: whether it ran; false without permission, or where no page is. */
export async function runScript(tab: number, file: string): Promise<boolean> {
  try {
    const results = await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: [file] });
    return results.length > 0;
  } catch {
    return false;
  }
}

/** Ids of the lasting scripts now registered. */
export async function lastingScripts(): Promise<string[]> {
  return (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
}

/** Registers scripts over restarts of the browser. Rejects where an id is registered already. */
export async function addLastingScripts(scripts: readonly LastingScript[]): Promise<void> {
  if (scripts.length === 0) return;
  await browser.scripting.registerContentScripts(
    scripts.map(({ id, file, pattern }) => ({
      id,
      js: [file],
      matches: [pattern],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    })),
  );
}

export async function removeLastingScripts(ids: string[]): Promise<void> {
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

/** Patterns of the pages that the manifest itself puts scripts into. */
export function manifestScriptPatterns(): string[] {
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []);
}
