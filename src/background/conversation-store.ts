// The conversations of all tabs and the advice on them, in storage.session. One commit at a time: whatever waits is done together,
// the coach is asked once per conversation, and records and advice are written as one. Only then are the callers answered.
// The cache mirrors storage and is rebuilt from it when the worker starts again.
import { log } from '../platform/log';
import { isQuotaError, readSession, removeSession, writeSession } from '../platform/storage-item';
import { type ConversationRecord, SESSION_KEYS } from '../protocol/state';
import type { Coach } from './coach-runner';
import { trimRecord } from './trim-record';

/** Conversations kept per tab; beyond it the one untouched for longest goes. */
export const MAX_CONVERSATIONS_PER_TAB = 30;

/** The conversations as one job sees and changes them. Nothing of it reaches storage when the job throws. */
export type Workspace = {
  get(tab: number, id: string): ConversationRecord | undefined;
  all(): ConversationRecord[];
  /** `advise`: ask the coach about it again. */
  put(record: ConversationRecord, options: { advise: boolean }): void;
  drop(record: ConversationRecord): void;
};

export type ConversationStore = {
  /** Runs `work` on the conversations as they stand; resolves with what it gave once all is stored. Rejects when it threw or storage did. */
  change<T>(work: (workspace: Workspace) => T): Promise<T>;
};

type Records = ReadonlyMap<string, ConversationRecord>;
/** null: to be dropped. */
type Changes = Map<string, { readonly record: ConversationRecord; readonly advise: boolean } | null>;
type Job = {
  readonly run: (workspace: Workspace) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

const keyOf = ({ tab, meta }: ConversationRecord): string => SESSION_KEYS.conversation(tab, meta.id);
const adviceKeyOf = ({ tab, meta }: ConversationRecord): string => SESSION_KEYS.advice(tab, meta.id);

/** In: who gives the coach with the pack that is active now, and the clock (ms since 1970). Touches nothing until the first change. */
export function openConversationStore(coachNow: () => Promise<Coach>, clock: () => number): ConversationStore {
  let records: Records | null = null;
  let waiting: Job[] = [];
  let committing = false;

  async function commit(): Promise<void> {
    committing = true;
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      try {
        const coach = await coachNow();
        records ??= await loadRecords();
        const { changes, settle } = runJobs(jobs, records);
        limitTabs(records, changes);
        records = await store(records, changes, coach, clock());
        settle();
      } catch (error) {
        // The cache may be behind what was half written: read it again.
        records = null;
        for (const { reject } of jobs) reject(error);
      }
    }
    committing = false;
  }

  return {
    change: <T>(work: (workspace: Workspace) => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ run: work, resolve: resolve as (value: unknown) => void, reject });
        if (!committing) void commit();
      }),
  };
}

async function loadRecords(): Promise<Records> {
  return (await readSession('conversation:')) as Map<string, ConversationRecord>;
}

/** Runs the jobs in order, each on what those before it left. `settle` answers their callers. */
function runJobs(jobs: readonly Job[], records: Records): { changes: Changes; settle: () => void } {
  let changes: Changes = new Map();
  const answers: (() => void)[] = [];
  for (const { run, resolve, reject } of jobs) {
    const own: Changes = new Map(changes);
    try {
      const value = run(workspaceOn(records, own));
      changes = own;
      answers.push(() => resolve(value));
    } catch (error) {
      answers.push(() => reject(error));
    }
  }
  return { changes, settle: () => answers.forEach((answer) => void answer()) };
}

function workspaceOn(records: Records, changes: Changes): Workspace {
  const find = (key: string): ConversationRecord | undefined => (changes.has(key) ? changes.get(key)?.record : records.get(key));
  return {
    get: (tab, id) => find(SESSION_KEYS.conversation(tab, id)),
    all: () => [...new Set([...records.keys(), ...changes.keys()])].flatMap((key) => find(key) ?? []),
    put: (record, { advise }) => {
      const key = keyOf(record);
      changes.set(key, { record, advise: advise || (changes.get(key)?.advise ?? false) });
    },
    drop: (record) => void changes.set(keyOf(record), null),
  };
}

/** Drops the conversations untouched for longest in every tab that has too many. */
function limitTabs(records: Records, changes: Changes): void {
  const workspace = workspaceOn(records, changes);
  const kept = new Map<number, number>();
  for (const record of oldestFirst(workspace.all()).reverse()) {
    const count = (kept.get(record.tab) ?? 0) + 1;
    kept.set(record.tab, count);
    if (count > MAX_CONVERSATIONS_PER_TAB) workspace.drop(record);
  }
}

const oldestFirst = (records: readonly ConversationRecord[]): ConversationRecord[] =>
  [...records].sort((a, b) => a.updatedAt - b.updatedAt);

/** Writes the changes, with advice where it is asked for. Out: the records as they now stand in storage. */
async function store(records: Records, changes: Changes, coach: Coach, now: number): Promise<Records> {
  const next = new Map(records);
  const items = new Map<string, unknown>();
  const gone: string[] = [];
  for (const [key, change] of changes) {
    const old = records.get(key);
    if (change === null) {
      next.delete(key);
      if (old !== undefined) gone.push(key, adviceKeyOf(old));
      continue;
    }
    const record = trimRecord(change.record, coach.summarise);
    next.set(key, record);
    if (record !== old) items.set(key, record);
    const advice = change.advise ? coach.advise(record, now) : null;
    if (advice !== null) items.set(adviceKeyOf(record), advice);
  }
  await removeSession(gone);
  await writeMakingRoom(next, items);
  return next;
}

/** When memory is full, other conversations go, oldest first, until the write fits; changes `records` accordingly. */
async function writeMakingRoom(records: Map<string, ConversationRecord>, items: ReadonlyMap<string, unknown>): Promise<void> {
  if (items.size === 0) return;
  const spare = oldestFirst(
    [...records.values()].filter((record) => !items.has(keyOf(record)) && !items.has(adviceKeyOf(record))),
  );
  for (;;) {
    try {
      return await writeSession(items);
    } catch (error) {
      const victim = isQuotaError(error) ? spare.shift() : undefined;
      if (victim === undefined) throw error;
      log.warn('conversation_dropped_for_room', { tab: victim.tab, utterances: victim.utterances.length });
      records.delete(keyOf(victim));
      await removeSession([keyOf(victim), adviceKeyOf(victim)]);
    }
  }
}
