// The rows under the stage: further wordings to avoid, what they asked, their facts, what it is about.
import { words } from '../platform/words';
import type { Fact } from '../protocol/advice';
import type { FactKind } from '../protocol/vocabulary';
import { Chip } from '../ui/chip';
import { Row } from '../ui/row';
import type { PanelActions } from './actions';
import type { PanelState } from './panel-state';
import { SlipWords } from './slip-words';
import { quoted } from './wording';

type DetailsProps = { readonly state: PanelState; readonly actions: PanelActions };

/** The first wording stands beside the stage; these are the others. */
export function FurtherSlips({ state }: { readonly state: PanelState }) {
  const further = state.slips.value.slice(1);
  if (further.length === 0) return null;
  return (
    <Row label={words('slips_more')} part="slips">
      <ul class="lines">
        {further.map((slip) => (
          <li key={slip.key} data-guardrail={slip.id} data-where={slip.where}>
            <SlipWords slip={slip} />
          </li>
        ))}
      </ul>
    </Row>
  );
}

/** Questions nobody has answered, newest first. */
export function Asked({ state }: { readonly state: PanelState }) {
  const questions = [...(state.advice.value?.questions ?? [])].reverse();
  return (
    <Row label={words('asked_title')} part="asked">
      {questions.length === 0 ? (
        <p class="nothing">{words('asked_nothing')}</p>
      ) : (
        <ul class="lines">
          {questions.map(({ utterance, start, text }) => (
            <li key={`${utterance} ${start}`} data-question={utterance} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

/** Kinds that say themselves what they are; the others carry their kind's name. */
const PLAIN: ReadonlySet<FactKind> = new Set(['name', 'amount', 'date', 'duration', 'product']);

export function Facts({ state, actions }: DetailsProps) {
  const facts = state.advice.value?.facts ?? [];
  return (
    <Row label={words('facts_title')} part="facts">
      {facts.length === 0 ? (
        <p class="nothing">{words('facts_nothing')}</p>
      ) : (
        <ul class="chips">
          {facts.map((fact) => (
            <li key={`${fact.kind} ${fact.text}`} data-fact={fact.kind}>
              <FactChip fact={fact} onPress={() => void actions.copy(shownOf(fact))} />
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

/** A fact that no phrase would say is shown in the customer's own words. */
const shownOf = ({ value, text }: Fact): string => value || text;

function FactChip({ fact, onPress }: { readonly fact: Fact; readonly onPress: () => void }) {
  const kind = words(`fact_${fact.kind}`);
  return (
    <Chip
      value={shownOf(fact)}
      kind={PLAIN.has(fact.kind) ? '' : kind}
      label={words('fact_copy', kind, shownOf(fact))}
      onPress={onPress}
    />
  );
}

/** What they complain of: turned round to say back, and as they said it. */
export function Concern({ state }: { readonly state: PanelState }) {
  const concern = state.advice.value?.concern;
  if (concern == null) return null;
  return (
    <Row label={words('concern_title')} part="concern">
      {concern.restated === null ? null : (
        <p class="restated" data-part="restated" dir="auto">
          {concern.restated}
        </p>
      )}
      <p class="their-words" data-part="concern" dir="auto">
        {quoted(concern.text)}
      </p>
    </Row>
  );
}
