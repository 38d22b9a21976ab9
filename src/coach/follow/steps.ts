// The thirteen steps over a conversation: what makes each due, what proves it, what makes it due again. All from the pack's table.
import type { Quote, StepReason } from '../../protocol/advice';
import { STEP_IDS, type StepId } from '../../protocol/vocabulary';
import type { CompiledPack } from '../compile';
import type { Standing, StepStanding } from './standing';

type Steps = Standing['steps'];
export type Trigger = { readonly reason: StepReason; readonly quote: string | null };

/** What a message triggers makes steps due; a step already due keeps its first reason and its clock. */
export function triggerSteps(
  steps: Steps,
  triggers: readonly Trigger[],
  pack: CompiledPack,
  utterance: string,
  at: number,
): Steps {
  const next: Partial<Record<StepId, StepStanding>> = { ...steps };
  for (const [id, step] of pack.steps) {
    const standing = next[id] ?? { due: null, done: null };
    if (standing.due) continue;
    const trigger = triggers.find(({ reason }) => (standing.done ? step.again : step.due).includes(reason));
    if (trigger) next[id] = { done: null, due: { utterance, at, replies: 0, ...trigger } };
  }
  return next;
}

/** After an agent message: proved steps are done, the others have waited one reply more. */
export function proveSteps(steps: Steps, proofs: ReadonlyMap<StepId, Quote | null>, said: number): Steps {
  const next: Partial<Record<StepId, StepStanding>> = {};
  for (const id of STEP_IDS) {
    const standing = steps[id];
    if (proofs.has(id)) next[id] = { due: null, done: { evidence: proofs.get(id) ?? null, said } };
    else if (standing)
      next[id] = standing.due ? { ...standing, due: { ...standing.due, replies: standing.due.replies + 1 } } : standing;
  }
  return next;
}

/** What happened that can make a step pointless: see `lapses` in the pack. */
export type Lapse = 'calm' | 'acted' | 'known' | 'solved';

/** What is due and has become pointless is due no more. */
export function lapseSteps(steps: Steps, happened: ReadonlySet<Lapse>, pack: CompiledPack): Steps {
  const next: Partial<Record<StepId, StepStanding>> = { ...steps };
  for (const [id, step] of pack.steps) {
    const standing = next[id];
    if (standing?.due && step.lapses?.some((lapse) => happened.has(lapse))) next[id] = { ...standing, due: null };
  }
  return next;
}
