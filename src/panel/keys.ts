// Single-letter keys of the panel: only while it has the focus, and never while one types.
import type { PanelState, SheetName } from './panel-state';

const SHEET_KEYS = new Map<string, SheetName>([
  ['w', 'why'],
  ['r', 'reads'],
]);

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** W and R open and close their sheets, Escape closes. Out: how to stop listening. */
export function listenForKeys(state: PanelState): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
    if (event.key === 'Escape') {
      state.sheet.value = null;
      return;
    }
    const sheet = SHEET_KEYS.get(event.key.toLowerCase());
    if (sheet === undefined || state.shown.peek() === null) return;
    event.preventDefault();
    state.sheet.value = state.sheet.peek() === sheet ? null : sheet;
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
