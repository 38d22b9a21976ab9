// How well the pack's rules name what a customer shows: precision, recall and F1 of each category, "no cue" among them.
import { CUE_CATEGORIES } from '../../src/protocol/vocabulary';
import type { CustomerLine } from '../../src/train/read-corpus';
import { type Counts, count, f1 } from './measures';
import { hearAlone } from './systems';

export type CueRow = { readonly category: string; readonly counts: Counts };

const heardIn = (text: string): ReadonlySet<string> => new Set(hearAlone(text).cues);

/** "no cue": a line that shows no cue of anger, and none was heard. */
export function cueRows(lines: readonly CustomerLine[]): CueRow[] {
  const heard = lines.map((line) => ({
    shown: new Set<string>(line.relief === 1 ? [...line.cues, 'relief'] : line.cues),
    heard: heardIn(line.text),
  }));
  const isNone = (cues: ReadonlySet<string>) => [...cues].every((category) => category === 'relief');
  return [
    ...CUE_CATEGORIES.map((category) => ({
      category: category as string,
      counts: count(heard.map((one) => ({ heard: one.heard.has(category), positive: one.shown.has(category) }))),
    })),
    { category: 'no cue', counts: count(heard.map((one) => ({ heard: isNone(one.heard), positive: isNone(one.shown) }))) },
  ];
}

/** Mean F1 over the rows, each counting the same; and F1 of all decisions together. */
export function cueMeans(rows: readonly CueRow[]): { readonly macro: number; readonly micro: number } {
  const sum = (pick: (counts: Counts) => number) => rows.reduce((total, { counts }) => total + pick(counts), 0);
  return {
    macro: sum(f1) / rows.length,
    micro: f1({ hits: sum(({ hits }) => hits), falseAlarms: sum((c) => c.falseAlarms), misses: sum(({ misses }) => misses) }),
  };
}
