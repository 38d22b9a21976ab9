// Typed access to the two storage areas. `session` is memory only and may hold chat text; `local` is on disk and never may.
// Reading gives what was written: shapes are src/protocol/state.ts; nobody but this extension can write here.
import { browser } from './browser';

type AreaName = 'session' | 'local';

/** One key of one area. `Missing` is what `get` and `watch` give when the key is absent: undefined, or nothing with a fallback. */
export type StorageItem<T, Missing = undefined> = {
  get(): Promise<T | Missing>;
  /** Rejects when the area is full; see `isQuotaError`. */
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls `listener` after every change, by whomever. Returns how to stop. */
  watch(listener: (value: T | Missing) => void): () => void;
};

function storageItem<T, Missing>(area: AreaName, key: string, missing: T | Missing): StorageItem<T, Missing> {
  const present = (value: unknown): T | Missing => (value === undefined ? missing : (value as T));
  return {
    get: async () => present((await browser.storage[area].get(key))[key]),
    set: (value) => browser.storage[area].set({ [key]: value }),
    remove: () => browser.storage[area].remove(key),
    watch: (listener) =>
      watchArea(area, (changed, value) => {
        if (changed === key) listener(present(value));
      }),
  };
}

/** A key in memory: gone when the browser closes or the extension updates. */
export function sessionItem<T>(key: string): StorageItem<T> {
  return storageItem<T, undefined>('session', key, undefined);
}

/** A key on disk; `fallback` stands for it while nothing was stored. Never for chat text. */
export function localItem<T>(key: string, fallback: T): StorageItem<T, never> {
  return storageItem<T, never>('local', key, fallback);
}

/** Everything in memory whose key begins with `prefix`, in no particular order. */
export async function readSession(prefix: string): Promise<Map<string, unknown>> {
  const all = await browser.storage.session.get(null);
  return new Map(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
}

/** Calls `listener` for each changed key that begins with `prefix`; `undefined` means removed. Returns how to stop. */
export function watchSession(prefix: string, listener: (key: string, value: unknown | undefined) => void): () => void {
  return watchArea('session', (key, value) => {
    if (key.startsWith(prefix)) listener(key, value);
  });
}

/** Several keys written as one: all or none. Rejects when the area is full. */
export async function writeSession(items: ReadonlyMap<string, unknown>): Promise<void> {
  await browser.storage.session.set(Object.fromEntries(items));
}

export async function removeSession(keys: string[]): Promise<void> {
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

/** Whether a rejected write failed for want of room. The browsers agree on nothing but the word. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}

function watchArea(area: AreaName, listener: (key: string, value: unknown) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, changedArea: string): void => {
    if (changedArea !== area) return;
    for (const [key, change] of Object.entries(changes)) listener(key, change.newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
