// Heat over a conversation: rises at once with an angry message, cools slowly over neutral ones, faster with relief.

import type { HeatPoint } from '../../protocol/advice';
import type { Sensitivity } from '../../protocol/state';
import { HEAT_LEVELS, type HeatLevel, type Trend } from '../../protocol/vocabulary';
import { ANGER_MODEL, NO_EVIDENCE } from '../hear/anger-model';

/**
 * What stays of earlier heat after a message with no anger in it: much when the customer only goes on talking, less when the agent
 * has replied in between, and least when relief is heard. And how much of an angry message adds to heat that is already there.
 */
const COOLING = { sameTurn: 0.95, afterReply: 0.8, relief: 2 } as const;
const PILING_ON = 0.5;

/** Heat after a customer message. In: heat before, this message's anger and relief, all 0..1; whether the agent has replied since the last. */
export function nextHeat(before: number, anger: number, relief: number, replied: boolean): number {
  const carried = before * (replied ? COOLING.afterReply : COOLING.sameTurn) * (1 - relief) ** COOLING.relief;
  const fresh = Math.max(0, anger - NO_EVIDENCE) / (1 - NO_EVIDENCE);
  return Math.max(anger, carried + (1 - carried) * fresh * PILING_ON);
}

/** The level of a heat. Where levels begin was measured with the model, by false alarms on calm customers. */
export function levelOf(heat: number, sensitivity: Sensitivity): HeatLevel {
  const passed = ANGER_MODEL.levels[sensitivity].filter((start) => heat >= start).length;
  return HEAT_LEVELS[passed] ?? 'angry';
}

export const isAtLeast = (level: HeatLevel, other: HeatLevel): boolean =>
  HEAT_LEVELS.indexOf(level) >= HEAT_LEVELS.indexOf(other);

/** A change of heat over the last two messages under this is no trend, and heat below this does not rise yet: it is noise. */
const TREND_STEP = 0.08;
const RISES_FROM = 0.2;

export function trendOf(curve: readonly HeatPoint[]): Trend {
  const last = curve.at(-1)?.heat ?? 0;
  const before = curve.at(-3)?.heat ?? curve.at(-2)?.heat ?? 0;
  if (curve.length < 2) return last >= RISES_FROM ? 'rising' : 'steady';
  return last - before > TREND_STEP && last >= RISES_FROM ? 'rising' : before - last > TREND_STEP ? 'cooling' : 'steady';
}
