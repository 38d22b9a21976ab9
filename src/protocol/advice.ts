// Everything the panel draws, produced by the coach. Plain data: it is stored as it stands.
// Each signal carries the exact words it rests on, as a span of the original text.
import type { Attention, FactKind, GuardrailId, HeatLevel, Phase, SignalKind, StepId, StepState, Trend } from './vocabulary';

/** A span of an utterance's original text. `start` and `length` in UTF-16 units; `text` is exactly that slice. */
export type Quote = {
  readonly utterance: string;
  readonly text: string;
  readonly start: number;
  readonly length: number;
};

/** One reason why heat moved. `effect` is its part of the change, -1..1; negative cools. `rule` is the pack rule's id, or "wording". */
export type Signal = Quote & { readonly category: SignalKind; readonly rule: string; readonly effect: number };

/** Heat right after one customer utterance, 0..1. */
export type HeatPoint = { readonly utterance: string; readonly at: number; readonly heat: number; readonly level: HeatLevel };

export type Mood = {
  /** 0..1: how angry the customer is now. */
  readonly heat: number;
  readonly level: HeatLevel;
  readonly trend: Trend;
  /** Insults or profanity aimed at the agent; kept apart from heat. */
  readonly abusive: boolean;
  /** False where too little was said to tell; the panel then says "can't tell yet". */
  readonly certain: boolean;
  /** Strongest first, at most six each. */
  readonly raised: readonly Signal[];
  readonly lowered: readonly Signal[];
  /** Oldest first, at most forty. */
  readonly curve: readonly HeatPoint[];
};

/** Why a step is due, in a word the interface can translate (`why_<reason>`). */
export const STEP_REASONS = [
  'opening',
  'mid_flow',
  'heat',
  'fresh_heat',
  'complaint',
  'new_harm',
  'concern_told',
  'need_to_know',
  'handed_over',
  'promise_open',
  'takes_time',
  'refused',
  'question_open',
  'solved',
] as const;
export type StepReason = (typeof STEP_REASONS)[number];

export type StepAdvice = {
  readonly id: StepId;
  readonly state: StepState;
  /** Since when it has been due: the utterance that made it so, how many agent replies ago, and when (ms). */
  readonly since: { readonly utterance: string; readonly replies: number; readonly at: number } | null;
  /** When it turns overdue by the clock (ms since 1970), where it does. */
  readonly overdueAt: number | null;
  readonly reason: StepReason | null;
  /** The agent's words that prove it. */
  readonly evidence: Quote | null;
};

/** A thing the agent said, or is about to say, that should be said otherwise. `utterance` is 'draft' for the draft. */
export type GuardrailWarning = Quote & {
  readonly id: GuardrailId;
  readonly rule: string;
  /** What to say instead, in the pack's language; empty where there is only "don't". */
  readonly instead: string;
  /** Why, in the pack's language, one short sentence. */
  readonly why: string;
};

export type OpenQuestion = Quote & { readonly at: number };

/** A fact in the customer's own words; `value` is how a phrase would say it ("third call" → "three"), empty where none would. */
export type Fact = Quote & { readonly kind: FactKind; readonly value: string };

/** What the customer complains of: their words, and turned round for the agent to say (null where that would not be faithful). */
export type Concern = Quote & { readonly restated: string | null };

/** Why a phrase was chosen, for `_locales` (`reason_<code>`), with the customer's words it answers where there are any. */
export const SUGGESTION_REASONS = [
  'let_them_finish',
  'missing',
  'overdue',
  'fresh_heat',
  'new_harm',
  'after_slip',
  'open_question',
  'next',
  'only_this_left',
] as const;
export type SuggestionReason = {
  readonly code: (typeof SUGGESTION_REASONS)[number];
  readonly quote: string | null;
  /** Agent replies since the step became due. */
  readonly replies: number;
};

export type Suggestion = {
  readonly phrase: string;
  readonly step: StepId;
  readonly text: string;
  readonly reason: SuggestionReason;
  /** Where facts of this customer stand in `text`. */
  readonly filled: readonly { readonly start: number; readonly length: number; readonly slot: string }[];
  /** How it differs from the first suggestion. */
  readonly tone: 'plain' | 'shorter' | 'warmer';
};

export type DraftAdvice = {
  readonly text: string;
  readonly covers: readonly StepId[];
  readonly warnings: readonly GuardrailWarning[];
};

export type Advice = {
  readonly conversation: string;
  /** The time it was worked out for, and the last utterance it has seen. */
  readonly at: number;
  readonly upTo: string | null;
  readonly phase: Phase;
  readonly attention: Attention;
  /** The customer is mid-flow: nothing longer than a back-channel is offered. */
  readonly hold: boolean;
  readonly mood: Mood;
  readonly steps: readonly StepAdvice[];
  /** In the newest agent turn. */
  readonly guardrails: readonly GuardrailWarning[];
  readonly concern: Concern | null;
  readonly facts: readonly Fact[];
  readonly questions: readonly OpenQuestion[];
  /** At most three; the first is the one to say. Empty: nothing to say. */
  readonly suggestions: readonly Suggestion[];
  readonly draft: DraftAdvice | null;
  /** Ask for advice again at this time (ms) even if nothing is said: something turns overdue, or a burst has ended. */
  readonly refreshAt: number | null;
};
