// Figures of how well a score tells two kinds apart. Pure arithmetic over scores and truths.

export type Scored = { readonly score: number; readonly positive: boolean };

/** Area under the ROC curve, 0..1: the chance that a positive scores above a negative; ties count half. NaN without both kinds. */
export function auc(list: readonly Scored[]): number {
  const sorted = [...list].sort((a, b) => a.score - b.score);
  let ranks = 0;
  let positives = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]?.score === sorted[at]?.score) end++;
    const tied = sorted.slice(at, end).filter(({ positive }) => positive).length;
    ranks += tied * ((at + end + 1) / 2);
    positives += tied;
    at = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

export type Counts = { readonly hits: number; readonly falseAlarms: number; readonly misses: number };

export const count = (list: readonly { readonly heard: boolean; readonly positive: boolean }[]): Counts => ({
  hits: list.filter(({ heard, positive }) => heard && positive).length,
  falseAlarms: list.filter(({ heard, positive }) => heard && !positive).length,
  misses: list.filter(({ heard, positive }) => !heard && positive).length,
});

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
export const precision = ({ hits, falseAlarms }: Counts): number => share(hits, hits + falseAlarms);
export const recall = ({ hits, misses }: Counts): number => share(hits, hits + misses);
export const f1 = ({ hits, falseAlarms, misses }: Counts): number => share(2 * hits, 2 * hits + falseAlarms + misses);

/** Counts at a threshold: what scores at least so much is heard. */
export const countAt = (list: readonly Scored[], threshold: number): Counts =>
  count(list.map(({ score, positive }) => ({ heard: score >= threshold, positive })));

/** One row of a reliability table: of the texts given about this chance, so many were positive. */
export type Reliability = { readonly from: number; readonly texts: number; readonly said: number; readonly found: number };

const BINS = 10;

export function reliabilityOf(list: readonly Scored[]): Reliability[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = list.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin);
    return {
      from: bin / BINS,
      texts: inside.length,
      said: share(
        inside.reduce((sum, { score }) => sum + score, 0),
        inside.length,
      ),
      found: share(inside.filter(({ positive }) => positive).length, inside.length),
    };
  });
}

/** Expected calibration error, 0..1: how far what is said is from what is found, weighted by texts. */
export const calibrationError = (rows: readonly Reliability[]): number => {
  const texts = rows.reduce((sum, row) => sum + row.texts, 0);
  return rows.reduce((sum, row) => sum + share(row.texts, texts) * Math.abs(row.said - row.found), 0);
};
