// What one utterance costs: the whole analysis beside the peers and beside compromise alone, in the same run on the same texts.
import nlp from 'compromise/one';
import { compile } from '../../src/coach/compile';
import { judge } from '../../src/coach/hear/anger';
import { hearCues } from '../../src/coach/hear/cues';
import { weigh } from '../../src/coach/hear/evidence';
import { thanksWords } from '../../src/coach/hear/thanks';
import { readText } from '../../src/coach/language';
import { BUILT_IN_PACK } from '../../src/packs/built-in';
import { SYSTEMS } from './systems';

export type SpeedRow = { readonly what: string; readonly perSecond: number; readonly p50Us: number; readonly p99Us: number };

const ROUNDS = 6;

/** Language, cues and model: no memory in between. */
const pack = compile(BUILT_IN_PACK);
export const analyse = (text: string) => {
  const words = readText(text);
  const thanks = thanksWords(words);
  return judge(words, weigh(hearCues(words, pack, thanks)), thanks);
};

/** The best of six rounds over all texts (the first warm the code up), one core; the percentiles are of that round. */
export function speedRows(texts: readonly string[]): SpeedRow[] {
  const measured: [string, (text: string) => unknown][] = [
    ['Composure: language, cues, model', analyse],
    ['compromise/one alone', (text) => nlp.tokenize(text).document],
    ...SYSTEMS.slice(1).map(({ name, score }): [string, (text: string) => unknown] => [name, score]),
  ];
  return measured.map(([what, run]) => {
    let best: Omit<SpeedRow, 'what'> | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      const took = texts.map((text) => {
        const startedAt = performance.now();
        run(text);
        return (performance.now() - startedAt) * 1_000;
      });
      const perSecond = (texts.length / took.reduce((sum, us) => sum + us, 0)) * 1e6;
      const sorted = took.sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
      if (best === null || perSecond > best.perSecond) best = { perSecond, p50Us: at(0.5), p99Us: at(0.99) };
    }
    return { what, ...(best as Omit<SpeedRow, 'what'>) };
  });
}

/** Milliseconds for one message of so many characters; beyond what is read the cost stays. */
export function longRows(unit: string, lengths: readonly number[]): { chars: number; ms: number; capped: boolean }[] {
  return lengths.map((chars) => {
    const text = unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);
    const took = Array.from({ length: 7 }, () => {
      const startedAt = performance.now();
      analyse(text);
      return performance.now() - startedAt;
    });
    return { chars, ms: Math.min(...took), capped: readText(text).capped };
  });
}
