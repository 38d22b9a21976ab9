// What is stored, under which name, in which area. Panel and options draw from these and from nothing else.
//   session: memory only, gone with the browser; the only place where chat text ever stands
//   local:   packs and settings; never a word of a conversation
import type { Choices, ConversationMeta } from './conversation';
import type { Reading } from './reading';
import type { Utterance } from './utterance';

/** One conversation of one tab. `seen` is the newest batch taken from each reader; `before` the coach's summary of what was dropped. */
export type ConversationRecord = {
  readonly tab: number;
  readonly frame: number;
  readonly meta: ConversationMeta;
  readonly utterances: readonly Utterance[];
  readonly draft: string;
  readonly choices: Choices;
  readonly before?: unknown;
  readonly seen: { readonly session: string; readonly n: number };
  readonly updatedAt: number;
};

/** What is read in one tab: the best of its frames' reports. */
export type TabReading = Reading & { readonly tab: number; readonly frame: number; readonly at: number };

export const SENSITIVITIES = ['fewer', 'balanced', 'more'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export type Settings = {
  /** How readily heat is called upset: fewer, balanced or more alarms. Null: as the pack says. */
  readonly sensitivity: Sensitivity | null;
};
export const DEFAULT_SETTINGS: Settings = { sensitivity: null };

/** A pack as stored. `text` is its canonical serialisation; `previous` what it replaced, newest first. */
export type StoredPack = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly phrases: number;
  readonly cues: number;
  readonly text: string;
  readonly installedAt: number;
  readonly previous: readonly { readonly version: string; readonly text: string; readonly installedAt: number }[];
};
/** `active` null: the built-in pack. */
export type PackShelf = { readonly active: string | null; readonly installed: readonly StoredPack[] };
export const EMPTY_SHELF: PackShelf = { active: null, installed: [] };

export const SESSION_KEYS = {
  conversation: (tab: number, id: string) => `conversation:${tab}:${id}`,
  advice: (tab: number, id: string) => `advice:${tab}:${id}`,
  reading: (tab: number) => `reading:${tab}`,
} as const;
export const LOCAL_KEYS = { packs: 'packs', settings: 'settings' } as const;
