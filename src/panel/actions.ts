// What the agent does in the panel. Each action is one press; nothing here sends a word to the customer.
import { batch } from '@preact/signals';
import { send } from '../platform/messaging';
import { requestSite } from '../platform/sites';
import type { Suggestion } from '../protocol/advice';
import type { InsertOutcome } from '../protocol/reading';
import type { Notice, PanelState } from './panel-state';
import { inTurn, setOf } from './stage';

/** How long the foot says what was copied. */
const COPIED_MS = 2_500;
/** How long it stands why a phrase was not put in: time to read it twice. */
const NOTICE_MS = 10_000;
/** How long "another" waits for a new wording before it turns to the next of those there are. */
const OTHERS_MS = 400;

/** Why nothing was put in, as a key of messages.json. */
const BECAUSE = {
  failed: 'notice_failed',
  refused_private: 'notice_refused_private',
  refused_hidden: 'notice_refused_hidden',
  no_composer: 'notice_no_composer',
  gone: 'notice_gone',
} as const satisfies Record<Exclude<InsertOutcome['state'], 'inserted'> | 'gone', string>;

export type PanelActions = {
  /** Puts the phrase into the reply of the conversation shown; where that fails, copies it and says why. */
  insert(suggestion: Suggestion): Promise<void>;
  /**
   * Another wording: the one on the stage counts as passed over, so that the coach puts another first. The keyboard command does
   * the same, and inserts what is first: stage and keys agree. After an insertion or "not now": back to the phrases.
   */
  another(): Promise<void>;
  notNow(): Promise<void>;
  /** Looks at another conversation of this tab, here only; null: back to the one in front. */
  lookAt(conversation: string | null): void;
  dismissSlip(key: string): void;
  copy(text: string): Promise<void>;
  start(): Promise<void>;
  /** Asks for the site of the tab: call it inside the click. */
  allow(): Promise<void>;
};

const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** The origin of an address that a site permission can cover; null for the browser's own pages and where it is unknown. */
export function siteOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

export function createActions(state: PanelState): PanelActions {
  const { tab, shown, staged, turn, setAside, given, notice, copied, startState } = state;
  let copiedTimer: ReturnType<typeof setTimeout> | undefined;
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;

  /** The conversation shown, as messages name it; null where there is none. */
  const here = (): { tab: number; conversation: string } | null => {
    const [id, conversation] = [tab.peek()?.id, shown.peek()];
    return id === undefined || conversation === null ? null : { tab: id, conversation };
  };

  const pass = async (where: { tab: number; conversation: string }, passed: readonly Suggestion[]): Promise<void> => {
    if (passed.length > 0) await send('suggestion/pass', { ...where, phrases: passed.map(({ phrase }) => phrase) });
  };

  const start = async (): Promise<void> => {
    const id = tab.peek()?.id;
    if (id === undefined) return;
    startState.value = 'asked';
    const reply = await send('reader/start', { tab: id });
    if (tab.peek()?.id !== id) return;
    const faults = reply.ok ? reply.value.faults : [reply.fault];
    if (faults.length === 0) startState.value = 'idle';
    else startState.value = faults.some(({ code }) => code === 'not_permitted') ? 'not_permitted' : 'failed';
  };

  const say = (said: Notice): void => {
    notice.value = said;
    clearTimeout(noticeTimer);
    noticeTimer = setTimeout(() => {
      if (notice.peek() === said) notice.value = null;
    }, NOTICE_MS);
  };

  /** As `here`, for a press on the stage: the keyboard focus that stays on the button holds nothing any more. */
  const press = (): ReturnType<typeof here> => {
    staged.hold('focus', false);
    return here();
  };

  return {
    start,

    async insert(suggestion) {
      const where = press();
      if (where === null) return;
      notice.value = null;
      const { phrase, text } = suggestion;
      const reply = await send('suggestion/insert', { ...where, phrase, text });
      const outcome = reply.ok ? reply.value.state : 'gone';
      if (outcome === 'inserted') {
        staged.expectChange();
        // Said while the phrase was held still counts as said before it: only what comes now makes it old.
        given.value = { conversation: where.conversation, suggestion, upTo: state.advice.peek()?.upTo ?? null };
        return;
      }
      const key = (await copyText(text)) ? 'notice_copied' : 'notice_nothing';
      if (shown.peek() === where.conversation) say({ key, because: BECAUSE[outcome] });
    },

    async another() {
      const where = press();
      if (where === null) return;
      const { kind } = state.stage.peek();
      batch(() => {
        notice.value = null;
        given.value = null;
        setAside.value = null;
      });
      if (kind === 'given' || kind === 'quiet' || staged.release()) return;
      const advice = staged.shown.peek();
      const onStage = inTurn(advice?.suggestions ?? [], turn.peek())[0];
      if (advice === null || onStage === undefined) return;
      staged.expectChange();
      await pass(where, [onStage]);
      setTimeout(() => {
        const now = staged.shown.peek();
        if (now !== null && setOf(now) === setOf(advice)) turn.value += 1;
      }, OTHERS_MS);
    },

    async notNow() {
      const where = press();
      const advice = staged.shown.peek();
      if (where === null || advice === null) return;
      batch(() => {
        notice.value = null;
        setAside.value = setOf(advice);
      });
      await pass(where, advice.suggestions);
    },

    lookAt(conversation) {
      state.picked.value = conversation === state.front.peek() ? null : conversation;
    },

    dismissSlip(key) {
      state.dismissedSlips.value = new Set([...state.dismissedSlips.peek(), key]);
    },

    async copy(text) {
      if (!(await copyText(text))) return;
      copied.value = text;
      clearTimeout(copiedTimer);
      copiedTimer = setTimeout(() => {
        copied.value = null;
      }, COPIED_MS);
    },

    async allow() {
      const site = siteOf(tab.peek()?.url ?? null);
      if (site !== null && (await requestSite(site))) await start();
    },
  };
}
