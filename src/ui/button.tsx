// The one button. `action` is its name for tests and for nothing else; the look says how much it asks for.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import { Keycaps } from './keycap';

type ButtonProps = {
  readonly action: string;
  readonly onPress: () => void;
  /** `main` is filled: at most one on a page. */
  readonly look?: 'main' | 'outline' | 'quiet' | 'icon';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Needed where there is no text. */
  readonly label?: string;
  readonly hint?: string;
  /** As the browser names it; drawn on the button. */
  readonly shortcut?: string | undefined;
  /** Says that an answer is on its way: still focusable, does nothing. */
  readonly busy?: boolean;
  readonly children?: ComponentChildren;
};

export function Button(props: ButtonProps) {
  const { action, onPress, look = 'outline', small = false, icon, label, hint, shortcut, busy = false, children } = props;
  return (
    <button
      type="button"
      class={`button button-${look}${small ? ' button-small' : ''}`}
      data-action={action}
      aria-label={label}
      aria-disabled={busy ? 'true' : undefined}
      aria-keyshortcuts={shortcut || undefined}
      title={hint ?? label}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {shortcut === undefined ? null : <Keycaps shortcut={shortcut} />}
    </button>
  );
}
