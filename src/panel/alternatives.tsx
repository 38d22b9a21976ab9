// The place under the stage, of one height: other ways to say it, or the wording that should be put otherwise.
import { words } from '../platform/words';
import type { Suggestion } from '../protocol/advice';
import { Button } from '../ui/button';
import type { PanelActions } from './actions';
import type { PanelState } from './panel-state';
import { PhraseText } from './phrase-text';
import { SlipWords } from './slip-words';
import type { Slip } from './slips';

type BesideProps = { readonly state: PanelState; readonly actions: PanelActions };

export function Beside({ state, actions }: BesideProps) {
  const { kind } = state.stage.value;
  const [slip, ...further] = state.slips.value;
  if (kind === 'unread') return null;
  if (kind === 'catching_up') return <div class="beside" />;
  if (slip !== undefined) return <SlipCard slip={slip} further={further.length} actions={actions} />;
  return (
    <section class="beside" aria-label={words('alternatives_title')}>
      <ul>
        {state.alternatives.value.map((suggestion, i) => (
          <li key={suggestion.phrase}>
            <Alternative suggestion={suggestion} next={kind === 'given' && i === 0} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type AlternativeProps = { readonly suggestion: Suggestion; readonly next: boolean; readonly actions: PanelActions };

function Alternative({ suggestion, next, actions }: AlternativeProps) {
  return (
    <button
      type="button"
      class="alternative"
      data-part="alternative"
      data-phrase={suggestion.phrase}
      title={words('alternative_insert')}
      onClick={() => void actions.insert(suggestion)}
    >
      <span class="row-label">{words(next ? 'alternative_next' : `tone_${suggestion.tone}`)}</span>
      <span key={suggestion.text} class="alternative-text" dir="auto">
        <PhraseText text={suggestion.text} filled={suggestion.filled} />
      </span>
    </button>
  );
}

type SlipCardProps = {
  readonly slip: Slip;
  /** How many more there are; they stand further down. */
  readonly further: number;
  readonly actions: PanelActions;
};

function SlipCard({ slip, further, actions }: SlipCardProps) {
  const { instead } = slip;
  return (
    <section class="beside slip" data-guardrail={slip.id} data-where={slip.where} aria-label={words('slip_title')}>
      <p class="stage-label">
        <span class="slip-what">{words(`slip_${slip.where}`)}</span>
        {further === 0 ? null : <span title={words('slips_more')}>{words('slips_count', String(further))}</span>}
        <span class="acts-end">
          {instead === '' ? null : (
            <Button action="copy" look="quiet" small icon="copy" onPress={() => void actions.copy(instead)}>
              {words('copy')}
            </Button>
          )}
          <Button
            action="dismiss"
            look="icon"
            small
            icon="close"
            label={words(`slip_dismiss_${slip.where}`)}
            onPress={() => actions.dismissSlip(slip.key)}
          />
        </span>
      </p>
      <SlipWords slip={slip} />
    </section>
  );
}
