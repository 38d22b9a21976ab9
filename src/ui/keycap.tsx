// A keyboard shortcut as the browser names it, drawn as keys.

/** Browsers spell these two out in some places and not in others; on a key they are signs. */
const SIGNS = new Map([
  ['Period', '.'],
  ['Comma', ','],
]);

/** The keys of a shortcut such as "Alt+Shift+Period"; a name without "+" (as macOS writes "⌥.") stays whole. */
export function keysOf(shortcut: string): readonly string[] {
  return shortcut
    .split('+')
    .map((key) => key.trim())
    .filter((key) => key !== '')
    .map((key) => SIGNS.get(key) ?? key);
}

/** Draws nothing for an empty shortcut: the person has taken it away, or the browser gave none. */
export function Keycaps({ shortcut }: { readonly shortcut: string }) {
  const keys = keysOf(shortcut);
  if (keys.length === 0) return null;
  return (
    <span class="keycaps" aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key} data-sign={/^[.,]$/.test(key) ? '' : undefined}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
