// The draft in the composer, before it is sent: which steps it would tick, what would be better said otherwise.
import type { DraftAdvice, GuardrailWarning } from '../../protocol/advice';
import type { CompiledPack } from '../compile';
import { findStructuralSlips } from '../follow/slips';
import type { Standing } from '../follow/standing';
import { hearAgent } from '../hear/hear';

/** Null for an empty draft. Advice, never a block. */
export function reviewDraft(draft: string, standing: Standing, pack: CompiledPack, now: number): DraftAdvice | null {
  if (draft.trim() === '') return null;
  const heard = hearAgent(draft, pack);
  const byWords = heard.slips.map(
    ({ guardrail, rule, span }): GuardrailWarning => ({
      utterance: 'draft',
      ...span,
      id: guardrail.id,
      rule,
      instead: guardrail.instead,
      why: guardrail.why,
    }),
  );
  return {
    text: draft,
    covers: heard.proofs.map((proof) => proof.step),
    warnings: [...byWords, ...findStructuralSlips(standing, { id: 'draft', text: draft }, heard, pack, now)],
  };
}
