// The steps as the panel shows them now: due, overdue, done; and whether the customer is still mid-flow.
import type { StepAdvice } from '../../protocol/advice';
import type { StepId } from '../../protocol/vocabulary';
import type { CompiledPack } from '../compile';
import { isAtLeast } from '../follow/heat';
import type { Standing } from '../follow/standing';
import { flowEndsAt } from '../follow/timing';

/** Until when (ms) the customer is taken to be mid-flow; null when they have finished. */
export function holdsUntil(standing: Standing, now: number): number | null {
  const ends = standing.lastSpeaker === 'customer' ? flowEndsAt(standing.burst, isAtLeast(standing.level, 'uneasy')) : null;
  return ends !== null && now < ends && isAtLeast(standing.level, 'uneasy') ? ends : null;
}

/** One entry per enabled step, in the pack's order. */
export function assessSteps(standing: Standing, pack: CompiledPack, now: number, hold: boolean): StepAdvice[] {
  return [...pack.steps].map(([id, step]): StepAdvice => {
    const { due = null, done = null } = standing.steps[id] ?? {};
    const nothing = { id, since: null, overdueAt: null, reason: null, evidence: done?.evidence ?? null };
    if (id === 'hear_out')
      return { ...nothing, state: hold ? 'due' : done || due ? 'done' : 'not_due', reason: hold ? 'mid_flow' : null };
    if (!due) return { ...nothing, state: done ? 'done' : 'not_due' };
    const byClock = step.overdue.seconds === null ? null : due.at + step.overdue.seconds * 1000;
    const isLate = (step.overdue.replies !== null && due.replies >= step.overdue.replies) || (byClock !== null && now >= byClock);
    return {
      id,
      state: isLate && !(hold && step.pauses) ? 'overdue' : 'due',
      since: { utterance: due.utterance, replies: due.replies, at: due.at },
      overdueAt: byClock,
      reason: due.reason,
      evidence: null,
    };
  });
}

/** The due steps in the order to take them: the pack's order, the held-back last, the greeting after a matter already told. */
export function orderDue(steps: readonly StepAdvice[], standing: Standing, pack: CompiledPack): StepAdvice[] {
  const isDue = (step: StepAdvice) => step.state === 'due' || step.state === 'overdue';
  const dueIds = new Set<StepId>(steps.filter(isDue).map((step) => step.id));
  // Whoever has already said what is wrong wants that met first; the greeting can go along.
  const toldTheMatter = isAtLeast(standing.level, 'uneasy') || standing.concern !== null || standing.questions.length > 0;
  const rank = (step: StepAdvice): number => {
    const heldBack = pack.steps.get(step.id)?.after?.some((before) => dueIds.has(before)) ?? false;
    const place = steps.indexOf(step);
    if (heldBack) return 100 + place;
    if (step.id === 'greet' && toldTheMatter) return 50;
    if (step.id === 'thank_close' && standing.solved) return -1;
    if (step.id === 'answer' && !isAtLeast(standing.level, 'uneasy')) return 0.5;
    return place;
  };
  return steps.filter((step) => isDue(step) && mayTake(step, standing)).sort((a, b) => rank(a) - rank(b));
}

/** Nobody is thanked and sent off while heated or with a question open. */
const mayTake = (step: StepAdvice, standing: Standing) =>
  step.id !== 'thank_close' || (!isAtLeast(standing.level, 'uneasy') && standing.questions.length === 0);
