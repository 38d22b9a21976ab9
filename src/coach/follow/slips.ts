// Guardrails that no single sentence breaks: the same words twice, one sorry too many, butting in.
import type { GuardrailWarning } from '../../protocol/advice';
import type { GuardrailId } from '../../protocol/vocabulary';
import type { CompiledPack } from '../compile';
import type { HeardAgent } from '../hear/hear';
import type { Text } from '../language';
import { isAtLeast } from './heat';
import type { Standing } from './standing';
import { flowEndsAt } from './timing';

/** Shorter sentences ("One moment please.") may be said twice by anybody. */
const MIN_REPEATED_WORDS = 5;

/** An agent message's sentences in normal form, those long enough to sound like a script when said again. */
export function normalSentences(text: Text): string[] {
  return text.sentences
    .filter((sentence) => sentence.last - sentence.first >= MIN_REPEATED_WORDS)
    .map((sentence) => normalOf(text, sentence.first, sentence.last));
}

const normalOf = (text: Text, first: number, last: number) =>
  text.words
    .slice(first, last)
    .map((word) => word.norm)
    .join(' ');

/** `message`: its id ('draft' for the draft) and words. `at`: when it was said, or now for a draft. */
export function findStructuralSlips(
  standing: Standing,
  message: { readonly id: string; readonly text: string },
  heard: HeardAgent,
  pack: CompiledPack,
  at: number,
): GuardrailWarning[] {
  const slips: GuardrailWarning[] = [];
  const add = (id: GuardrailId, start: number, end: number) => {
    const guardrail = pack.guardrails.get(id);
    if (guardrail)
      slips.push({
        id,
        rule: id,
        utterance: message.id,
        text: message.text.slice(start, end),
        start,
        length: end - start,
        instead: guardrail.instead,
        why: guardrail.why,
      });
  };
  const said = new Set(standing.sentences);
  const repeated = heard.text.sentences.find(
    (one) => one.last - one.first >= MIN_REPEATED_WORDS && said.has(normalOf(heard.text, one.first, one.last)),
  );
  if (repeated) add('robotic', repeated.start, repeated.end);
  const apology = heard.proofs.find((proof) => proof.step === 'apologise');
  if (apology && standing.apologies >= pack.pack.settings.apologies)
    add('piled_apology', apology.span.start, apology.span.start + apology.span.length);
  const flowEnds = flowEndsAt(standing.burst, isAtLeast(standing.level, 'uneasy'));
  const first = heard.text.words[0];
  if (flowEnds !== null && at < flowEnds && heard.text.words.length > pack.pack.settings.backchannelWords && first) {
    add('butting_in', first.start, heard.text.words.at(-1)?.end ?? first.end);
  }
  return slips;
}
