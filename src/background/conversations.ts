// What happens to conversations: batches from readers, drafts, the agent's choices, tabs and sites going away.
// Each is one change to the store; nothing is kept here but which batches were taken.
import type { MessageOrigin } from '../platform/messaging';
import type { ConversationUpdate } from '../protocol/messages';
import type { ConversationRecord } from '../protocol/state';
import type { ConversationStore } from './conversation-store';
import { takeBatch } from './take-batch';
import type { Workspace } from './workspace';

/** Phrase ids kept per list of choices: more than any agent makes in one conversation. */
const MAX_CHOICES = 200;

export type Conversations = {
  /** Takes a batch; resolves once it is stored and advised on. `resync`: too little is known of the conversation, send the whole. */
  take(update: ConversationUpdate, from: MessageOrigin & { tab: number }): Promise<{ resync: boolean }>;
  find(tab: number, id: string): Promise<ConversationRecord | undefined>;
  setDraft(tab: number, id: string, text: string): Promise<void>;
  addInserted(tab: number, id: string, phrase: string): Promise<void>;
  /** Resolves once other phrases are advised. */
  addPassed(tab: number, id: string, phrases: readonly string[]): Promise<void>;
  /** Asks the coach again about one conversation, or about all; resolves once it has answered. */
  readvise(tab: number, id: string): Promise<void>;
  readviseAll(): Promise<void>;
  /** Forgets a tab's conversations: all of them, or those of one frame. */
  forget(tab: number, frame?: number): Promise<void>;
};

/** In: where conversations are stored, and the clock (ms since 1970). */
export function openConversations(store: ConversationStore, clock: () => number): Conversations {
  const edit = (tab: number, id: string, change: (record: ConversationRecord) => ConversationRecord): Promise<void> =>
    store.change((workspace) => {
      const record = workspace.get(tab, id);
      if (record !== undefined) workspace.put(change(record), { advise: true });
    });

  return {
    async take(update, { tab, frame }) {
      const resync = await store.change((workspace) => {
        const record = workspace.get(tab, update.meta.id);
        const newest = newestOf(workspace, tab, update.batch.session);
        const outcome = takeBatch(update, { record, newest, tab, frame, now: clock() });
        if (outcome.kind === 'taken') workspace.put(outcome.record, { advise: outcome.news });
        return outcome.kind === 'resync';
      });
      // The acknowledgement waits for the advice: a worker that dies over it is sent the batch again, and catches up.
      await store.advised();
      return { resync };
    },

    find: (tab, id) => store.change((workspace) => workspace.get(tab, id)),

    setDraft: (tab, id, text) => edit(tab, id, (record) => ({ ...record, draft: text, updatedAt: clock() })),

    addInserted: (tab, id, phrase) =>
      edit(tab, id, (record) => {
        const inserted = [...record.choices.inserted, phrase].slice(-MAX_CHOICES);
        return { ...record, choices: { ...record.choices, inserted }, updatedAt: clock() };
      }),

    async addPassed(tab, id, phrases) {
      await edit(tab, id, (record) => {
        const passed = appendOnce(record.choices.passed, phrases);
        return { ...record, choices: { ...record.choices, passed }, updatedAt: clock() };
      });
      await store.advised();
    },

    async readvise(tab, id) {
      await edit(tab, id, (record) => record);
      await store.advised();
    },

    async readviseAll() {
      await store.change((workspace) => {
        for (const record of workspace.all()) workspace.put(record, { advise: true });
      });
      await store.advised();
    },

    forget: (tab, frame) =>
      store.change((workspace) => {
        for (const record of workspace.all())
          if (record.tab === tab && (frame === undefined || record.frame === frame)) workspace.drop(record);
      }),
  };
}

/** Batches are numbered over all conversations of a reader, so the newest one taken may stand with another conversation. */
function newestOf(workspace: Workspace, tab: number, session: string): number {
  const seen = workspace.all().filter((record) => record.tab === tab && record.seen.session === session);
  return Math.max(0, ...seen.map((record) => record.seen.n));
}

/** Each id once, where it was chosen last. */
function appendOnce(ids: readonly string[], more: readonly string[]): string[] {
  return [...ids.filter((id) => !more.includes(id)), ...new Set(more)].slice(-MAX_CHOICES);
}
