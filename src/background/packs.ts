// The phrase packs on disk and the one in use. A pack that does not load never replaces one that does.
// Knows no built-in pack of its own: it is handed in.
import { loadPack } from '../packs/load';
import type { Pack } from '../packs/schema';
import { serialisePack } from '../packs/serialise';
import { log } from '../platform/log';
import { serially } from '../platform/serial';
import { isQuotaError, localItem } from '../platform/storage-item';
import { type Fault, fault } from '../protocol/fault';
import { DEFAULT_SETTINGS, EMPTY_SHELF, LOCAL_KEYS, type PackShelf, type Settings, type StoredPack } from '../protocol/state';

/** Versions kept of each pack besides the one installed. */
const MAX_PREVIOUS = 3;
/** Packs on the shelf: a page of them, and well within what the browser stores. */
const MAX_INSTALLED = 20;

export type Packs = {
  /** The pack in use, with the sensitivity the team lead has set. The same object until either changes. */
  current(): Promise<Pack>;
  /** Each of these gives every fault it found; none: it is done and stored. */
  install(text: string): Promise<readonly Fault[]>;
  activate(id: string | null): Promise<readonly Fault[]>;
  remove(id: string): Promise<readonly Fault[]>;
  changeSettings(settings: Settings): Promise<readonly Fault[]>;
};

/**
 * In: the pack that is used where none is chosen or the chosen one does not load; what runs a pack's own examples (a fault for each
 * that fails); the clock (ms since 1970).
 */
export function openPacks(builtIn: Pack, runExamples: (pack: Pack) => readonly Fault[], clock: () => number): Packs {
  const shelfItem = localItem<PackShelf>(LOCAL_KEYS.packs, EMPTY_SHELF);
  const settingsItem = localItem<Settings>(LOCAL_KEYS.settings, DEFAULT_SETTINGS);
  let inUse: Promise<Pack> | null = null;

  async function readCurrent(): Promise<Pack> {
    const [shelf, { sensitivity }] = await Promise.all([shelfItem.get(), settingsItem.get()]);
    const pack = loadActive(shelf, builtIn);
    return sensitivity === null ? pack : { ...pack, settings: { ...pack.settings, sensitivity } };
  }

  /** One change at a time; the pack in use is read again afterwards. */
  function change(work: (shelf: PackShelf) => Promise<readonly Fault[]>): Promise<readonly Fault[]> {
    return serially('packs', async () => {
      try {
        return await work(await shelfItem.get());
      } catch (error) {
        if (isQuotaError(error)) return [fault('storage_full')];
        throw error;
      } finally {
        inUse = null;
      }
    });
  }

  return {
    current() {
      inUse ??= readCurrent().catch((error: unknown) => {
        inUse = null;
        throw error;
      });
      return inUse;
    },

    install: (text) =>
      change(async (shelf) => {
        const loaded = loadPack(text);
        if (!loaded.ok) return loaded.fault;
        const failing = runExamples(loaded.value);
        if (failing.length > 0) return failing;
        const replaced = shelf.installed.find(({ id }) => id === loaded.value.id);
        if (replaced === undefined && shelf.installed.length >= MAX_INSTALLED)
          return [fault('pack_too_many', undefined, String(MAX_INSTALLED))];
        const stored = shelve(loaded.value, replaced, clock());
        if (stored.text === replaced?.text) return [];
        await writeWithHistory(shelfItem, shelf, stored);
        return [];
      }),

    activate: (id) =>
      change(async (shelf) => {
        if (id !== null && !shelf.installed.some((pack) => pack.id === id)) return [fault('pack_unknown', undefined, id)];
        await shelfItem.set({ ...shelf, active: id });
        return [];
      }),

    remove: (id) =>
      change(async (shelf) => {
        if (!shelf.installed.some((pack) => pack.id === id)) return [fault('pack_unknown', undefined, id)];
        if (shelf.active === id) return [fault('pack_in_use', undefined, id)];
        await shelfItem.set({ ...shelf, installed: shelf.installed.filter((pack) => pack.id !== id) });
        return [];
      }),

    changeSettings: (settings) =>
      change(async () => {
        await settingsItem.set(settings);
        return [];
      }),
  };
}

/** The active pack; where it does not load any more, the newest earlier version that does, else the built-in one. */
function loadActive({ active, installed }: PackShelf, builtIn: Pack): Pack {
  const stored = installed.find(({ id }) => id === active);
  if (stored === undefined) return builtIn;
  for (const { version, text } of [stored, ...stored.previous]) {
    const loaded = loadPack(text);
    if (loaded.ok) return loaded.value;
    log.warn('pack_unusable', { id: stored.id, version, fault: loaded.fault[0]?.code ?? 'unknown' });
  }
  log.warn('pack_fell_back_to_built_in', { id: stored.id });
  return builtIn;
}

function shelve(pack: Pack, replaced: StoredPack | undefined, now: number): StoredPack {
  const { id, name, version } = pack;
  const previous =
    replaced === undefined
      ? []
      : [{ version: replaced.version, text: replaced.text, installedAt: replaced.installedAt }, ...replaced.previous];
  return {
    id,
    name,
    version,
    phrases: pack.phrases.length,
    cues: pack.cues.length,
    text: serialisePack(pack),
    installedAt: now,
    previous: previous.slice(0, MAX_PREVIOUS),
  };
}

/** Stores a pack in its place on the shelf; where room is short, with fewer earlier versions. Rejects when even none helps. */
async function writeWithHistory(
  item: { set(shelf: PackShelf): Promise<void> },
  shelf: PackShelf,
  stored: StoredPack,
): Promise<void> {
  for (let keep = stored.previous.length; ; keep--) {
    const kept = { ...stored, previous: stored.previous.slice(0, keep) };
    const known = shelf.installed.some(({ id }) => id === kept.id);
    const installed = known ? shelf.installed.map((pack) => (pack.id === kept.id ? kept : pack)) : [...shelf.installed, kept];
    try {
      return await item.set({ ...shelf, installed });
    } catch (error) {
      if (keep === 0 || !isQuotaError(error)) throw error;
      log.warn('pack_history_shortened', { id: kept.id, versions: keep - 1 });
    }
  }
}
