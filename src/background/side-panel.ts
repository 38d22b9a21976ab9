// The click on the toolbar icon: the panel opens and the page begins to be read.
import { openPanel } from '../platform/side-panel';
import { startReader } from './sites';

/** Call it synchronously in the click: the browser opens a panel only while the click is being handled, before anything is awaited. */
export function showPanel(tab: number): void {
  void openPanel(tab);
  void startReader(tab);
}
