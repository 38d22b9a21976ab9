// The extension as a whole: its start, and its end under a page that is still open.
import { browser } from './browser';

/** Whether this content script outlived its extension (updated or removed): it can reach nobody any more and must stop. */
export function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}

/** Calls `listener` when the extension was installed or updated. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener());
}

/** Calls `listener` when the browser starts. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(() => listener());
}
