// Advice and records for tests of the panel: one plain conversation, each part replaceable. Only tests import it.
import type { Advice, GuardrailWarning, Suggestion } from '../protocol/advice';
import { type ConversationRecord, SESSION_KEYS, type TabReading } from '../protocol/state';
import type { Utterance } from '../protocol/utterance';
import { STEP_IDS } from '../protocol/vocabulary';

export const TAB = 7;
/** Noon of a day in 2026, UTC (ms since 1970). */
export const NOON = Date.UTC(2026, 9, 14, 12);

export const said = (id: string, speaker: Utterance['speaker'], text: string, seconds = 0): Utterance => ({
  id,
  speaker,
  text,
  at: NOON + seconds * 1_000,
  final: true,
});

export const suggestion = (phrase: string, over: Partial<Suggestion> = {}): Suggestion => ({
  phrase,
  step: 'apologise',
  text: `Words of ${phrase}.`,
  reason: { code: 'missing', quote: null, replies: 0 },
  filled: [],
  tone: 'plain',
  ...over,
});

export const warning = (over: Partial<GuardrailWarning> = {}): GuardrailWarning => ({
  utterance: 'draft',
  text: 'calm down',
  start: 0,
  length: 9,
  id: 'calm_down',
  rule: 'calm-down-plain',
  why: 'It makes most people angrier.',
  instead: 'I can hear how much this cost you.',
  ...over,
});

export const advice = (over: Partial<Advice> = {}): Advice => ({
  conversation: 'c1',
  at: NOON,
  upTo: 'u2',
  phase: 'acknowledging',
  attention: 'hint',
  hold: false,
  mood: {
    heat: 0.4,
    level: 'uneasy',
    trend: 'rising',
    abusive: false,
    certain: true,
    raised: [
      { utterance: 'u1', text: 'heard nothing', start: 4, length: 13, category: 'waiting', rule: 'waiting-nothing', effect: 0.3 },
    ],
    lowered: [],
    curve: [{ utterance: 'u1', at: NOON, heat: 0.4, level: 'uneasy' }],
  },
  steps: STEP_IDS.map((id) => ({ id, state: 'not_due', since: null, overdueAt: null, reason: null, evidence: null })),
  guardrails: [],
  concern: null,
  facts: [],
  questions: [],
  suggestions: [suggestion('one'), suggestion('two', { tone: 'shorter' }), suggestion('three', { tone: 'warmer' })],
  draft: null,
  refreshAt: null,
  ...over,
});

export const record = (id = 'c1', over: Partial<ConversationRecord> = {}): ConversationRecord => ({
  tab: TAB,
  frame: 0,
  meta: { id, title: 'Nadia', channel: 'chat', host: 'desk.example' },
  utterances: [said('u1', 'customer', 'I’ve heard nothing'), said('u2', 'agent', 'Let me look.', 30)],
  draft: '',
  choices: { inserted: [], passed: [] },
  seen: { session: 's', n: 1 },
  updatedAt: NOON,
  ...over,
});

export const reading = (over: Partial<TabReading> = {}): TabReading => ({
  state: 'reading',
  host: 'desk.example',
  adapter: null,
  conversation: 'c1',
  composer: 'ready',
  tab: TAB,
  frame: 0,
  at: NOON,
  ...over,
});

/** What storage holds while one conversation is read and advised on. */
export const oneConversation = (now: Advice = advice(), stored: ConversationRecord = record()): Record<string, unknown> => ({
  [SESSION_KEYS.reading(TAB)]: reading(),
  [SESSION_KEYS.conversation(TAB, stored.meta.id)]: stored,
  [SESSION_KEYS.advice(TAB, stored.meta.id)]: now,
});
