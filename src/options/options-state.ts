// What the options page knows: packs and settings as stored, sites as granted. Watches; asks the background to change them.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { BUILT_IN_PACK } from '../packs/built-in';
import { send } from '../platform/messaging';
import { listSites, watchSites } from '../platform/sites';
import { localItem } from '../platform/storage-item';
import { type Fault, fault } from '../protocol/fault';
import { MAX_PACK_CHARS, type MessageData, type MessageReply } from '../protocol/messages';
import { DEFAULT_SETTINGS, EMPTY_SHELF, LOCAL_KEYS, type PackShelf, type Sensitivity, type Settings } from '../protocol/state';

/** A pack as the list shows it. `id` is null for the built-in one, as messages name it. */
export type PackLine = {
  readonly id: string | null;
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly phrases: number;
  readonly cues: number;
  readonly active: boolean;
  /** When it was loaded (ms since 1970); null for the built-in one. */
  readonly installedAt: number | null;
};

/** Where loading a file stands. */
export type Loading =
  | { readonly step: 'idle' }
  | { readonly step: 'reading' | 'done'; readonly file: string }
  | { readonly step: 'faulty'; readonly file: string; readonly faults: readonly Fault[] };

export type OptionsState = {
  readonly packs: ReadonlySignal<readonly PackLine[]>;
  readonly settings: ReadonlySignal<Settings>;
  readonly sites: ReadonlySignal<readonly string[]>;
  readonly loading: Signal<Loading>;
  /** Why the last change of a pack in the list, or of a setting, did not work. */
  readonly packFaults: ReadonlySignal<readonly Fault[]>;
  readonly settingFaults: ReadonlySignal<readonly Fault[]>;
  /** Reads a file, checks its size first, and has it installed. */
  loadFile(file: File): Promise<void>;
  activate(id: string | null): Promise<void>;
  remove(id: string): Promise<void>;
  changeSensitivity(sensitivity: Sensitivity | null): Promise<void>;
  stop(): void;
};

type Change = 'pack/install' | 'pack/activate' | 'pack/remove' | 'settings/change';

/** Every fault of a change, whether the background found it or could not be asked. */
async function change<N extends Change>(name: N, data: MessageData<N>): Promise<readonly Fault[]> {
  const reply = await send(name, data);
  if (!reply.ok) return [reply.fault];
  return (reply.value as MessageReply<Change>).faults.map(({ code, where, detail }) => fault(code, where, detail));
}

function listPacks({ active, installed }: PackShelf): readonly PackLine[] {
  const builtIn: PackLine = {
    id: null,
    key: BUILT_IN_PACK.id,
    name: BUILT_IN_PACK.name,
    version: BUILT_IN_PACK.version,
    phrases: BUILT_IN_PACK.phrases.length,
    cues: BUILT_IN_PACK.cues.length,
    active: active === null,
    installedAt: null,
  };
  const loaded = installed.map(
    ({ id, name, version, phrases, cues, installedAt }): PackLine => ({
      id,
      key: id,
      name,
      version,
      phrases,
      cues,
      active: id === active,
      installedAt,
    }),
  );
  return [builtIn, ...loaded];
}

/** Starts watching at once; the built-in pack stands there before anything was read. */
export function createOptionsState(): OptionsState {
  const shelfItem = localItem<PackShelf>(LOCAL_KEYS.packs, EMPTY_SHELF);
  const settingsItem = localItem<Settings>(LOCAL_KEYS.settings, DEFAULT_SETTINGS);
  const shelf = signal(EMPTY_SHELF);
  const settings = signal(DEFAULT_SETTINGS);
  const sites = signal<readonly string[]>([]);
  const loading = signal<Loading>({ step: 'idle' });
  const packFaults = signal<readonly Fault[]>([]);
  const settingFaults = signal<readonly Fault[]>([]);

  const follow = <T>(item: { get(): Promise<T>; watch(listener: (value: T) => void): () => void }, into: Signal<T>) => {
    let heard = false;
    void item.get().then((value) => {
      if (!heard) into.value = value;
    });
    return item.watch((value) => {
      heard = true;
      into.value = value;
    });
  };
  const lookAtSites = async (): Promise<void> => {
    sites.value = await listSites();
  };
  void lookAtSites();
  const stops = [follow(shelfItem, shelf), follow(settingsItem, settings), watchSites(() => void lookAtSites())];

  return {
    packs: computed(() => listPacks(shelf.value)),
    settings,
    sites,
    loading,
    packFaults,
    settingFaults,

    async loadFile(file) {
      loading.value = { step: 'reading', file: file.name };
      const faults = await install(file);
      loading.value = faults.length === 0 ? { step: 'done', file: file.name } : { step: 'faulty', file: file.name, faults };
    },

    async activate(id) {
      packFaults.value = await change('pack/activate', { id });
    },

    async remove(id) {
      packFaults.value = await change('pack/remove', { id });
    },

    async changeSensitivity(sensitivity) {
      const before = settings.peek();
      settings.value = { ...before, sensitivity };
      settingFaults.value = await change('settings/change', { sensitivity });
      if (settingFaults.value.length > 0) settings.value = { ...before };
    },

    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** A character takes at least a byte, so a file with more bytes than a pack may have characters need not be read to be refused. */
async function install(file: File): Promise<readonly Fault[]> {
  const tooLarge = [fault('pack_too_large', undefined, `${(file.size / 1e6).toFixed(1)} MB`)];
  if (file.size > MAX_PACK_CHARS) return tooLarge;
  return change('pack/install', { text: await file.text() });
}
