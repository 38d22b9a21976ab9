// Keyboard shortcuts as the browser holds them: the user may have changed any of them.
import { browser } from './browser';

/** Command name → its key as the browser writes it ("Alt+Period"); empty where the user or a conflict took it away. */
export async function shortcuts(): Promise<Map<string, string>> {
  const commands = await browser.commands.getAll();
  return new Map(commands.flatMap(({ name, shortcut }) => (name === undefined ? [] : [[name, shortcut ?? '']])));
}

/** Calls `listener` with the command's name and the tab in front when it was pressed, where the browser says which. */
export function onCommand(listener: (name: string, tab: number | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, tab?.id ?? null));
}
