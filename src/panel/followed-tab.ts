// Which tab the panel shows: the one in front, or the one its address names. Decides that and nothing else.

import { readSession, watchSession } from '../platform/storage-item';
import { activeTab, thisTab, watchActiveTab } from '../platform/tabs';
import type { TabReading } from '../protocol/state';

/** `url` is null where the browser does not tell it. */
export type FollowedTab = { readonly id: number; readonly url: string | null };

const READINGS = 'reading:';

/** The tab that was read last: what a panel opened in a tab of its own shows until another tab has been in front. */
async function newestReading(): Promise<FollowedTab | null> {
  const readings = [...(await readSession(READINGS)).values()] as TabReading[];
  const newest = readings.sort((a, b) => b.at - a.at)[0];
  return newest === undefined ? null : { id: newest.tab, url: null };
}

/** `?tab=12` → 12; null without it or where it is no tab id. */
export function tabInAddress(search: string): number | null {
  const named = new URLSearchParams(search).get('tab');
  return named !== null && /^\d{1,15}$/.test(named) ? Number(named) : null;
}

/**
 * Calls `onTab` with the tab to follow whenever that, or its address, changes; null: there is none.
 * In: the panel's own address query. Out: how to stop.
 */
export function followTab(search: string, onTab: (tab: FollowedTab | null) => void): () => void {
  const named = tabInAddress(search);
  const own = thisTab();
  let followed: FollowedTab | null = null;
  let looks = 0;

  const look = async (): Promise<void> => {
    const mine = ++looks;
    const [self, front] = await Promise.all([own, activeTab()]);
    const other = front !== null && front.id !== self ? front : null;
    let next = other ?? followed ?? (await newestReading());
    if (named !== null) next = other?.id === named ? other : { id: named, url: null };
    if (mine !== looks) return;
    if (followed !== null && next?.id === followed.id && next.url === followed.url) return;
    followed = next;
    onTab(next);
  };

  const stops = [
    watchActiveTab(() => void look()),
    watchSession(READINGS, () => {
      if (followed === null) void look();
    }),
  ];
  void look();
  return () => {
    looks++;
    for (const stop of stops) stop();
  };
}
