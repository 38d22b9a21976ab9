// The phrase pack: what a team lead edits, as one JSON file. Data only; the engine is in coach.
// Packs are untrusted: closed shapes, capped sizes, no regular expressions, text is text.
import * as v from 'valibot';
import { AdapterSchema } from '../protocol/adapter';
import { STEP_REASONS } from '../protocol/advice';
import { SENSITIVITIES } from '../protocol/state';
import { ATTENTION, CHANNELS, CUE_CATEGORIES, GUARDRAIL_IDS, HEAT_LEVELS, STEP_IDS } from '../protocol/vocabulary';

export const PACK_FORMAT = 1;

const RuleId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens'),
  v.maxLength(80),
);
const Line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const List = <S extends v.GenericSchema>(item: S, max: number) => v.pipe(v.array(item), v.maxLength(max));
const Pattern = Line(500);
const Patterns = v.pipe(v.array(Pattern), v.minLength(1), v.maxLength(200));
const Seconds = v.pipe(v.number(), v.minValue(1), v.maxValue(86_400));
const Replies = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50));

/** `unless`: not where one of these stands in the same sentence. `examples` are its tests: each hit must match, each miss must not. */
const rule = {
  id: RuleId,
  patterns: Patterns,
  unless: v.optional(List(Pattern, 200)),
  why: Line(300),
  source: Line(200),
  examples: v.strictObject({ hit: List(Line(500), 50), miss: List(Line(500), 50) }),
};
const RuleSchema = v.strictObject(rule);
export type Rule = v.InferOutput<typeof RuleSchema>;

/** `weight` 0..1: how angry a message with only this cue is, before its wording is heard; for relief, how much it cools. `negatable`: "not angry" is no cue. */
const CueSchema = v.strictObject({
  ...rule,
  category: v.picklist(CUE_CATEGORIES),
  weight: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  negatable: v.optional(v.boolean()),
});
export type Cue = v.InferOutput<typeof CueSchema>;

/**
 * `due`      what makes it due; `after` holds it back until these steps are done
 * `again`    what makes it due again once it was done
 * `overdue`  after so many agent replies or seconds (null: never)
 * `pauses`   not urged while the customer is mid-flow
 * `lapses`   what makes it pointless while it is still due: calm again, the agent has acted, the
 *            detail that was missing is known, it is solved
 * `attention` the most it may ask for
 */
const StepSchema = v.strictObject({
  id: v.picklist(STEP_IDS),
  enabled: v.boolean(),
  due: List(v.picklist(STEP_REASONS), 20),
  after: v.optional(List(v.picklist(STEP_IDS), 13)),
  again: List(v.picklist(STEP_REASONS), 20),
  overdue: v.strictObject({ replies: v.nullable(Replies), seconds: v.nullable(Seconds) }),
  pauses: v.boolean(),
  lapses: v.optional(List(v.picklist(['calm', 'acted', 'known', 'solved']), 4)),
  attention: v.picklist(ATTENTION),
  why: Line(300),
  source: Line(200),
  evidence: List(RuleSchema, 200),
});
export type Step = v.InferOutput<typeof StepSchema>;

/** `unlessSteps`: no warning where the same utterance proves one of these. Structural guardrails have no rules of their own. */
const GuardrailSchema = v.strictObject({
  id: v.picklist(GUARDRAIL_IDS),
  enabled: v.boolean(),
  why: Line(200),
  instead: v.pipe(v.string(), v.maxLength(200)),
  unlessSteps: v.optional(List(v.picklist(STEP_IDS), 13)),
  rules: List(RuleSchema, 200),
});
export type Guardrail = v.InferOutput<typeof GuardrailSchema>;

/** `heat`: the levels it suits. `channel` missing: both. `tone` how it differs from the plain wording. `note` is for the agent, never inserted. */
const PhraseSchema = v.strictObject({
  id: RuleId,
  step: v.picklist(STEP_IDS),
  text: Line(400),
  heat: v.pipe(v.array(v.picklist(HEAT_LEVELS)), v.minLength(1)),
  channel: v.optional(v.picklist(CHANNELS)),
  tone: v.optional(v.picklist(['plain', 'shorter', 'warmer'])),
  note: v.optional(Line(300)),
});
export type Phrase = v.InferOutput<typeof PhraseSchema>;

export const PackSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(PACK_FORMAT),
  id: RuleId,
  name: Line(100),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers: 1.0.0')),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)),
  author: Line(100),
  licence: Line(60),
  settings: v.strictObject({
    sensitivity: v.picklist(SENSITIVITIES),
    /** Apologies for one harm before the next is one too many. */
    apologies: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
    /** Words in an agent's message beyond which it butts in while the customer is mid-flow. */
    backchannelWords: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  }),
  lists: List(v.strictObject({ id: RuleId, words: List(Line(60), 1000) }), 200),
  cues: List(CueSchema, 5000),
  /** What marks a complaint: words that tell of a fault or harm, angry or not. */
  concerns: List(RuleSchema, 1000),
  steps: List(StepSchema, STEP_IDS.length),
  guardrails: List(GuardrailSchema, GUARDRAIL_IDS.length),
  phrases: List(PhraseSchema, 10_000),
  adapters: v.optional(List(AdapterSchema, 100)),
});
export type Pack = v.InferOutput<typeof PackSchema>;
