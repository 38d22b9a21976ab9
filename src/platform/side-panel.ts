// Opening the panel beside the page: Chromium's side panel or Firefox's sidebar. Both want a user gesture with nothing awaited before.
import { browser, sidebarAction, sidePanel } from './browser';

/** Calls `listener` with the tab in front when the toolbar icon is clicked or its key is pressed; the click grants `activeTab` for it. */
export function onIconClick(listener: (tab: number) => void): void {
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) listener(tab.id);
  });
}

/** Opens the panel for the window of `tab`; one that is open stays open. Call it first thing in the listener. Out: whether it opened. */
export async function openPanel(tab: number): Promise<boolean> {
  const opened = sidePanel()?.open({ tabId: tab }) ?? sidebarAction()?.open();
  if (opened === undefined) return false;
  return opened.then(
    () => true,
    () => false,
  );
}
