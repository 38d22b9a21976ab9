// Finds what two sequences have in common, in order. For rows without keys: equal words are said more than once, so that each row
// must be matched with regard to all others.

/** Above this many comparisons the middle is matched word by word in order, which is quick and nearly as good. */
const MAX_CELLS = 1_000_000;

/**
 * Pairs equal items of two sequences so that as many as possible are paired and no two pairs cross.
 * Out: for each item of `a` the index of its partner in `b`, or -1. Cost: little where they are nearly the same.
 */
export function align(a: readonly string[], b: readonly string[]): number[] {
  const partners = new Array<number>(a.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    partners[start] = start;
    start++;
  }
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
    partners[endA] = endB;
  }
  const middle = (endA - start) * (endB - start) <= MAX_CELLS ? alignMiddle : alignInOrder;
  for (const [inA, inB] of middle(a.slice(start, endA), b.slice(start, endB))) partners[start + inA] = start + inB;
  return partners;
}

type Pair = readonly [number, number];

/** Longest common subsequence, by the usual table. */
function alignMiddle(a: readonly string[], b: readonly string[]): Pair[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (inA: number, inB: number): number => longest[inA * width + inB] ?? 0;
  for (let inA = a.length - 1; inA >= 0; inA--)
    for (let inB = b.length - 1; inB >= 0; inB--)
      longest[inA * width + inB] = a[inA] === b[inB] ? at(inA + 1, inB + 1) + 1 : Math.max(at(inA + 1, inB), at(inA, inB + 1));
  const pairs: Pair[] = [];
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    if (a[inA] === b[inB]) pairs.push([inA++, inB++]);
    else if (at(inA + 1, inB) >= at(inA, inB + 1)) inA++;
    else inB++;
  }
  return pairs;
}

/** Each item with the next equal one behind the pair before it. */
function alignInOrder(a: readonly string[], b: readonly string[]): Pair[] {
  const places = new Map<string, number[]>();
  for (const [index, item] of b.entries()) places.set(item, [...(places.get(item) ?? []), index]);
  const pairs: Pair[] = [];
  let last = -1;
  for (const [inA, item] of a.entries()) {
    const inB = places.get(item)?.find((index) => index > last);
    if (inB === undefined) continue;
    pairs.push([inA, inB]);
    last = inB;
  }
  return pairs;
}
