// What makes the corpus good, beyond the shape of its lines: labels that agree with each other, no line twice, and nothing in
// one split that is nearly in another.
import type { Batch, Corpus, CustomerLine, Split } from './read-corpus';

/** What is wrong, with the ids of the lines concerned. */
export type CorpusProblem = { readonly ids: readonly string[]; readonly problem: string };

/** Two lines that share this much of their three-word rows are the same thought copied. */
const NEAR_DUPLICATE = 0.5;
const ROW_WORDS = 3;

/** All problems of a corpus, in its order. Linear in the corpus but for lines that share rows. */
export function lintCorpus({ customer, agent }: Corpus): CorpusProblem[] {
  return [
    ...customer.flatMap(lintLabels),
    ...lintIds(customer),
    ...lintIds(agent),
    ...lintCopies(customer),
    ...lintCopies(agent),
  ];
}

function lintLabels({ lines }: Batch<CustomerLine>): CorpusProblem[] {
  return lines.flatMap(({ id, anger, cues, trap, relief, text }) => {
    const problems = [
      anger === 0 && cues.length > 0 ? 'a calm line carries no cues' : null,
      anger > 0 && trap !== null ? 'a hard negative is calm' : null,
      anger === 3 && relief === 1 ? 'an angry line is no relief' : null,
      new Set(cues).size < cues.length ? 'a cue is named twice' : null,
      text !== text.trim() ? 'space around the text' : null,
      cues.includes('punctuation') && !/[!?]{2}/.test(text) ? 'repeated marks are named and are not there' : null,
      cues.includes('shouting') && !/\p{Lu}{2}/u.test(text) ? 'capitals are named and are not there' : null,
    ];
    return problems.filter((problem) => problem !== null).map((problem) => ({ ids: [id], problem }));
  });
}

type Line = { readonly id: string; readonly text: string };

function lintIds(batches: readonly Batch<Line>[]): CorpusProblem[] {
  const seen = new Set<string>();
  return batches.flatMap(({ name, lines }) =>
    lines.flatMap(({ id }) => {
      const problem = !id.startsWith(`${name}-`) ? 'in another batch than its id says' : seen.has(id) ? 'an id twice' : null;
      seen.add(id);
      return problem === null ? [] : [{ ids: [id], problem }];
    }),
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

function rowsOf(text: string): Set<string> {
  const words = wordsOf(text);
  return new Set(words.slice(ROW_WORDS - 1).map((_, at) => words.slice(at, at + ROW_WORDS).join(' ')));
}

/** The same text twice anywhere, and near copies, within a split or across. Lines of a word or two may come again within a split. */
function lintCopies(batches: readonly Batch<Line>[]): CorpusProblem[] {
  type Seen = { readonly id: string; readonly split: Split; readonly rows: ReadonlySet<string> };
  const problems: CorpusProblem[] = [];
  const texts = new Map<string, Seen>();
  const byRow = new Map<string, Seen[]>();
  for (const { split, lines } of batches) {
    for (const { id, text } of lines) {
      const one: Seen = { id, split, rows: rowsOf(text) };
      const key = wordsOf(text).join(' ') || text;
      const same = texts.get(key);
      if (same !== undefined && (same.split !== split || one.rows.size > 0))
        problems.push({ ids: [same.id, id], problem: 'the same text twice' });
      texts.set(key, same ?? one);
      const met = new Map<Seen, number>();
      for (const row of one.rows) {
        const others = byRow.get(row) ?? [];
        for (const other of others) met.set(other, (met.get(other) ?? 0) + 1);
        byRow.set(row, [...others, one]);
      }
      for (const [other, shared] of met) {
        const likeness = shared / (one.rows.size + other.rows.size - shared);
        if (likeness >= NEAR_DUPLICATE && other !== same) problems.push({ ids: [other.id, id], problem: 'nearly the same text' });
      }
    }
  }
  return problems;
}
