// The last line: whether this is read and who sees it; for a moment or while it lasts, the one thing elsewhere that matters.
import { words } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import type { PanelActions } from './actions';
import type { ConversationEntry } from './conversation-list';
import type { PanelState } from './panel-state';
import { duration } from './wording';

type FootProps = { readonly state: PanelState; readonly actions: PanelActions };

/** Another conversation that is angry and waits; the hottest, as the list is sorted. */
function hotElsewhere(
  conversations: readonly ConversationEntry[],
  shown: string | null,
): (ConversationEntry & { readonly waitingSince: number }) | null {
  for (const entry of conversations) {
    const { waitingSince } = entry;
    if (entry.id !== shown && entry.level === 'angry' && entry.certain && waitingSince !== null)
      return { ...entry, waitingSince };
  }
  return null;
}

export function Foot({ state, actions }: FootProps) {
  const hot = hotElsewhere(state.conversations.value, state.shown.value);
  const loud = hot !== null && state.copied.value === null && state.picked.value === null;
  return (
    <footer class={loud ? 'foot heat-angry foot-hot' : 'foot'}>
      <button
        type="button"
        class="foot-reads"
        data-action="reads"
        aria-label={words('reads_open')}
        aria-expanded={state.sheet.value === 'reads'}
        aria-keyshortcuts="r"
        title={words('reads_open')}
        onClick={() => {
          state.sheet.value = state.sheet.peek() === 'reads' ? null : 'reads';
        }}
      >
        <Icon name="reads" />
      </button>
      <FootWords state={state} actions={actions} hot={hot} />
      <a
        class="button button-icon button-small"
        href="options.html"
        target="_blank"
        rel="noopener"
        aria-label={words('open_options')}
        title={words('open_options')}
      >
        <Icon name="settings" />
      </a>
    </footer>
  );
}

function FootWords({ state, actions, hot }: FootProps & { readonly hot: ReturnType<typeof hotElsewhere> }) {
  const copied = state.copied.value;
  if (copied !== null) return <p class="foot-words">{words('copied', copied)}</p>;
  if (state.picked.value !== null && state.shown.value === state.picked.value)
    return (
      <>
        <p class="foot-words">{words('foot_elsewhere')}</p>
        <Button action="front" look="quiet" small icon="back" onPress={() => actions.lookAt(null)}>
          {words('foot_back')}
        </Button>
      </>
    );
  if (hot !== null)
    return (
      <>
        <p class="foot-words" data-part="hot-elsewhere">
          {words('foot_hot', hot.name || words('who_unnamed'), duration(state.clock.value - hot.waitingSince))}
        </p>
        <Button action="look" look="quiet" small onPress={() => actions.lookAt(hot.id)}>
          {words('foot_look')}
        </Button>
      </>
    );
  return <p class="foot-words">{words(state.shown.value === null ? 'foot_unread' : 'foot_reading')}</p>;
}
