// The conversations of all tabs and the advice on them, in storage.session. One loop does one thing at a time:
//
//   whatever waits ─▶ stored as one ─▶ callers answered ─▶ coach asked once per changed conversation ─▶ advice stored ─▶ again
//
// So what was said is safe within milliseconds of a cold start, before the coach has its pack ready, and several batches that wait
// cost one piece of advice. The cache mirrors storage and is rebuilt from it when the worker starts again; advice that a worker
// died over is caught up on then.
import { log } from '../platform/log';
import { isQuotaError, readSession, removeSession, writeSession } from '../platform/storage-item';
import type { Advice } from '../protocol/advice';
import type { ConversationRecord } from '../protocol/state';
import type { Coach } from './coach-runner';
import { trimRecord } from './trim-record';
import { adviceKeyOf, type Changes, type Job, keyOf, oldestFirst, type Records, runJobs, type Workspace } from './workspace';

export type ConversationStore = {
  /** Runs `work` on the conversations as they stand; resolves with what it gave once all is stored. Rejects when it threw or storage did. */
  change<T>(work: (workspace: Workspace) => T): Promise<T>;
  /** Resolves once the coach has been asked about everything that changed so far. */
  advised(): Promise<void>;
};

/** In: who gives the coach with the pack that is active now, and the clock (ms since 1970). Touches nothing until the first change. */
export function openConversationStore(coachNow: () => Promise<Coach>, clock: () => number): ConversationStore {
  let records: Records | null = null;
  /** Keys of the conversations the coach is to be asked about. */
  const unadvised = new Set<string>();
  let waiting: Job[] = [];
  let watchers: (() => void)[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    while (waiting.length > 0 || watchers.length > 0) {
      await commit();
      // The answers leave, and what has come meanwhile is advised on together with the rest.
      await nextTask();
      await commit();
      await advise();
    }
    isRunning = false;
  }

  function start(): void {
    if (isRunning) return;
    isRunning = true;
    void run();
  }

  async function commit(): Promise<void> {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    try {
      const known = records ?? (await load());
      const { changes, settle } = runJobs(jobs, known);
      records = await store(known, changes);
      for (const [key, change] of changes) if (change?.advise) unadvised.add(key);
      settle();
    } catch (error) {
      // Part of it may be written: read it again before anything else.
      records = null;
      for (const { reject } of jobs) reject(error);
    }
  }

  async function load(): Promise<Records> {
    const loaded = (await readSession('conversation:')) as Map<string, ConversationRecord>;
    const advice = (await readSession('advice:')) as Map<string, Advice>;
    for (const [key, record] of loaded) {
      const at = advice.get(adviceKeyOf(record))?.at ?? Number.NEGATIVE_INFINITY;
      if (at < record.updatedAt) unadvised.add(key);
    }
    return loaded;
  }

  async function advise(): Promise<void> {
    const told = watchers;
    watchers = [];
    const changed = [...unadvised].flatMap((key) => records?.get(key) ?? []);
    unadvised.clear();
    if (records !== null && changed.length > 0) {
      try {
        records = await storeAdvice(records, changed, await coachNow(), clock());
      } catch (error) {
        records = null;
        log.warn('advice_not_stored', { error: error instanceof Error ? error.name : typeof error });
      }
    }
    for (const tell of told) tell();
  }

  return {
    change: <T>(work: (workspace: Workspace) => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ run: work, resolve: resolve as (value: unknown) => void, reject });
        start();
      }),
    advised: () =>
      new Promise((resolve) => {
        watchers.push(resolve);
        start();
      }),
  };
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Writes the changes. Out: the records as they now stand in storage. */
async function store(records: Records, changes: Changes): Promise<Records> {
  const next = new Map(records);
  const items = new Map<string, unknown>();
  const gone: string[] = [];
  for (const [key, change] of changes) {
    const old = records.get(key);
    if (change !== null) {
      next.set(key, change.record);
      if (change.record !== old) items.set(key, change.record);
    } else if (old !== undefined) {
      next.delete(key);
      gone.push(key, adviceKeyOf(old));
    }
  }
  await removeSession(gone);
  await writeMakingRoom(next, items);
  return next;
}

/** Asks the coach about each record, cut to its limits first, and writes what it says. Out: the records as they now stand in storage. */
async function storeAdvice(
  records: Records,
  changed: readonly ConversationRecord[],
  coach: Coach,
  now: number,
): Promise<Records> {
  const next = new Map(records);
  const items = new Map<string, unknown>();
  for (const record of changed) {
    const trimmed = trimRecord(record, coach.summarise);
    if (trimmed !== record) items.set(keyOf(record), trimmed);
    next.set(keyOf(record), trimmed);
    const advice = coach.advise(trimmed, now);
    if (advice !== null) items.set(adviceKeyOf(record), advice);
  }
  await writeMakingRoom(next, items);
  return next;
}

/** When memory is full, other conversations go, oldest first, until the write fits; changes `records` accordingly. */
async function writeMakingRoom(records: Map<string, ConversationRecord>, items: ReadonlyMap<string, unknown>): Promise<void> {
  if (items.size === 0) return;
  const isWritten = (record: ConversationRecord): boolean => items.has(keyOf(record)) || items.has(adviceKeyOf(record));
  const spare = oldestFirst([...records.values()].filter((record) => !isWritten(record)));
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
