// The conversations as the jobs of one commit see and change them: a layer over what is stored, in memory only.
import { type ConversationRecord, SESSION_KEYS } from '../protocol/state';

/** Conversations kept per tab; beyond it the one untouched for longest goes. */
export const MAX_CONVERSATIONS_PER_TAB = 30;

/** What one job may do. Nothing of it is kept when the job throws. */
export type Workspace = {
  get(tab: number, id: string): ConversationRecord | undefined;
  all(): ConversationRecord[];
  /** `advise`: ask the coach about it again. */
  put(record: ConversationRecord, options: { advise: boolean }): void;
  drop(record: ConversationRecord): void;
};

/** Records by their storage key. */
export type Records = ReadonlyMap<string, ConversationRecord>;
/** By storage key, too; null: to be dropped. */
export type Changes = Map<string, { readonly record: ConversationRecord; readonly advise: boolean } | null>;

export type Job = {
  readonly run: (workspace: Workspace) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

export const keyOf = ({ tab, meta }: ConversationRecord): string => SESSION_KEYS.conversation(tab, meta.id);
export const adviceKeyOf = ({ tab, meta }: ConversationRecord): string => SESSION_KEYS.advice(tab, meta.id);

export const oldestFirst = (records: readonly ConversationRecord[]): ConversationRecord[] =>
  [...records].sort((a, b) => a.updatedAt - b.updatedAt);

/** Runs the jobs in order, each on what those before it left. Out: what is to be stored, and how to answer the callers once it is. */
export function runJobs(jobs: readonly Job[], records: Records): { changes: Changes; settle: () => void } {
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
  limitTabs(records, changes);
  return {
    changes,
    settle: () => {
      for (const answer of answers) answer();
    },
  };
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
