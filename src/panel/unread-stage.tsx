// The stage while nothing is read: what stands in the way, said first, and what one can do about it.
import { words } from '../platform/words';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { type PanelActions, siteOf } from './actions';
import type { PanelState, StartState } from './panel-state';
import type { PanelReading } from './stage';
import { StageBox } from './stage-box';

type UnreadProps = {
  readonly why: Exclude<PanelReading, 'reading'>;
  readonly state: PanelState;
  readonly actions: PanelActions;
};

const ICONS = {
  starting: 'reads',
  no_conversation: 'dash',
  empty: 'reads',
  drawn: 'mind',
  unsure: 'mind',
  lost: 'due',
  stale: 'mind',
  no_reader: 'next',
} as const satisfies Record<UnreadProps['why'], IconName>;

const PROMISES = [
  ['lock', 'promise_stays'],
  ['reads', 'promise_notes'],
  ['draft', 'promise_sends'],
] as const satisfies readonly (readonly [IconName, string])[];

/** What can be said and offered in a tab that nothing reads. */
type StartOffer = { readonly words: string; readonly act: 'start' | 'allow' | null };

/** `site`: the tab's origin where it is known and can be allowed. `web`: false where the address is known to be no web page. */
function startOffer(start: StartState, site: string | null, web: boolean): StartOffer {
  if (!web) return { words: 'start_browser', act: null };
  if (start === 'failed') return { words: 'start_failed', act: 'start' };
  if (start !== 'not_permitted') return { words: 'start_page', act: 'start' };
  return site === null ? { words: 'start_icon', act: null } : { words: 'start_site', act: 'allow' };
}

export function UnreadStage({ why, state, actions }: UnreadProps) {
  if (why === 'no_reader') return <StartStage state={state} actions={actions} />;
  const asks = why === 'drawn' || why === 'unsure' || why === 'stale';
  return (
    <StageBox ask={asks ? 'hint' : 'none'} kind="unread" icon={ICONS[why]} label={words('unread_label')}>
      <p class={`say ${asks ? '' : 'say-quiet'}`}>{words(`unread_${why}_title`)}</p>
      <p class="stage-note">{words(`unread_${why}_text`)}</p>
    </StageBox>
  );
}

function StartStage({ state, actions }: Omit<UnreadProps, 'why'>) {
  const tab = state.tab.value;
  const site = siteOf(tab?.url ?? null);
  const offer = startOffer(state.startState.value, site, tab?.url == null || site !== null);
  const host = site === null ? '' : new URL(site).host;
  return (
    <>
      <StageBox ask="hint" kind="unread" icon="next" label={words('start_label')}>
        <p class="say">{words(`${offer.words}_title`, host)}</p>
        <p class="stage-note">{words(`${offer.words}_text`)}</p>
        {offer.act === null ? null : (
          <div class="acts">
            {offer.act === 'start' ? (
              <Button action="start" look="main" busy={state.startState.value === 'asked'} onPress={() => void actions.start()}>
                {words('start_do')}
              </Button>
            ) : (
              <Button action="allow" look="main" onPress={() => void actions.allow()}>
                {words('allow_do')}
              </Button>
            )}
          </div>
        )}
      </StageBox>
      <ul class="promises">
        {PROMISES.map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} />
            {words(key)}
          </li>
        ))}
      </ul>
    </>
  );
}
