// What the panel knows and has chosen to show, as signals. It reads storage and holds the agent's choices of view;
// what the agent does (insert, pass, start) is in actions.ts.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { shortcuts } from '../platform/commands';
import { log } from '../platform/log';
import type { Advice, Suggestion } from '../protocol/advice';
import type { ConversationRecord } from '../protocol/state';
import { type ConversationEntry, listConversations } from './conversation-list';
import { type FollowedTab, followTab } from './followed-tab';
import { listSlips, type Slip } from './slips';
import { chooseStage, type Given, inTurn, looksSame, type PanelReading, type Stage, setOf } from './stage';
import { type Steady, steady } from './steady';
import { createTabRecords, type TabRecords } from './tab-records';

/** A phrase stands at least this long before another takes its place: about the time to read one. */
const MIN_SHOWN_MS = 1_200;
const CLOCK_MS = 1_000;
/** A panel that was opened by the click that starts the reader: so long it waits before it says that nothing reads. */
const FIRST_LOOK_MS = 500;

export type SheetName = 'why' | 'reads';
/** How the last thing the agent did came out. `key` and `because` are keys of messages.json. */
export type Notice = { readonly key: string; readonly because?: string };
/** Where starting to read stands: not tried, on its way, or not allowed yet. */
export type StartState = 'idle' | 'asked' | 'not_permitted' | 'failed';

export type PanelState = {
  readonly tab: ReadonlySignal<FollowedTab | null>;
  readonly records: TabRecords;
  readonly reading: ReadonlySignal<PanelReading>;
  /** The conversation in front of the agent, as the page has it. */
  readonly front: ReadonlySignal<string | null>;
  /** Another conversation of the tab that the agent looks at here; null: the one in front. */
  readonly picked: Signal<string | null>;
  /** The conversation shown; null: none. */
  readonly shown: ReadonlySignal<string | null>;
  readonly record: ReadonlySignal<ConversationRecord | null>;
  /** The newest advice for it. */
  readonly advice: ReadonlySignal<Advice | null>;
  /** The advice whose phrases stand on the stage: the newest, or one held still. */
  readonly staged: Steady<Advice>;
  readonly stage: ReadonlySignal<Stage>;
  readonly alternatives: ReadonlySignal<readonly Suggestion[]>;
  readonly conversations: ReadonlySignal<readonly ConversationEntry[]>;
  readonly slips: ReadonlySignal<readonly Slip[]>;
  readonly dismissedSlips: Signal<ReadonlySet<string>>;
  /** How often "another" was pressed on the set shown. */
  readonly turn: Signal<number>;
  /** The set of suggestions waved away, as `setOf` names it. */
  readonly setAside: Signal<string | null>;
  readonly given: Signal<Given | null>;
  readonly notice: Signal<Notice | null>;
  /** One line in the foot, for a moment: what was copied. */
  readonly copied: Signal<string | null>;
  readonly startState: Signal<StartState>;
  readonly sheet: Signal<SheetName | null>;
  readonly shortcuts: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Milliseconds since 1970, once a second while the panel can be seen. */
  readonly clock: ReadonlySignal<number>;
  stop(): void;
};

/** In: the panel's address query (`?tab=12`). Starts watching at once; everything is null or empty until the first answer comes. */
export function createPanelState(search: string): PanelState {
  const tab = signal<FollowedTab | null>(null);
  const followed = signal(false);
  const hasLooked = signal(false);
  const firstLook = setTimeout(() => {
    hasLooked.value = true;
  }, FIRST_LOOK_MS);
  const records = createTabRecords();
  const picked = signal<string | null>(null);
  const turn = signal(0);
  const setAside = signal<string | null>(null);
  const given = signal<Given | null>(null);
  const notice = signal<Notice | null>(null);
  const copied = signal<string | null>(null);
  const startState = signal<StartState>('idle');
  const dismissedSlips = signal<ReadonlySet<string>>(new Set());
  const sheet = signal<SheetName | null>(null);
  const keys = signal<ReadonlyMap<string, string>>(new Map());
  const clock = signal(Date.now());
  const staged = steady<Advice>(looksSame, MIN_SHOWN_MS);

  const reading = computed<PanelReading>(() => {
    if (!followed.value || !records.loaded.value) return 'starting';
    return records.reading.value?.state ?? (hasLooked.value ? 'no_reader' : 'starting');
  });
  const front = computed(() => records.reading.value?.conversation ?? null);
  const shown = computed(() => {
    const id = picked.value;
    if (id !== null && records.conversations.value.has(id)) return id;
    return reading.value === 'reading' ? front.value : null;
  });
  const record = computed(() => records.conversations.value.get(shown.value ?? '') ?? null);
  const advice = computed(() => records.advice.value.get(shown.value ?? '') ?? null);
  const shownSet = computed(() => (staged.shown.value === null ? null : setOf(staged.shown.value)));
  const isSetAside = computed(() => shownSet.value !== null && shownSet.value === setAside.value);
  const stage = computed(() =>
    chooseStage({
      reading: reading.value,
      conversation: shown.value,
      advice: staged.shown.value,
      turn: turn.value,
      setAside: isSetAside.value,
      given: given.value,
    }),
  );
  const alternatives = computed(() => {
    const inOrder = isSetAside.value ? [] : inTurn(staged.shown.value?.suggestions ?? [], turn.value);
    const onStage = stage.value;
    if (onStage.kind !== 'given') return inOrder.slice(1);
    return inOrder.filter((suggestion) => suggestion.phrase !== onStage.suggestion.phrase).slice(0, 2);
  });
  const conversations = computed(() => listConversations(records.conversations.value, records.advice.value, front.value));
  const slips = computed(() => listSlips(advice.value, dismissedSlips.value));

  let lastFront: string | null = null;
  const stops = [
    followTab(search, (next) => {
      if (next?.id !== tab.peek()?.id || !followed.peek()) {
        records.watch(next?.id ?? null);
        picked.value = null;
        given.value = null;
        startState.value = 'idle';
      }
      tab.value = next;
      followed.value = true;
    }),
    // The page moved on to another conversation: so does the panel. Losing sight of one for a moment is no move.
    effect(() => {
      if (front.value === null || front.value === lastFront) return;
      lastFront = front.value;
      picked.value = null;
    }),
    effect(() => {
      shown.value;
      notice.value = null;
      dismissedSlips.value = new Set();
    }),
    // Advice from before anybody spoke gives way at once to the first that heard something.
    effect(() => staged.offer(advice.value, `${tab.value?.id} ${shown.value} ${advice.value?.upTo === null}`)),
    effect(() => {
      shownSet.value;
      turn.value = 0;
    }),
    effect(() => {
      if (reading.value !== 'no_reader') startState.value = 'idle';
    }),
    effect(() => {
      if (advice.value === null && sheet.peek() === 'why') sheet.value = null;
    }),
    watchChoices({ record, advice, staged, given }),
    keepClock(clock),
    staged.stop,
    () => clearTimeout(firstLook),
  ];
  shortcuts().then(
    (found) => {
      keys.value = found;
    },
    () => log.warn('shortcuts_unknown'),
  );

  return {
    tab,
    records,
    reading,
    front,
    picked,
    shown,
    record,
    advice,
    staged,
    stage,
    alternatives,
    conversations,
    slips,
    dismissedSlips,
    turn,
    setAside,
    given,
    notice,
    copied,
    startState,
    sheet,
    shortcuts: keys,
    clock,
    stop: () => {
      for (const stop of stops) stop();
      records.watch(null);
    },
  };
}

/**
 * What the agent did with suggestions, here or by a key in the page. A phrase that newly counts as inserted stands in the reply;
 * one newly passed over asks for others.
 */
function watchChoices({ record, advice, staged, given }: Pick<PanelState, 'record' | 'advice' | 'staged' | 'given'>): () => void {
  let before: { readonly conversation: string; readonly inserted: number; readonly passed: number } | null = null;
  return effect(() => {
    const current = record.value;
    if (current === null) return;
    const { inserted, passed } = current.choices;
    const known = before?.conversation === current.meta.id ? before : null;
    before = { conversation: current.meta.id, inserted: inserted.length, passed: passed.length };
    if (known === null) return;
    if (inserted.length > known.inserted) {
      const suggestion = staged.shown.peek()?.suggestions.find(({ phrase }) => phrase === inserted.at(-1));
      if (suggestion) given.value = { conversation: current.meta.id, suggestion, upTo: advice.peek()?.upTo ?? null };
      staged.expectChange();
    } else if (passed.length > known.passed) {
      given.value = null;
      staged.expectChange();
    }
  });
}

function keepClock(clock: Signal<number>): () => void {
  const tick = (): void => {
    if (!document.hidden) clock.value = Date.now();
  };
  const interval = setInterval(tick, CLOCK_MS);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(interval);
    document.removeEventListener('visibilitychange', tick);
  };
}
