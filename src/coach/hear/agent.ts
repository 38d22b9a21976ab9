// What one agent message does: the steps its words prove, the guardrails they break.
import type { Guardrail } from '../../packs/schema';
import type { StepId } from '../../protocol/vocabulary';
import type { CompiledPack } from '../compile';
import type { Text } from '../language';
import { type Span, spanOfHit } from './quote';

export type Proof = { readonly step: StepId; readonly span: Span };
export type Slip = { readonly guardrail: Guardrail; readonly rule: string; readonly span: Span };

/** Steps proved by the words, each once, with its longest evidence. */
export function hearProofs(text: Text, pack: CompiledPack): Proof[] {
  const proofs = new Map<StepId, Proof>();
  for (const [rule, hits] of pack.matchEvidence(text)) {
    const step = pack.evidence.get(rule);
    if (!step) continue;
    for (const hit of hits) {
      const span = spanOfHit(text, hit);
      if (span.length > (proofs.get(step)?.span.length ?? 0)) proofs.set(step, { step, span });
    }
  }
  return [...proofs.values()];
}

/** Guardrails broken by the words, each once; not where the same message proves a step that makes it good. */
export function hearSlips(text: Text, pack: CompiledPack, proofs: readonly Proof[]): Slip[] {
  const proved = new Set(proofs.map((proof) => proof.step));
  const slips = new Map<string, Slip>();
  for (const [rule, hits] of pack.matchGuardrails(text)) {
    const guardrail = pack.guardrailOf.get(rule);
    const hit = hits[0];
    if (!guardrail || !hit || guardrail.unlessSteps?.some((step) => proved.has(step))) continue;
    if (!slips.has(guardrail.id)) slips.set(guardrail.id, { guardrail, rule, span: spanOfHit(text, hit) });
  }
  return [...slips.values()];
}
