// The whole panel: header, heat, the stage and what stands under it, the foot. Sheets lie over the lower part.
import type { PanelActions } from './actions';
import { Beside } from './alternatives';
import { Checklist } from './checklist';
import { Asked, Concern, Facts, FurtherSlips } from './details';
import { Foot } from './foot';
import { HeatRow } from './heat-row';
import type { PanelState } from './panel-state';
import { ReadsSheet } from './reads-sheet';
import { StageView } from './stage-view';
import { Who } from './who';
import { WhySheet } from './why-sheet';

type PanelProps = { readonly state: PanelState; readonly actions: PanelActions };

export function Panel({ state, actions }: PanelProps) {
  const shown = state.shown.value;
  const staged = state.staged.shown.value;
  return (
    <main
      class="panel"
      data-panel=""
      data-state={state.reading.value}
      data-conversation={shown ?? ''}
      data-up-to={state.advice.value?.upTo ?? ''}
      data-attention={staged?.attention ?? 'none'}
      data-hold={String(staged?.hold ?? false)}
    >
      <Who state={state} actions={actions} />
      <HeatRow state={state} />
      <div class="lower">
        <div class="scroll" inert={state.sheet.value !== null}>
          <Words state={state} actions={actions} />
          {shown === null ? null : (
            <div class="rows">
              <Facts state={state} actions={actions} />
              <Asked state={state} />
              <Checklist state={state} />
              <FurtherSlips state={state} />
              <Concern state={state} />
            </div>
          )}
        </div>
        <WhySheet state={state} />
        <ReadsSheet state={state} />
      </div>
      <Foot state={state} actions={actions} />
    </main>
  );
}

/**
 * A pointer at rest for so long (ms) was left there, most often after the last press: it holds no more. Nor does one that never
 * moved, where the words came under it. Judged: longer than it takes to read a suggestion and press.
 */
const POINTER_RESTS_MS = 5_000;

/** What the agent may be reading or about to press: it holds still under the pointer, and under keyboard focus until the press. */
function Words({ state, actions }: PanelProps) {
  const { staged } = state;
  return (
    <div
      class="words"
      onPointerMove={() => staged.holdFor('pointer', POINTER_RESTS_MS)}
      onPointerLeave={() => staged.hold('pointer', false)}
      onFocusIn={({ target }) => {
        if (target instanceof Element && target.matches(':focus-visible')) staged.hold('focus', true);
      }}
      onFocusOut={() => staged.hold('focus', false)}
    >
      <StageView state={state} actions={actions} />
      <Beside state={state} actions={actions} />
    </div>
  );
}
