// The thirteen steps, each always in its place: done, missing and since when, or not due. On a press: the words that prove it, or why.
import { useSignal } from '@preact/signals';
import { words } from '../platform/words';
import type { StepAdvice } from '../protocol/advice';
import type { StepId } from '../protocol/vocabulary';
import { Icon, type IconName } from '../ui/icon';
import type { PanelState } from './panel-state';
import { quoted, sinceWords } from './wording';

const ICONS = { not_due: 'later', due: 'ring', overdue: 'due', done: 'done' } as const satisfies Record<
  StepAdvice['state'],
  IconName
>;

export function Checklist({ state }: { readonly state: PanelState }) {
  const open = useSignal<StepId | null>(null);
  const advice = state.advice.value;
  if (advice === null) return null;
  const now = state.clock.value;
  const stage = state.stage.value;
  const next = stage.kind === 'phrase' && !stage.covered ? stage.suggestion.step : null;
  return (
    <section class="steps-block" data-heat={advice.mood.level}>
      <h2 class="row-label">{words('steps_title')}</h2>
      <ul class="steps">
        {advice.steps.map((step) => (
          <StepLine
            key={step.id}
            step={step}
            since={sinceWords(step, now)}
            covered={step.state !== 'done' && advice.draft?.covers.includes(step.id) === true}
            next={step.id === next}
            open={open.value === step.id}
            onPress={() => {
              open.value = open.peek() === step.id ? null : step.id;
            }}
          />
        ))}
      </ul>
    </section>
  );
}

type StepLineProps = {
  readonly step: StepAdvice;
  readonly since: string;
  /** The draft would do it. */
  readonly covered: boolean;
  /** The phrase on the stage does it. */
  readonly next: boolean;
  readonly open: boolean;
  readonly onPress: () => void;
};

function StepLine({ step, since, covered, next, open, onPress }: StepLineProps) {
  const { id, state, evidence, reason } = step;
  const tells = evidence !== null || reason !== null;
  const line = (
    <>
      <Icon name={covered ? 'covered' : next ? 'next' : ICONS[state]} />
      <span class="step-name">{words(`step_${id}`)}</span>
      <span class="unseen">{words(covered ? 'step_covered' : `step_state_${state}`)}</span>
      {since === '' ? null : (
        <span class="step-since" data-part="since">
          <span class="unseen">{words('since')}</span> {since}
        </span>
      )}
    </>
  );
  return (
    <li
      class={`step step-${state}`}
      data-step-id={id}
      data-state={state}
      data-covered={covered ? '' : undefined}
      data-next={next ? '' : undefined}
    >
      {tells ? (
        <button type="button" class="step-line" aria-expanded={open} onClick={onPress}>
          {line}
        </button>
      ) : (
        <span class="step-line">{line}</span>
      )}
      {evidence === null ? null : (
        <p class="step-more" data-part="evidence" hidden={!open} dir="auto">
          {quoted(evidence.text)}
        </p>
      )}
      {evidence !== null || reason === null ? null : (
        <p class="step-more" data-part="why-due" hidden={!open}>
          {words(`why_${reason}`)}
        </p>
      )}
    </li>
  );
}
