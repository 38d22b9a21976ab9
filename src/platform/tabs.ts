// Browser tabs, as little of them as is needed. A tab's address is known only where the user has granted its site.
import { browser } from './browser';

export type TabInFront = { readonly id: number; readonly url: string | null };

/** The tab in front in this window, or null where there is none with an id. `url` is null without permission for its site. */
export async function activeTab(): Promise<TabInFront | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Calls `listener` when another tab comes to the front of any window, or the one in front has loaded something. Returns how to stop. */
export function watchActiveTab(listener: () => void): () => void {
  const onActivated = (): void => listener();
  const onUpdated = (_id: number, change: { status?: string; url?: string }, tab: { active: boolean }): void => {
    if (tab.active && (change.status !== undefined || change.url !== undefined)) listener();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

/** The tab that holds the calling page; null in a side panel, which belongs to none. */
export async function thisTab(): Promise<number | null> {
  return (await browser.tabs.getCurrent())?.id ?? null;
}

/** Ids of the open tabs whose address matches one of the patterns. Only tabs of granted sites can match. */
export async function tabsOn(patterns: string[]): Promise<number[]> {
  if (patterns.length === 0) return [];
  const tabs = await browser.tabs.query({ url: patterns });
  return tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
}

/** Calls `listener` with the id of each tab that closes. */
export function onTabClosed(listener: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener((tab) => listener(tab));
}

/** Calls `listener` with the id of each tab that has finished loading something. */
export function onTabLoaded(listener: (tab: number) => void): void {
  browser.tabs.onUpdated.addListener((tab, change) => {
    if (change.status === 'complete') listener(tab);
  });
}
