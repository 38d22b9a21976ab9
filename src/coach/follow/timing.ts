// What the clock tells: bursts, breaking off mid-thought, waiting unanswered.
import type { Burst } from './standing';

/** Customer messages this close together are one outburst (ms). Judged: typing a short line takes 3 to 15 s. */
const BURST_GAP_MS = 12_000;
/** After the last message of a burst the customer is still taken to be typing for this long (ms). */
const BURST_ENDS_MS = 8_000;
/** An unfinished thought is waited for longer (ms). */
const UNFINISHED_ENDS_MS = 15_000;
const BURST_MESSAGES = 2;
/** A customer who has to write again after this long without a reply is waiting (ms). */
export const UNANSWERED_MS = 90_000;

/** Breaks off: ends in dots, a dash, a comma or a joining word. */
const UNFINISHED = /(?:\.{2,}|…|,|[-–—]|\b(?:and|but|so|because|or|then|the|a|my|to|with|if|when|i|that))$/i;

const isUnfinished = (text: string): boolean => UNFINISHED.test(text.trim());

/** The burst after one more customer message. */
export function nextBurst(burst: Burst | null, at: number, text: string): Burst {
  const goesOn = burst !== null && at - burst.lastAt <= BURST_GAP_MS;
  return { messages: goesOn ? burst.messages + 1 : 1, lastAt: at, unfinished: isUnfinished(text), asks: /\?\W*$/.test(text) };
}

/** When the customer, if silent from now on, counts as having finished (ms since 1970); null where they already have. */
export function flowEndsAt(burst: Burst | null, heated: boolean): number | null {
  if (!burst) return null;
  if (burst.unfinished) return burst.lastAt + UNFINISHED_ENDS_MS;
  // Whoever ends with a question has given the word to the other.
  if (burst.asks) return null;
  return heated && burst.messages >= BURST_MESSAGES ? burst.lastAt + BURST_ENDS_MS : null;
}
