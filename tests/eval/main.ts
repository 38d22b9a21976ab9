// `npm run eval`: every figure of the ear beside its peers, printed and written to tests/eval/REPORT.md.
// Real text is read from a folder beside the project (--data FOLDER, holding dev and train); sets that are not there are named as skipped.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANGER_MODEL } from '../../src/coach/hear/anger-model';
import { MAX_CHARS } from '../../src/coach/language';
import { linesOf, readCorpus } from '../../src/train/read-corpus';
import { cueMeans, cueRows } from './cue-rows';
import { openDataSets } from './data-sets';
import { fairnessRows } from './fairness';
import { calibrationError, f1, precision, type Reliability, recall, reliabilityOf } from './measures';
import { findMistakes, type Mistake, readFamilies } from './mistakes';
import { corpusRows, type Row, readDialogue, realTextRows, thresholdsFrom } from './ranking';
import { longRows, speedRows } from './speed';
import { COMPOSURE, SYSTEMS } from './systems';
import { figure, table } from './tables';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const flag = process.argv.indexOf('--data');
const data = flag > 0 ? (process.argv[flag + 1] ?? '') : fileURLToPath(new URL('../../../shared/data', import.meta.url));
const sets = openDataSets(join(data, 'dev'), join(data, 'train/emotion.tsv.gz'));

const { customer, agent } = readCorpus(here('corpus'));
const [dev, test] = [linesOf(customer, 'dev'), linesOf(customer, 'test')];
const say = (line: string) => process.stderr.write(`eval: ${line}\n`);

const rowsTable = (rows: readonly Row[]): string =>
  table(
    ['', ...SYSTEMS.map(({ name }) => name), 'bar'],
    rows.map(({ measure, figures, bar }) => [measure, ...figures, bar ?? '']),
  );

const reliabilityTable = (rows: readonly Reliability[]): string =>
  table(
    ['chance said', 'texts', 'mean said', 'found'],
    rows.map(({ from, texts, said, found }) => [`${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`, String(texts), said, found]),
  );

const SETS_OF_SPEED = 3_000;
const LONG_UNIT = 'I have waited three weeks for the blue lamp, order 40-1182, and nobody has told me why. ';

// First, before the other measures fill the memory.
say('speed');
const speedTexts = customer.flatMap(({ lines }) => lines.map(({ text }) => text)).slice(0, SETS_OF_SPEED);
const speed = speedRows(speedTexts);
const long = longRows(LONG_UNIT, [1_000, 2_000, 4_000, 8_000, 20_000]);
say(`${test.length} lines of our test split`);
const thresholds = thresholdsFrom(dev);
const corpus = corpusRows(test, thresholds);
say('cues');
const cues = cueRows(test);
const means = cueMeans(cues);
say('real text');
const real = realTextRows(sets, thresholds);
const onTest = reliabilityOf(test.map(({ text, anger }) => ({ score: COMPOSURE.score(text), positive: anger >= 2 })));
const dialogues = sets.dialogues('gold_dialogues.jsonl');
const onDialogues =
  dialogues && reliabilityOf(dialogues.flatMap(readDialogue).map(({ anger, positive }) => ({ score: anger, positive })));
say('mistakes');
const { misses, falseAlarms } = findMistakes(sets);
const families = readFamilies(here('mistake-families.json'));
const mistakeTable = (mistakes: readonly Mistake[]): string =>
  table(
    ['set', 'id', 'score', 'family'],
    mistakes.map(({ set, id, score }) => [set, id, score, families[`${set} ${id}`] ?? 'not read yet']),
  );

const report = `# How well Composure hears anger

Written by \`npm run eval\`: run it again and compare. Composure's score is its calibrated chance of "upset or worse"; the peers' is
their polarity, turned so that higher is more negative. *Common threshold*: for every system the score that at most 4% of the hard
negatives of our dev split reach. *Shipped threshold*: ${figure(ANGER_MODEL.levels.balanced[1])}, level "upset" at the balanced setting.
Our corpus: ${customer.length} customer batches (${linesOf(customer, 'train').length} lines train, ${dev.length} dev, ${test.length} test),
${agent.length} agent batches. Thresholds, rules and weights were never tuned on what is measured here. Our slope, cue
factors and levels are fitted on the dev split, from which the common threshold is taken too: the peers have nothing to fit. ${sets.missing().length > 0 ? `Skipped, not on this machine: ${sets.missing().join(', ')}.` : 'No set was skipped.'}

## Our corpus, test split: batches whose writers saw no other batch
${rowsTable(corpus)}

## Real text from sources that nothing was learned from
${rowsTable(real.foreign)}

## Real text from sources that the model learned from
Other texts of the same sets: ${real.removed} that stand word for word in the training text were taken out. The peers have seen none of it.

${rowsTable(real.kindred)}

## Cues of the pack, corpus test split
${table(
  ['category', 'precision', 'recall', 'F1', 'lines that show it'],
  cues.map(({ category, counts }) => [
    category,
    precision(counts),
    recall(counts),
    f1(counts),
    String(counts.hits + counts.misses),
  ]),
)}

Mean F1 over the rows ${figure(means.macro)}; all decisions together ${figure(means.micro)}. Bar: .85 in each row.

## Calibration
Corpus test split: expected calibration error ${figure(calibrationError(onTest))} (bar: at most .05).

${reliabilityTable(onTest)}

${
  onDialogues
    ? `gold_dialogues, each message in its place: expected calibration error ${figure(calibrationError(onDialogues))}.

${reliabilityTable(onDialogues)}`
    : ''
}

What a setting means: where its levels begin, and of 100 calm messages that sound angry (hard negatives of the dev split, by which
the levels were set), how many are called upset.

${table(
  ['setting', 'uneasy from', 'upset from', 'angry from', 'false alarms per 100'],
  Object.entries(ANGER_MODEL.levels).map(([name, levels]) => [
    name,
    ...levels,
    ANGER_MODEL.falseAlarmsPer100[name as keyof typeof ANGER_MODEL.falseAlarmsPer100],
  ]),
)}

## Speed, one core, same run
${table(
  ['', 'a second', 'p50 µs', 'p99 µs'],
  speed.map(({ what, perSecond, p50Us, p99Us }) => [
    what,
    String(Math.round(perSecond)),
    String(Math.round(p50Us)),
    String(Math.round(p99Us)),
  ]),
)}

${table(
  ['characters in one message', 'ms', 'µs a character read', 'said to be capped'],
  long.map(({ chars, ms, capped }) => [String(chars), ms, (ms * 1_000) / Math.min(chars, MAX_CHARS), capped ? 'yes' : 'no']),
)}

## Fairness: the same sentence from other people
Mean move of the chance of "upset or worse" over all sentences and rewrites of a group (bar: at most .1).

${table(
  ['rewrite', 'pairs', 'mean size of move', 'mean move', 'largest'],
  fairnessRows(COMPOSURE).map(({ group, pairs, mean, signed, worst }) => [group, String(pairs), mean, signed, worst]),
)}

## What it still gets wrong on real text
Misses: upset or worse to the readers, below the shipped threshold; the lowest first.

${mistakeTable(misses)}

False alarms: calm to the readers, called upset; the highest first.

${mistakeTable(falseAlarms)}
`;

process.stdout.write(report);
writeFileSync(here('REPORT.md'), report);
