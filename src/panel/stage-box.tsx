// The box of the stage: its ground says how much it asks for, its first line what stands in it. Always the same height.
import type { ComponentChildren } from 'preact';
import { words } from '../platform/words';
import { Icon, type IconName } from '../ui/icon';
import type { Stage } from './stage';

/** `ask`: how much it asks for. Nothing: no ground of its own. */
type BoxProps = {
  readonly ask: 'none' | 'hint' | 'now';
  readonly kind: Stage['kind'];
  readonly icon: IconName;
  readonly label: string;
  /** Names the first line for tests, where it is how a press came out. */
  readonly part?: string;
  readonly aside?: string | undefined;
  readonly children: ComponentChildren;
};

export function StageBox({ ask, kind, icon, label, part, aside, children }: BoxProps) {
  return (
    <section class={`stage stage-${ask}`} data-stage={kind} aria-label={words('stage_title')}>
      <p class="stage-label">
        <span class="stage-what">
          <Icon name={icon} />
          <span data-part={part}>{label}</span>
        </span>
        {aside === undefined ? null : <span class="stage-aside">{aside}</span>}
      </p>
      {children}
    </section>
  );
}
