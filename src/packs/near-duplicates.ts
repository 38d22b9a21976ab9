// Finds texts that say nearly the same thing, by the words they share. Knows nothing of packs.

/**
 * For each set of words, the earliest one before it that is nearly the same; sets with none are left out.
 * In: `rows`; `least`, the share of all their words that two sets must have in common (0..1, over 0);
 * `apart(a, b)`: true where two rows may be alike. Out: row number → the earlier row number.
 * Only rows that share one of their rarest words are compared (a prefix filter), so large packs stay quick.
 */
export function findNearDuplicates(
  rows: readonly ReadonlySet<string>[],
  least: number,
  apart: (a: number, b: number) => boolean = () => false,
): Map<number, number> {
  const uses = new Map<string, number>();
  for (const row of rows) for (const word of row) uses.set(word, (uses.get(word) ?? 0) + 1);
  const holders = new Map<string, number[]>();
  const found = new Map<number, number>();
  rows.forEach((row, index) => {
    const rarestFirst = [...row].sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1));
    // Two sets that share `least` of their words must meet within so many of the rarest of each.
    const prefix = rarestFirst.slice(0, row.size - Math.ceil(least * row.size - 1e-9) + 1);
    const earlier = new Set(prefix.flatMap((word) => holders.get(word) ?? []));
    for (const other of [...earlier].sort((a, b) => a - b)) {
      if (apart(index, other) || shareInCommon(row, rows[other] ?? new Set()) < least) continue;
      found.set(index, other);
      break;
    }
    // A row that is itself a near-duplicate is represented by the earlier one: a pack of a thousand copies stays quick.
    if (found.has(index)) return;
    for (const word of prefix) {
      const list = holders.get(word);
      if (list) list.push(index);
      else holders.set(word, [index]);
    }
  });
  return found;
}

/** Words in both, as a share of the words in either: 0..1. Two empty sets share nothing. */
function shareInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
