// What is stored about one tab, as signals. Watches; never writes.
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { readSession, watchSession } from '../platform/storage-item';
import type { Advice } from '../protocol/advice';
import { type ConversationRecord, SESSION_KEYS, type TabReading } from '../protocol/state';

export type TabRecords = {
  /** False until the first look at what is stored has come back. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly reading: ReadonlySignal<TabReading | null>;
  /** By conversation id. */
  readonly conversations: ReadonlySignal<ReadonlyMap<string, ConversationRecord>>;
  readonly advice: ReadonlySignal<ReadonlyMap<string, Advice>>;
  /** Forgets the tab before and watches this one; null: watches none. */
  watch(tab: number | null): void;
};

function put<T>(records: Signal<ReadonlyMap<string, T>>, id: string, value: T | undefined): void {
  const next = new Map(records.peek());
  if (value === undefined) next.delete(id);
  else next.set(id, value);
  records.value = next;
}

export function createTabRecords(): TabRecords {
  const loaded = signal(false);
  const reading = signal<TabReading | null>(null);
  const conversations = signal<ReadonlyMap<string, ConversationRecord>>(new Map());
  const advice = signal<ReadonlyMap<string, Advice>>(new Map());
  let stopWatching = (): void => undefined;

  const clear = (): void =>
    batch(() => {
      loaded.value = false;
      reading.value = null;
      conversations.value = new Map();
      advice.value = new Map();
    });

  const watchTab = (tab: number): (() => void) => {
    let stopped = false;
    const readingKey = SESSION_KEYS.reading(tab);
    const conversationPrefix = SESSION_KEYS.conversation(tab, '');
    const advicePrefix = SESSION_KEYS.advice(tab, '');
    const changed = new Set<string>();

    const take = (key: string, value: unknown): void => {
      if (key === readingKey) reading.value = (value as TabReading | undefined) ?? null;
      else if (key.startsWith(conversationPrefix))
        put(conversations, key.slice(conversationPrefix.length), value as ConversationRecord | undefined);
      else if (key.startsWith(advicePrefix)) put(advice, key.slice(advicePrefix.length), value as Advice | undefined);
    };
    const stop = watchSession('', (key, value) => {
      changed.add(key);
      take(key, value);
    });
    void readSession('').then((stored) => {
      if (stopped) return;
      batch(() => {
        // A change heard while reading is newer than what was read.
        for (const [key, value] of stored) if (!changed.has(key)) take(key, value);
        loaded.value = true;
      });
    });
    return () => {
      stopped = true;
      stop();
    };
  };

  return {
    loaded,
    reading,
    conversations,
    advice,
    watch(tab) {
      stopWatching();
      clear();
      stopWatching = tab === null ? () => undefined : watchTab(tab);
      if (tab === null) loaded.value = true;
    },
  };
}
