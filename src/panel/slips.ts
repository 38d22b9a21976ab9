// The wordings to avoid that the panel shows: in the draft first, then in the newest agent turn, without those waved away. Pure.
import type { Advice, GuardrailWarning } from '../protocol/advice';

/** `draft`: not sent yet, can still be changed. */
export type Slip = GuardrailWarning & { readonly where: 'draft' | 'sent'; readonly key: string };

const keyOf = (warning: GuardrailWarning): string => [warning.utterance, warning.rule, warning.start, warning.text].join('\n');

export function listSlips(advice: Advice | null, dismissed: ReadonlySet<string>): readonly Slip[] {
  if (advice === null) return [];
  const inDraft = (advice.draft?.warnings ?? []).map((warning) => ({ ...warning, where: 'draft' as const }));
  const sent = advice.guardrails.map((warning) => ({ ...warning, where: 'sent' as const }));
  return [...inDraft, ...sent].map((warning) => ({ ...warning, key: keyOf(warning) })).filter((slip) => !dismissed.has(slip.key));
}
