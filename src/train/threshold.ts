// Where a score must begin to mean something, so that few calm texts reach it: one procedure for the model and for its peers.

/** In: scores of calm texts, and what share of them (0..1) may reach the threshold. Out: a threshold that no more of them reach. */
export function thresholdFor(calm: readonly number[], most: number): number {
  const falling = [...calm].sort((a, b) => b - a);
  const edge = falling[Math.floor(falling.length * most)] ?? Number.NEGATIVE_INFINITY;
  const lowestAbove = falling.findLast((score) => score > edge);
  // Between the last that may pass and the first that may not.
  return lowestAbove === undefined ? edge + 1e-9 : (lowestAbove + edge) / 2;
}
