// The closed word lists that every room shares: speakers, steps, guardrails, cue categories, levels.
// Order is meaning: steps are listed in the order a good conversation takes them, levels from cool to hot.

export const SPEAKERS = ['customer', 'agent', 'bot', 'system'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const CHANNELS = ['chat', 'call'] as const;
export type Channel = (typeof CHANNELS)[number];

export const STEP_IDS = [
  'greet',
  'hear_out',
  'acknowledge',
  'apologise',
  'restate',
  'probe',
  'own',
  'assure',
  'act',
  'ticket_time',
  'follow_up',
  'answer',
  'thank_close',
] as const;
export type StepId = (typeof STEP_IDS)[number];

export const GUARDRAIL_IDS = [
  'doubt',
  'argue',
  'rude',
  'calm_down',
  'blame_customer',
  'pass_buck',
  'refuse',
  'overpromise',
  'robotic',
  'hollow_apology',
  'piled_apology',
  'butting_in',
] as const;
export type GuardrailId = (typeof GUARDRAIL_IDS)[number];

export const CUE_CATEGORIES = [
  'profanity',
  'insult',
  'emotion_word',
  'shouting',
  'punctuation',
  'repeat_contact',
  'waiting',
  'churn',
  'escalation',
  'public_or_legal_threat',
  'blame',
  'sarcasm',
  'disbelief',
  'impact',
  'relief',
] as const;
export type CueCategory = (typeof CUE_CATEGORIES)[number];

/** What can move heat: a cue of the pack, or the wording as the model has learned it. */
export const SIGNAL_KINDS = [...CUE_CATEGORIES, 'wording'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export const HEAT_LEVELS = ['calm', 'uneasy', 'upset', 'angry'] as const;
export type HeatLevel = (typeof HEAT_LEVELS)[number];

export const TRENDS = ['rising', 'steady', 'cooling'] as const;
export type Trend = (typeof TRENDS)[number];

export const PHASES = ['opening', 'hearing_out', 'acknowledging', 'solving', 'closing'] as const;
export type Phase = (typeof PHASES)[number];

export const STEP_STATES = ['not_due', 'due', 'overdue', 'done'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const FACT_KINDS = ['name', 'order', 'amount', 'date', 'duration', 'product', 'contact_count'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const ATTENTION = ['none', 'hint', 'now'] as const;
export type Attention = (typeof ATTENTION)[number];
