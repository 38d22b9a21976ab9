// Where a conversation stands: the state that is folded from what was heard. Small, bounded, plain JSON, never mutated,
// so that any point of it can be kept, stored and gone back to.
import type { Fact, GuardrailWarning, HeatPoint, OpenQuestion, Quote, Signal, StepReason } from '../../protocol/advice';
import type { HeatLevel, StepId } from '../../protocol/vocabulary';

/** `replies`: agent messages since it became due. */
export type DueStep = {
  readonly utterance: string;
  readonly at: number;
  readonly replies: number;
  readonly reason: StepReason;
  readonly quote: string | null;
};
/** `said`: how many utterances had been said when it was proved. */
export type DoneStep = { readonly evidence: Quote | null; readonly said: number };
export type StepStanding = { readonly due: DueStep | null; readonly done: DoneStep | null };

/** `clean`: without insult or profanity, so that it may be quoted back. */
export type StandingQuestion = OpenQuestion & {
  readonly wants: string;
  readonly about: readonly string[];
  readonly clean: boolean;
};

/** A run of customer messages close together. `unfinished`: the last one breaks off; `asks`: it ends in a question. */
export type Burst = { readonly messages: number; readonly lastAt: number; readonly unfinished: boolean; readonly asks: boolean };

export type Standing = {
  /** Utterances folded in; of the customer, of the agent; words the customer has said. */
  readonly said: number;
  readonly customerSaid: number;
  readonly agentSaid: number;
  readonly customerWords: number;
  readonly heat: number;
  readonly level: HeatLevel;
  readonly abusive: boolean;
  /** Oldest first; capped. */
  readonly curve: readonly HeatPoint[];
  readonly raised: readonly Signal[];
  readonly lowered: readonly Signal[];
  readonly steps: Readonly<Partial<Record<StepId, StepStanding>>>;
  readonly concern: (Quote & { readonly restated: string | null }) | null;
  /** Rules of the complaints told so far, and whether the agent has replied since the last. */
  readonly harms: readonly string[];
  readonly repliedSinceHarm: boolean;
  readonly facts: readonly Fact[];
  readonly questions: readonly StandingQuestion[];
  /** The agent's sentences in normal form, newest last; capped. */
  readonly sentences: readonly string[];
  /** Apologies since the last new harm. */
  readonly apologies: number;
  readonly slips: readonly GuardrailWarning[];
  readonly burst: Burst | null;
  /** Since when the customer waits for a reply (ms), null when the agent spoke last. */
  readonly waitingSince: number | null;
  readonly solved: boolean;
  /** As the page shows it. */
  readonly customerName: string | null;
  readonly lastSpeaker: 'customer' | 'agent' | null;
  readonly last: { readonly id: string; readonly at: number } | null;
};

export const NOTHING_SAID: Standing = {
  said: 0,
  customerSaid: 0,
  agentSaid: 0,
  customerWords: 0,
  heat: 0,
  level: 'calm',
  abusive: false,
  curve: [],
  raised: [],
  lowered: [],
  steps: {},
  concern: null,
  harms: [],
  repliedSinceHarm: false,
  facts: [],
  questions: [],
  sentences: [],
  apologies: 0,
  slips: [],
  burst: null,
  waitingSince: null,
  solved: false,
  customerName: null,
  lastSpeaker: null,
  last: null,
};

export const LIMITS = { curve: 40, signals: 6, harms: 12, questions: 8, sentences: 60, facts: 12 } as const;

/** `list` with `item` at its end, cut to the newest `limit`. */
export const keep = <T>(list: readonly T[], items: readonly T[], limit: number): readonly T[] =>
  items.length === 0 ? list : [...list, ...items].slice(-limit);
