// What the customer complains of: the sentence with the complaint in it, and the same turned round for the agent.
import type { CompiledPack } from '../compile';
import type { Text } from '../language';
import { type Span, spanOf } from './quote';
import { turnRound } from './turn-round';

export type HeardConcern = Span & { readonly rule: string; readonly restated: string | null };

/** Concerns in the order of the text, one a sentence. A sentence that asks is a question, not a concern to hand back. */
export function hearConcerns(text: Text, pack: CompiledPack): HeardConcern[] {
  const ruleOf = new Map<number, string>();
  for (const [rule, hits] of pack.matchConcerns(text)) {
    for (const hit of hits) if (!ruleOf.has(hit.sentence)) ruleOf.set(hit.sentence, rule);
  }
  return [...ruleOf]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, rule]) => {
      const sentence = text.sentences[at];
      if (!sentence) return [];
      const span = spanOf(text.raw, sentence.start, sentence.end);
      return [{ ...span, rule, restated: sentence.asks ? null : turnRound(span.text) }];
    });
}
