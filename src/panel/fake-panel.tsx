// The whole panel in a test: drawn over a browser in memory, with the clock and the background in the test's hand. Only tests import it.
import { render } from 'preact';
import { vi } from 'vitest';
import { speakEnglish } from '../../tests/support/english';
import { fakeBrowser, resetFakeBrowser } from '../platform/fake-browser';
import type { InsertOutcome } from '../protocol/reading';
import { createActions } from './actions';
import { NOON, TAB } from './fake-advice';
import { listenForKeys } from './keys';
import { Panel } from './panel';
import { createPanelState } from './panel-state';
import { keepAdviceFresh } from './refresh';

type Sent = { readonly name: string; readonly data: Record<string, unknown> };

/** How the background answers; the test may change any of it. */
type Background = { insert: InsertOutcome['state'] | 'gone'; startFaults: string[]; onMessage: (message: Sent) => void };

export type PanelInTest = {
  readonly root: HTMLElement;
  readonly background: Background;
  /** Every message the panel sent, oldest first. */
  readonly sent: readonly Sent[];
  /** What was copied, oldest first; `null` in `clipboard.refuses` makes copying fail. */
  readonly clipboard: { readonly texts: string[]; refuses: boolean };
  find(selector: string): HTMLElement | null;
  /** The element; throws where there is none. */
  get(selector: string): HTMLElement;
  text(selector: string): string;
  press(selector: string): Promise<void>;
  /** Writes to the session storage and lets the panel draw. */
  store(items: Record<string, unknown>): Promise<void>;
  forget(key: string): Promise<void>;
  /** Lets time pass, and the panel draw. */
  wait(ms: number): Promise<void>;
  close(): void;
};

/** In: what storage holds before the panel opens, its address query, and the tab's url (null: not told). */
export async function openPanel(
  stored: Record<string, unknown>,
  { search = '', url = null as string | null } = {},
): Promise<PanelInTest> {
  vi.useFakeTimers({ now: NOON + 60_000, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  resetFakeBrowser();
  speakEnglish();
  fakeBrowser.state.tabs = [{ id: TAB, active: true, ...(url === null ? {} : { url }) }];
  const sent: Sent[] = [];
  const background: Background = { insert: 'inserted', startFaults: [], onMessage: () => undefined };
  fakeBrowser.state.background = async (message) => {
    const seen = structuredClone(message) as Sent;
    sent.push(seen);
    background.onMessage(seen);
    if (seen.name === 'suggestion/insert') {
      if (background.insert === 'gone') throw new Error('nobody there');
      return { ok: true, value: { state: background.insert } };
    }
    if (seen.name === 'reader/start') return { ok: true, value: { faults: background.startFaults.map((code) => ({ code })) } };
    return { ok: true, value: {} };
  };
  const clipboard = { texts: [] as string[], refuses: false };
  const writeText = async (text: string): Promise<void> => {
    if (clipboard.refuses) throw new DOMException('no', 'NotAllowedError');
    clipboard.texts.push(text);
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  await fakeBrowser.storage.session.set(stored);

  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const state = createPanelState(search);
  render(<Panel state={state} actions={createActions(state)} />, root);
  const stops = [keepAdviceFresh(state), listenForKeys(state), state.stop];
  const wait = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms);
  };
  await wait(0);

  const find = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector);
  const get = (selector: string): HTMLElement => {
    const found = find(selector);
    if (found === null) throw new Error(`not in the panel: ${selector}`);
    return found;
  };
  return {
    root,
    background,
    sent,
    clipboard,
    find,
    get,
    text: (selector) => get(selector).textContent ?? '',
    async press(selector) {
      get(selector).click();
      await wait(0);
    },
    async store(items) {
      await fakeBrowser.storage.session.set(items);
      await wait(0);
    },
    async forget(key) {
      await fakeBrowser.storage.session.remove(key);
      await wait(0);
    },
    wait,
    close() {
      for (const stop of stops) stop();
      render(null, root);
      vi.useRealTimers();
    },
  };
}
