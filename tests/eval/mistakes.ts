// What the ear still gets wrong on real text, by id alone. The families were written by a person who read the texts.
import { existsSync, readFileSync } from 'node:fs';
import { ANGER_MODEL } from '../../src/coach/hear/anger-model';
import type { DataSets } from './data-sets';
import { readDialogue } from './ranking';
import { COMPOSURE } from './systems';

export type Mistake = { readonly set: string; readonly id: string; readonly score: number };

const LISTED = 20;
const upset = ANGER_MODEL.levels.balanced[1];

/** The twenty misses that score lowest and the twenty false alarms that score highest, at the shipped threshold. */
export function findMistakes(sets: DataSets): { readonly misses: readonly Mistake[]; readonly falseAlarms: readonly Mistake[] } {
  const turns = sets.read('gold_random_turns.tsv', ({ labels }) => /level:[23]/.test(labels ?? '')) ?? [];
  const judged = [
    ...turns.map(({ id, text, positive, labels }) => ({
      set: 'gold_random_turns',
      id,
      score: COMPOSURE.score(text),
      positive,
      calm: labels === 'level:0',
    })),
    ...(sets.dialogues('gold_dialogues.jsonl') ?? []).flatMap(readDialogue).map(({ id, anger, positive, level }) => ({
      set: 'gold_dialogues',
      id,
      score: anger,
      positive,
      calm: level < 1,
    })),
    ...['calm_banking77', 'calm_multidogo'].flatMap((set) =>
      (sets.read(`${set}.tsv.gz`, () => false) ?? []).map(({ id, text }) => ({
        set,
        id,
        score: COMPOSURE.score(text),
        positive: false,
        calm: true,
      })),
    ),
  ];
  const misses = judged.filter(({ positive, score }) => positive && score < upset).sort((a, b) => a.score - b.score);
  const falseAlarms = judged.filter(({ calm, score }) => calm && score >= upset).sort((a, b) => b.score - a.score);
  return { misses: misses.slice(0, LISTED), falseAlarms: falseAlarms.slice(0, LISTED) };
}

export type Families = Readonly<Record<string, string>>;

/** What a person wrote of each, by id; a text that is new to the list has no family yet. */
export const readFamilies = (file: string): Families =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Families) : {};
