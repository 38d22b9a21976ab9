// How well each system ranks and calls anger: our own held-out batches, and real text nobody tuned on.
import { advise, hearAt } from '../../src/coach/advise';
import { ANGER_MODEL } from '../../src/coach/hear/anger-model';
import { BUILT_IN_PACK } from '../../src/packs/built-in';
import { type Conversation, NO_CHOICES } from '../../src/protocol/conversation';
import type { CustomerLine } from '../../src/train/read-corpus';
import { thresholdFor } from '../../src/train/threshold';
import type { DataSets, GoldDialogue } from './data-sets';
import { auc, countAt, f1, type Scored } from './measures';
import { COMPOSURE, SYSTEMS } from './systems';

/** Calm texts of a set over the threshold may be so many of a hundred. The dev split's hard negatives set every threshold. */
const MOST_FALSE_ALARMS = 0.04;

/** One line of a table: a measure, a figure per system, and the bar it must reach where there is one. */
export type Row = { readonly measure: string; readonly figures: readonly (number | null)[]; readonly bar?: string };

const shipped = ANGER_MODEL.levels.balanced[1];

type Text = { readonly text: string; readonly positive: boolean };

/** The same procedure for all: at most 4% of the dev split's hard negatives; and what ships, for ours. */
export function thresholdsFrom(dev: readonly CustomerLine[]): number[] {
  const calm = dev.filter(({ trap }) => trap !== null);
  return SYSTEMS.map(({ score }) =>
    thresholdFor(
      calm.map(({ text }) => score(text)),
      MOST_FALSE_ALARMS,
    ),
  );
}

const scoredBy = (texts: readonly Text[]): Scored[][] =>
  SYSTEMS.map(({ score }) => texts.map(({ text, positive }) => ({ score: score(text), positive })));

const aucRow = (measure: string, texts: readonly Text[], bar: string): Row => ({
  measure,
  figures: scoredBy(texts).map(auc),
  bar,
});

const sharesOver = (texts: readonly { readonly text: string }[], thresholds: readonly number[]): number[] =>
  SYSTEMS.map(({ score }, at) => texts.filter(({ text }) => score(text) >= (thresholds[at] as number)).length / texts.length);

/** F1 of "upset or worse" at the common procedure's threshold; for ours in a row of its own at the shipped one. */
function f1Rows(measure: string, texts: readonly Text[], thresholds: readonly number[], bar: string): Row[] {
  const scored = scoredBy(texts);
  return [
    {
      measure: `${measure}, F1, common threshold`,
      figures: scored.map((list, at) => f1(countAt(list, thresholds[at] as number))),
    },
    {
      measure: `${measure}, F1, shipped threshold`,
      figures: scored.map((list, at) => (at === 0 ? f1(countAt(list, shipped)) : null)),
      bar,
    },
  ];
}

function falseAlarmRows(
  measure: string,
  texts: readonly { readonly text: string }[],
  thresholds: readonly number[],
  bar: string,
): Row[] {
  return [
    { measure: `${measure}, false alarms, common threshold`, figures: sharesOver(texts, thresholds) },
    {
      measure: `${measure}, false alarms, shipped threshold`,
      figures: SYSTEMS.map((system) => (system === COMPOSURE ? (sharesOver(texts, [shipped])[0] as number) : null)),
      bar,
    },
  ];
}

export function corpusRows(test: readonly CustomerLine[], thresholds: readonly number[]): Row[] {
  const texts = test.map(({ text, anger }) => ({ text, positive: anger >= 2 }));
  return [
    aucRow('corpus test, upset or worse, AUC', texts, '≥ .97'),
    aucRow(
      'corpus test, annoyed or worse, AUC',
      test.map(({ text, anger }) => ({ text, positive: anger >= 1 })),
      '',
    ),
    ...f1Rows('corpus test, upset or worse', texts, thresholds, '≥ .88'),
    ...falseAlarmRows(
      'corpus test, hard negatives',
      test.filter(({ trap }) => trap !== null),
      thresholds,
      '≤ .04',
    ),
  ];
}

/** `foreign`: sources nothing was learned from; `kindred`: other texts of sources that were, `removed` of them left out. */
export type RealText = { readonly foreign: readonly Row[]; readonly kindred: readonly Row[]; readonly removed: number };

export function realTextRows(sets: DataSets, thresholds: readonly number[]): RealText {
  const foreign = foreignRows(sets, thresholds);
  const before = sets.removed();
  const kindred = kindredRows(sets, thresholds);
  return { foreign, kindred, removed: sets.removed() - before };
}

function foreignRows(sets: DataSets, thresholds: readonly number[]): Row[] {
  const rows: Row[] = [];
  const turns = sets.read('gold_random_turns.tsv', ({ labels }) => /level:[23]/.test(labels ?? ''));
  if (turns) {
    const calm = turns.filter(({ labels }) => labels === 'level:0');
    rows.push(aucRow('gold_random_turns, upset or worse, AUC', turns, '≥ .87'));
    rows.push(...f1Rows('gold_random_turns', turns, thresholds, '≥ .60'));
    rows.push(...falseAlarmRows('gold_random_turns, level 0', calm, thresholds, '≤ .08'));
  }
  const said = sets.dialogues('gold_dialogues.jsonl')?.flatMap(readDialogue);
  if (said) {
    const column = (score: (one: GoldUtterance) => number) =>
      auc(said.map((one) => ({ score: score(one), positive: one.positive })));
    rows.push({
      measure: 'gold_dialogues, upset or worse, each message, AUC',
      figures: SYSTEMS.map(({ score }) => column(({ text }) => score(text))),
      bar: '≥ .92',
    });
    rows.push({
      measure: 'gold_dialogues, upset or worse, heat in the conversation, AUC',
      figures: SYSTEMS.map((system) => (system === COMPOSURE ? column(({ heat }) => heat) : null)),
    });
  }
  const airline = sets.read('airline.tsv.gz', ({ label }) => label === '1');
  if (airline) {
    const service = airline.filter(({ positive, labels }) => !positive || labels.includes('Customer Service Issue'));
    rows.push(aucRow('airline, negative, AUC', airline, '≥ .86'));
    rows.push(aucRow('airline, "customer service issue", AUC', service, '≥ .875'));
  }
  return rows;
}

function kindredRows(sets: DataSets, thresholds: readonly number[]): Row[] {
  const rows: Row[] = [];
  const isAnger = ({ labels = '' }: Readonly<Record<string, string>>) => /\b(?:anger|annoyance)\b/.test(labels);
  const emotions = sets.read('goemotions.tsv.gz', isAnger);
  if (emotions) rows.push(aucRow('GoEmotions dev, anger or annoyance, AUC', emotions, '≥ .87'));
  const film = sets.read('xed.tsv.gz', ({ label }) => label === '1');
  if (film) rows.push(aucRow('XED, anger, AUC', film, ''));
  for (const name of ['calm_banking77', 'calm_multidogo']) {
    const calm = sets.read(`${name}.tsv.gz`, () => false);
    if (calm) rows.push(...falseAlarmRows(name, calm, thresholds, '≤ .02'));
  }
  return rows;
}

/** A customer's utterance: `anger` of it alone in its place, `heat` of the conversation after it; both readers' mean says upset or worse. */
export type GoldUtterance = {
  readonly id: string;
  readonly text: string;
  readonly anger: number;
  readonly heat: number;
  readonly positive: boolean;
  readonly level: number;
};

/** The sets carry no times: a minute between utterances, so that no burst and no long wait is made up. */
const BETWEEN_MS = 60_000;

export function readDialogue({ id, turns }: GoldDialogue): GoldUtterance[] {
  const utterances = turns.map(({ speaker, text }, at) => ({ id: `${at}`, speaker, text, at: at * BETWEEN_MS, final: true }));
  return turns.flatMap(({ anger, text }, at) => {
    if (anger === undefined) return [];
    const conversation: Conversation = {
      id,
      channel: 'chat',
      utterances: utterances.slice(0, at + 1),
      draft: '',
      choices: NO_CHOICES,
    };
    const level = (anger[0] + anger[1]) / 2;
    return {
      id: `${id}#${at}`,
      text,
      anger: hearAt(conversation, at, BUILT_IN_PACK).anger,
      heat: advise(conversation, BUILT_IN_PACK, at * BETWEEN_MS).mood.heat,
      positive: level >= 1.5,
      level,
    };
  });
}
