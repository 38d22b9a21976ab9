// Our own corpus as it lies in tests/eval/corpus: one JSONL file a batch, and batches.json, which says what split a batch is in.
// Reads and checks shapes; what makes a good corpus is lint-corpus.ts's business.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CUE_CATEGORIES, GUARDRAIL_IDS, STEP_IDS } from '../protocol/vocabulary';

/** Families of hard negatives: calm messages that look angry to a careless ear. */
export const TRAPS = [
  'fault_report',
  'negated',
  'others',
  'past',
  'joy_caps',
  'slang_praise',
  'codes',
  'cancel_request',
  'policy_question',
  'quoted',
  'idiom',
  'self_blame',
  'urgent',
  'calm_wait',
  'hypothetical',
  'capitals_habit',
  'blunt',
] as const;

const CHANNELS = ['chat', 'email', 'spoken', 'social'] as const;
const VARIETIES = ['american', 'british', 'indian', 'australian', 'irish', 'canadian', 'non_native', 'neutral'] as const;
const STYLES = [
  'neat',
  'typos',
  'sms',
  'lower_case',
  'capitals',
  'emoji',
  'no_apostrophes',
  'long',
  'terse',
  'polite_fury',
  'sarcastic',
  'rhetorical',
  'flat_fact',
] as const;

const common = {
  id: v.pipe(v.string(), v.regex(/^[ca]\d\d-\d{3}$/, 'an id is its batch and a number: c01-001')),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
  industry: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/, 'lower_snake')),
  channel: v.picklist(CHANNELS),
  variety: v.picklist(VARIETIES),
  style: v.array(v.picklist(STYLES)),
};
const Flag = v.picklist([0, 1]);

/** `anger` 0 calm, 1 annoyed, 2 upset, 3 angry; `relief` of the customer; `trap` only on calm lines. See the corpus's GUIDE.md. */
const CustomerLineSchema = v.strictObject({
  ...common,
  anger: v.picklist([0, 1, 2, 3]),
  relief: Flag,
  cues: v.array(v.picklist(CUE_CATEGORIES.filter((category) => category !== 'relief'))),
  trap: v.nullable(v.picklist(TRAPS)),
});
export type CustomerLine = v.InferOutput<typeof CustomerLineSchema>;

/** `before`: what the customer said last, where it matters; `steps` proved and `guardrails` broken by `text` itself. */
const AgentLineSchema = v.strictObject({
  ...common,
  before: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  steps: v.array(v.picklist(STEP_IDS)),
  guardrails: v.array(v.picklist(GUARDRAIL_IDS)),
  hollow: Flag,
});
export type AgentLine = v.InferOutput<typeof AgentLineSchema>;

export const SPLITS = ['train', 'dev', 'test'] as const;
export type Split = (typeof SPLITS)[number];

const BatchesSchema = v.record(
  v.pipe(v.string(), v.regex(/^[ca]\d\d$/)),
  v.strictObject({ split: v.picklist(SPLITS), leans: v.pipe(v.string(), v.minLength(1)) }),
);

export type Batch<Line> = { readonly name: string; readonly split: Split; readonly lines: readonly Line[] };
export type Corpus = { readonly customer: readonly Batch<CustomerLine>[]; readonly agent: readonly Batch<AgentLine>[] };

/** Reads the corpus in `folder`. Throws, with file, line and what is wrong, at the first line that is not of the shape. */
export function readCorpus(folder: string): Corpus {
  const batches = Object.entries(v.parse(BatchesSchema, JSON.parse(readFileSync(join(folder, 'batches.json'), 'utf8'))));
  const read = <Line>(initial: string, kind: string, schema: v.GenericSchema<unknown, Line>): Batch<Line>[] =>
    batches
      .filter(([name]) => name.startsWith(initial))
      .map(([name, { split }]) => ({ name, split, lines: readLines(join(folder, kind, `${name}.jsonl`), schema) }));
  return { customer: read('c', 'customer', CustomerLineSchema), agent: read('a', 'agent', AgentLineSchema) };
}

/** All lines of one split, in the order of the batches. */
export const linesOf = <Line>(batches: readonly Batch<Line>[], split: Split): Line[] =>
  batches.filter((batch) => batch.split === split).flatMap((batch) => batch.lines);

function readLines<Line>(file: string, schema: v.GenericSchema<unknown, Line>): Line[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((source, index) => {
      const where = `${file}:${index + 1}`;
      let json: unknown;
      try {
        json = JSON.parse(source);
      } catch {
        throw new Error(`${where}: not JSON`);
      }
      const parsed = v.safeParse(schema, json);
      if (parsed.success) return parsed.output;
      const [issue] = parsed.issues;
      throw new Error(`${where}: ${v.getDotPath(issue) ?? 'line'}: ${issue.message}`);
    });
}
