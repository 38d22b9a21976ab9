// Advice as the lines that replay prints. This shape is the project's command-line face: it stays stable.
import messages from '../../assets/_locales/en/messages.json';
import { advise, hearAt } from '../coach/advise';
import type { Pack } from '../packs/schema';
import type { Advice, GuardrailWarning, Signal, SuggestionReason } from '../protocol/advice';
import type { Conversation } from '../protocol/conversation';

/** One object per utterance, as the advice stands right after it, then one for the draft where there is one. */
export function* adviceLines(whole: Conversation, pack: Pack): Generator<Record<string, unknown>> {
  for (const [index, utterance] of whole.utterances.entries()) {
    const conversation: Conversation = { ...whole, utterances: whole.utterances.slice(0, index + 1), draft: '' };
    const advice = advise(conversation, pack, utterance.at);
    const heard = hearAt(conversation, index, pack);
    const isCustomer = utterance.speaker === 'customer';
    yield {
      conversation: whole.id,
      utterance: utterance.id,
      speaker: utterance.speaker,
      ...(isCustomer ? { anger: round(heard.anger) } : {}),
      heat: round(advice.mood.heat),
      level: advice.mood.level,
      trend: advice.mood.trend,
      cues: heard.signals.filter(({ category }) => category !== 'wording').map(signalLine),
      wording: heard.signals.filter(({ category }) => category === 'wording').map(signalLine),
      relief: round(heard.relief),
      ...(utterance.speaker === 'agent' ? { proves: heard.proves } : {}),
      steps: advice.steps.map((step) => ({
        id: step.id,
        state: step.state,
        since: step.since?.utterance ?? null,
        evidence: step.evidence?.text ?? null,
      })),
      guardrails: advice.guardrails.filter((one) => one.utterance === utterance.id).map(guardrailLine),
      phase: advice.phase,
      attention: advice.attention,
      concern: advice.concern?.text ?? null,
      restated: advice.concern?.restated ?? null,
      facts: Object.fromEntries(advice.facts.map((fact) => [fact.kind, fact.text])),
      questions: advice.questions.map((question) => question.text),
      suggestions: suggestionLines(advice),
    };
  }
  if (whole.draft === '') return;
  const { draft, suggestions } = adviseOnDraft(whole, pack);
  yield {
    conversation: whole.id,
    utterance: 'draft',
    speaker: 'agent',
    proves: draft?.covers ?? [],
    guardrails: (draft?.warnings ?? []).map(guardrailLine),
    suggestions,
  };
}

function adviseOnDraft(conversation: Conversation, pack: Pack) {
  const advice = advise(conversation, pack, conversation.utterances.at(-1)?.at ?? 0);
  return { draft: advice.draft, suggestions: suggestionLines(advice) };
}

const signalLine = ({ category, text, start, length, effect }: Signal) => ({
  category,
  text,
  start,
  length,
  effect: round(effect),
});

const guardrailLine = ({ id, text, start, length }: GuardrailWarning) => ({ id, text, start, length });

const suggestionLines = (advice: Advice) =>
  advice.suggestions.map(({ phrase, step, text, reason }) => ({ phrase, step, text, reason: reasonWords(reason) }));

type Message = { readonly message: string };

/** The reason in the words the panel uses. */
function reasonWords({ code, quote }: SuggestionReason): string {
  const known = messages as unknown as Readonly<Record<string, Message | undefined>>;
  const words = known[`reason_${code}`]?.message ?? code;
  return quote === null ? words : `${words}: “${quote}”`;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
