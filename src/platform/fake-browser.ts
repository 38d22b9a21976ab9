// A browser for unit tests, in memory: the parts of the extension API that src/platform uses, with the browser's own manners
// (structured copies, change events, quota errors). Only tests import it:
//   vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform/fake-browser')).fakeBrowser }));

type Listener = (...args: never[]) => unknown;

/** An event as extension APIs have them; `emit` calls every listener and gives what they returned. */
class FakeEvent<L extends Listener> {
  readonly #listeners = new Set<L>();
  addListener = (listener: L): void => void this.#listeners.add(listener);
  removeListener = (listener: L): void => void this.#listeners.delete(listener);
  hasListener = (listener: L): boolean => this.#listeners.has(listener);
  get count(): number {
    return this.#listeners.size;
  }
  emit(...args: Parameters<L>): unknown[] {
    return [...this.#listeners].map((listener) => listener(...args));
  }
  clear(): void {
    this.#listeners.clear();
  }
}

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
const storageChanged = new FakeEvent<(changes: Changes, area: string) => void>();

class FakeArea {
  readonly #name: string;
  #items = new Map<string, unknown>();
  /** Room in characters of JSON. */
  quota = Number.POSITIVE_INFINITY;
  /** Writes so far, failed ones included. */
  writes = 0;
  constructor(name: string) {
    this.#name = name;
  }

  get = async (keys: string | string[] | null): Promise<Record<string, unknown>> => {
    const wanted = keys === null ? [...this.#items.keys()] : [keys].flat();
    return Object.fromEntries(
      wanted.flatMap((key) => (this.#items.has(key) ? [[key, structuredClone(this.#items.get(key))]] : [])),
    );
  };

  set = async (items: Record<string, unknown>): Promise<void> => {
    this.writes++;
    const next = new Map([...this.#items, ...Object.entries(structuredClone(items))]);
    if (JSON.stringify([...next]).length > this.quota)
      throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    const changes: Changes = {};
    for (const key of Object.keys(items)) {
      const oldValue = this.#items.get(key);
      changes[key] = { ...(oldValue === undefined ? {} : { oldValue }), newValue: next.get(key) };
    }
    this.#items = next;
    storageChanged.emit(changes, this.#name);
  };

  remove = async (keys: string | string[]): Promise<void> => {
    const changes: Changes = {};
    for (const key of [keys].flat()) {
      if (!this.#items.has(key)) continue;
      changes[key] = { oldValue: this.#items.get(key) };
      this.#items.delete(key);
    }
    if (Object.keys(changes).length > 0) storageChanged.emit(changes, this.#name);
  };

  /** What is stored, for a test to look at. */
  contents(): Record<string, unknown> {
    return Object.fromEntries(structuredClone(this.#items));
  }

  reset(): void {
    this.#items.clear();
    this.quota = Number.POSITIVE_INFINITY;
    this.writes = 0;
  }
}

type Message = { name: string; data: unknown };
type Registered = { id: string; js: string[]; matches: string[] };

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const session = new FakeArea('session');
const local = new FakeArea('local');

const state = {
  tabs: [] as { id: number; url?: string; active?: boolean }[],
  origins: [] as string[],
  registered: [] as Registered[],
  /** Every script run: the tab it went to. */
  scriptRuns: [] as number[],
  panelsOpened: [] as number[],
  messages: new Map<string, string>(),
  manifest: { version: '1.2.3' } as { version: string; content_scripts?: { matches?: string[] }[] },
  /** Who answers tabs.sendMessage and runtime.sendMessage; null: nobody is there. */
  reader: null as ((tab: number, frame: number, message: Message) => Promise<unknown>) | null,
  background: null as ((message: Message) => Promise<unknown>) | null,
  mayScript: (_tab: number): boolean => true,
};

const nobody = (): never => {
  throw new Error('Could not establish connection. Receiving end does not exist.');
};

export const fakeBrowser = {
  runtime: {
    id: ID as string | undefined,
    getURL: (path: string): string => `chrome-extension://${ID}/${path}`,
    getManifest: () => state.manifest,
    onMessage: new FakeEvent<(message: unknown, sender: object) => unknown>(),
    onInstalled: new FakeEvent<() => void>(),
    onStartup: new FakeEvent<() => void>(),
    sendMessage: async (message: Message): Promise<unknown> => (state.background ?? nobody)(message),
  },
  storage: { session, local, onChanged: storageChanged },
  tabs: {
    query: async (filter: { active?: boolean; url?: string[] }) =>
      state.tabs.filter(
        (tab) =>
          (filter.active === undefined || tab.active === filter.active) &&
          (filter.url === undefined || filter.url.some((pattern) => tab.url?.startsWith(pattern.slice(0, -1)))),
      ),
    getCurrent: async () => undefined,
    sendMessage: async (tab: number, message: Message, { frameId }: { frameId: number }): Promise<unknown> =>
      (state.reader ?? nobody)(tab, frameId, message),
    onActivated: new FakeEvent<() => void>(),
    onUpdated: new FakeEvent<(id: number, change: { status?: string; url?: string }, tab: { active: boolean }) => void>(),
    onRemoved: new FakeEvent<(tab: number) => void>(),
  },
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => state.origins.includes(origin)),
    getAll: async () => ({ origins: [...state.origins] }),
    request: async ({ origins }: { origins: string[] }) => {
      state.origins.push(...origins);
      fakeBrowser.permissions.onAdded.emit();
      return true;
    },
    remove: async ({ origins }: { origins: string[] }) => {
      state.origins = state.origins.filter((origin) => !origins.includes(origin));
      fakeBrowser.permissions.onRemoved.emit();
      return true;
    },
    onAdded: new FakeEvent<() => void>(),
    onRemoved: new FakeEvent<() => void>(),
  },
  scripting: {
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      if (!state.mayScript(target.tabId)) throw new Error('Cannot access contents of the page.');
      state.scriptRuns.push(target.tabId);
      return [{ frameId: 0 }];
    },
    getRegisteredContentScripts: async () => [...state.registered],
    registerContentScripts: async (scripts: Registered[]): Promise<void> => {
      const taken = scripts.find(({ id }) => state.registered.some((known) => known.id === id));
      if (taken) throw new Error(`Duplicate script ID '${taken.id}'`);
      state.registered.push(...scripts);
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }): Promise<void> => {
      state.registered = state.registered.filter(({ id }) => !ids.includes(id));
    },
  },
  commands: {
    getAll: async () => [{ name: 'use-suggestion', shortcut: 'Alt+Period' }, { name: 'another-wording' }],
    onCommand: new FakeEvent<(name: string, tab: { id: number } | undefined) => void>(),
  },
  action: { onClicked: new FakeEvent<(tab: { id?: number }) => void>() },
  sidePanel: {
    open: async ({ tabId }: { tabId: number }): Promise<void> => void state.panelsOpened.push(tabId),
  },
  i18n: {
    getMessage: (key: string, substitutions: string[] = []): string =>
      (state.messages.get(key) ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? ''),
    getUILanguage: (): string => 'en-GB',
  },
  /** Not the browser's: what the test sets and looks at. */
  state,
};

/** Back to a browser nobody has used. Listeners stay where `keepListeners` says so: a module registers its own only once. */
export function resetFakeBrowser({ keepListeners = false }: { keepListeners?: boolean } = {}): void {
  session.reset();
  local.reset();
  Object.assign(state, {
    tabs: [],
    origins: [],
    registered: [],
    scriptRuns: [],
    panelsOpened: [],
    messages: new Map(),
    manifest: { version: '1.2.3' },
    reader: null,
    background: null,
    mayScript: () => true,
  });
  fakeBrowser.runtime.id = ID;
  if (keepListeners) return;
  const { runtime, tabs, permissions, commands, action } = fakeBrowser;
  for (const event of [
    runtime.onMessage,
    runtime.onInstalled,
    runtime.onStartup,
    tabs.onActivated,
    tabs.onUpdated,
    tabs.onRemoved,
    permissions.onAdded,
    permissions.onRemoved,
    commands.onCommand,
    action.onClicked,
    storageChanged,
  ])
    event.clear();
}
