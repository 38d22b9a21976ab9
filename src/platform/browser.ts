// The browser's extension API, typed. The only importer of webextension-polyfill; only files of this folder import it.
// `sidePanel` (Chromium) and `sidebarAction` (Firefox) are each missing in the other browser, which the polyfill's types do not say.
import polyfill, { type SidebarAction } from 'webextension-polyfill';

/** The part of Chromium's side panel that is used here. `open` works only inside a user gesture, with nothing awaited before it. */
export type SidePanel = { open(where: { tabId: number }): Promise<void> };

export const browser = polyfill;

const extras = polyfill as unknown as { readonly sidePanel?: SidePanel; readonly sidebarAction?: SidebarAction.Static };

/** Read on each call: a content script has neither, and neither may be touched before it is needed. */
export const sidePanel = (): SidePanel | undefined => extras.sidePanel;
export const sidebarAction = (): SidebarAction.Static | undefined => extras.sidebarAction;
