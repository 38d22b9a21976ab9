// Figures of a bench: quantiles of samples, and a line to print.

/** The q-quantile (0..1) of samples, by nearest rank. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** "p50 1.20  p95 3.40  max 5.60 ms (n 500)" */
export const spread = (samples: readonly number[], unit = 'ms'): string =>
  `p50 ${quantile(samples, 0.5).toFixed(3)}  p95 ${quantile(samples, 0.95).toFixed(3)}  max ${Math.max(...samples).toFixed(3)} ${unit} (n ${samples.length})`;
