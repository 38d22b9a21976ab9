// Texts made ready to learn from: buckets and targets. Texts take the same road as in hearing (language, thanks, features).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { featuresOf } from '../coach/hear/features';
import { thanksWords } from '../coach/hear/thanks';
import { readText } from '../coach/language';
import type { CustomerLine } from './read-corpus';

/** The chance that a reader calls the text annoyed or worse, upset or worse, angry. */
export type Target = readonly [annoyed: number, upset: number, angry: number];

/** `buckets` each once; `source` 0 is customers, others have an offset of their own. */
export type Example = {
  readonly buckets: Int32Array;
  readonly target: Target;
  readonly weight: number;
  readonly source: number;
};

/** The buckets of a text, as the model sees it. */
export function bucketsOf(source: string, buckets: number): Int32Array {
  const text = readText(source);
  return Int32Array.from(featuresOf(text, buckets, thanksWords(text)).buckets);
}

/** A line of our corpus counts as much as so many texts of the emotion sets: there are few, and they are what matters. */
const CORPUS_WEIGHT = 6;
const EMOTION_WEIGHT = 1.5;

const LEVEL_TARGETS: readonly Target[] = [
  [0, 0, 0],
  [1, 0, 0],
  [1, 1, 0],
  [1, 1, 1],
];

export const corpusExamples = (lines: readonly CustomerLine[], buckets: number): Example[] =>
  lines.map(({ text, anger }) => ({
    buckets: bucketsOf(text, buckets),
    target: LEVEL_TARGETS[anger] as Target,
    weight: CORPUS_WEIGHT,
    source: 0,
  }));

/**
 * The emotion sets speak of anger in general, on other matters: what they say of a support customer's level is a guess, softer the
 * milder the label. Calm requests of customers are assumed calm, not labelled: they count little.
 */
const EMOTION_TARGETS: readonly { readonly from: number; readonly target: Target }[] = [
  { from: 0.8, target: [0.97, 0.85, 0.5] },
  { from: 0.6, target: [0.9, 0.7, 0.35] },
  { from: 0.5, target: [0.9, 0.6, 0.15] },
  { from: 0.28, target: [0.7, 0.3, 0.05] },
];
/** A customer who is sad, afraid or disappointed is troubled, and most often by the firm. */
const TROUBLED = new Set(['sadness', 'disappointment', 'fear', 'nervousness', 'embarrassment', 'grief', 'pessimism', 'remorse']);
const TROUBLED_TARGET: Target = [0.45, 0.18, 0.02];
const OTHER_TARGET: Target = [0.05, 0.01, 0.002];
const CALM_CUSTOMERS = new Set(['multidogo_customer', 'star', 'banking77', 'taskmaster4']);
const CALM_TARGET: Target = [0.02, 0.004, 0.001];
const CALM_WEIGHT = 0.2;
/** Film lines and comments start from different calms. */
const OFFSET_OF: Readonly<Record<string, number>> = { xed_en: 2 };
export const SOURCES = 3;

/** `labels`: the emotions named by the readers of the set; `anger` 0..1 as the set's own anger labels say. */
export type EmotionLine = {
  readonly source: string;
  readonly anger: number;
  readonly labels: readonly string[];
  readonly text: string;
};

/** The lines of a gzipped table `id source licence anger01 label_kind labels text`. */
export function readEmotionLines(folder: string, file: string): EmotionLine[] {
  const [head = '', ...rows] = gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split('\t');
  const at = (name: string) => columns.indexOf(name);
  const [source, anger, labels, text] = [at('source'), at('anger01'), at('labels'), at('text')];
  return rows.map((row) => {
    const cells = row.split('\t');
    return {
      source: cells[source] ?? '',
      anger: Number(cells[anger]),
      labels: (cells[labels] ?? '').split(/[|, ]+/),
      text: cells[text] ?? '',
    };
  });
}

export const emotionExamples = (lines: readonly EmotionLine[], buckets: number): Example[] =>
  lines.map((line) => {
    const own = bucketsOf(line.text, buckets);
    if (CALM_CUSTOMERS.has(line.source)) return { buckets: own, target: CALM_TARGET, weight: CALM_WEIGHT, source: 0 };
    const troubled = line.labels.some((label) => TROUBLED.has(label));
    const target = EMOTION_TARGETS.find(({ from }) => line.anger >= from)?.target ?? (troubled ? TROUBLED_TARGET : OTHER_TARGET);
    return { buckets: own, target, weight: EMOTION_WEIGHT, source: OFFSET_OF[line.source] ?? 1 };
  });
