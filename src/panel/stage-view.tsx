// The stage: one box of one height in which exactly one thing stands. White ground means that it is something for the agent.
import { words } from '../platform/words';
import type { Suggestion } from '../protocol/advice';
import { Button } from '../ui/button';
import type { PanelActions } from './actions';
import type { Notice, PanelState } from './panel-state';
import { PhraseText } from './phrase-text';
import type { Stage } from './stage';
import { StageBox } from './stage-box';
import { UnreadStage } from './unread-stage';
import { reasonWords } from './wording';

/** What three lines hold in a panel of 360 px. */
const MAX_SAY_CHARS = 95;
const MAX_HOT_CHARS = 80;

type StageProps = { readonly state: PanelState; readonly actions: PanelActions };

/** One sentence on how the last press came out. */
function noticeWords({ key, because }: Notice): string {
  return because === undefined ? words(key) : words(key, words(because));
}

/** What a screen reader is told when the stage changes: the label and the phrase, once. Calm waits say nothing. */
function liveWords(stage: Stage, notice: Notice | null): string {
  if (notice !== null) return noticeWords(notice);
  if (stage.kind === 'hold') return words('hold_title');
  if (stage.kind === 'given') return words('notice_inserted');
  if (stage.kind !== 'phrase' || stage.attention === 'none' || stage.covered) return '';
  return words('live_phrase', words(`step_${stage.suggestion.step}`), stage.suggestion.text);
}

export function StageView({ state, actions }: StageProps) {
  const stage = state.stage.value;
  return (
    <>
      <StageContent stage={stage} state={state} actions={actions} />
      <p class="unseen" role="status">
        {liveWords(stage, state.notice.value)}
      </p>
    </>
  );
}

function StageContent({ stage, state, actions }: StageProps & { readonly stage: Stage }) {
  switch (stage.kind) {
    case 'unread':
      return <UnreadStage why={stage.state} state={state} actions={actions} />;
    case 'catching_up':
      return (
        <StageBox ask="none" kind="catching_up" icon="reads" label={words('stage_wait')}>
          <p class="say say-quiet">{words('catching_up_title')}</p>
          <p class="stage-note">{words('catching_up_text')}</p>
        </StageBox>
      );
    case 'quiet':
      return <QuietStage stage={stage} state={state} actions={actions} />;
    case 'hold':
      return <HoldStage suggestion={stage.suggestion} state={state} actions={actions} />;
    case 'given':
      return <GivenStage suggestion={stage.suggestion} actions={actions} />;
    case 'phrase':
      return <PhraseStage stage={stage} state={state} actions={actions} />;
  }
}

const NO_KEYS: ReadonlyMap<string, string> = new Map();

/** The keys that act on what stands here: the first suggestion of the conversation in front, and nothing else. */
function keysHere(state: PanelState): ReadonlyMap<string, string> {
  return state.turn.value === 0 && state.shown.value === state.front.value ? state.shortcuts.value : NO_KEYS;
}

/** Larger when the customer is angry, as far as three lines hold; smaller where more is said than that, so that the box keeps its height. */
function sizeOf(text: string, hot: boolean): string {
  if (text.length > MAX_SAY_CHARS) return 'say-long';
  return hot && text.length <= MAX_HOT_CHARS ? 'say-hot' : '';
}

type PhraseProps = {
  readonly suggestion: Suggestion;
  readonly look: string;
};

function Phrase({ suggestion, look }: PhraseProps) {
  const { phrase, step, text, filled } = suggestion;
  // Keyed by its words: new words fade in where the old ones stood, and nothing travels.
  return (
    <p key={text} class={`say ${look}`} data-part="phrase" data-phrase={phrase} data-step={step} dir="auto">
      <PhraseText text={text} filled={filled} />
    </p>
  );
}

/** The line under the phrase: why this one, or how the last press came out. */
function Reason({ notice, children }: { readonly notice: Notice | null; readonly children?: string | undefined }) {
  if (notice !== null)
    return (
      <p class="reason reason-notice" data-part="notice">
        {noticeWords(notice)}
      </p>
    );
  return (
    <p class="reason" data-part="reason" title={children}>
      {children}
    </p>
  );
}

function PhraseStage({ stage, state, actions }: StageProps & { readonly stage: Extract<Stage, { kind: 'phrase' }> }) {
  const { suggestion, covered } = stage;
  const hot = state.staged.shown.value?.mood.level === 'angry';
  const ask = covered ? 'none' : stage.attention;
  const keys = keysHere(state);
  return (
    <StageBox
      ask={ask}
      kind="phrase"
      icon={covered ? 'covered' : 'next'}
      label={words(`step_${suggestion.step}`)}
      aside={state.staged.waiting.value ? words('stage_newer') : covered ? words('stage_covered') : undefined}
    >
      <Phrase suggestion={suggestion} look={`${sizeOf(suggestion.text, hot)}${ask === 'none' ? ' say-ready' : ''}`} />
      <Reason notice={state.notice.value}>{reasonWords(suggestion.reason)}</Reason>
      <div class="acts">
        <Button
          action="insert"
          look={ask === 'none' ? 'outline' : 'main'}
          shortcut={keys.get('use-suggestion')}
          onPress={() => void actions.insert(suggestion)}
        >
          {words('insert')}
        </Button>
        <Button action="another" look="quiet" shortcut={keys.get('another-wording')} onPress={() => void actions.another()}>
          {words('another')}
        </Button>
        <NotNow keys={keys} actions={actions} />
      </div>
    </StageBox>
  );
}

function NotNow({ keys, actions }: { readonly keys: ReadonlyMap<string, string>; readonly actions: PanelActions }) {
  const shortcut = keys.get('not-now');
  return (
    <span class="acts-end">
      <Button
        action="not-now"
        look="icon"
        icon="close"
        label={words('not_now')}
        hint={shortcut ? words('with_key', words('not_now'), shortcut) : words('not_now')}
        onPress={() => void actions.notNow()}
      />
    </span>
  );
}

function HoldStage({ suggestion, state, actions }: StageProps & { readonly suggestion: Suggestion | null }) {
  const keys = keysHere(state);
  return (
    <StageBox ask="hint" kind="hold" icon="pause" label={words('step_hear_out')} aside={words('hold_aside')}>
      <div class="hold">
        <p class="say-hold">{words('hold_title')}</p>
        <p class="hold-note">{words('hold_text')}</p>
        {suggestion === null ? null : <Phrase suggestion={suggestion} look="say-brief" />}
      </div>
      <Reason notice={state.notice.value}>{suggestion === null ? undefined : words('hold_brief')}</Reason>
      {suggestion === null ? null : (
        <div class="acts">
          <Button action="insert" shortcut={keys.get('use-suggestion')} onPress={() => void actions.insert(suggestion)}>
            {words('insert')}
          </Button>
          <Button action="another" look="quiet" shortcut={keys.get('another-wording')} onPress={() => void actions.another()}>
            {words('another')}
          </Button>
          <NotNow keys={keys} actions={actions} />
        </div>
      )}
    </StageBox>
  );
}

function GivenStage({ suggestion, actions }: { readonly suggestion: Suggestion; readonly actions: PanelActions }) {
  return (
    <StageBox ask="hint" kind="given" icon="done" label={words('notice_inserted')} part="notice">
      <Phrase suggestion={suggestion} look={`${sizeOf(suggestion.text, false)} say-given`} />
      <p class="reason">{words('given_edit')}</p>
      <div class="acts">
        <Button action="another" onPress={() => void actions.another()}>
          {words('given_next')}
        </Button>
      </div>
    </StageBox>
  );
}

function QuietStage({ stage, state, actions }: StageProps & { readonly stage: Extract<Stage, { kind: 'quiet' }> }) {
  const what = stage.setAside ? 'aside' : stage.calm ? 'calm' : 'wait';
  return (
    <StageBox ask="none" kind="quiet" icon="dash" label={words('quiet_label')}>
      <p class="say say-quiet">
        {words(`quiet_${what}_title`)}
        <br />
        {words(`quiet_${what}_text`)}
      </p>
      <Reason notice={state.notice.value} />
      {stage.setAside ? (
        <div class="acts">
          <Button action="another" onPress={() => void actions.another()}>
            {words('quiet_show')}
          </Button>
        </div>
      ) : null}
    </StageBox>
  );
}
