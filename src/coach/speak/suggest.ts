// The next words to say: the most urgent step, a wording not used here yet, filled with this customer's facts.

import type { Slot } from '../../packs/template';
import type { StepAdvice, Suggestion, SuggestionReason } from '../../protocol/advice';
import type { Choices } from '../../protocol/conversation';
import type { Channel, StepId } from '../../protocol/vocabulary';
import type { CompiledPack, CompiledPhrase } from '../compile';
import { isAtLeast } from '../follow/heat';
import type { Standing } from '../follow/standing';
import { normalWords } from '../language';
import { type Filled, fill, slotValues } from './fill';

/** One main suggestion and two alternatives. */
const SUGGESTIONS = 3;
/** Longest a phrase may be once filled, hot and cool (UTF-16 units): four lines of the panel at its narrowest. */
const MAX_CHARS = { hot: 100, cool: 120 } as const;
/** An alternative is called shorter from this share of the first one's length. */
const SHORTER_SHARE = 0.75;

export type SpeakContext = {
  readonly conversation: string;
  readonly channel: Channel;
  readonly choices: Choices;
  readonly standing: Standing;
  readonly pack: CompiledPack;
};

type Candidate = {
  readonly phrase: CompiledPhrase['phrase'];
  readonly step: StepId;
  readonly words: Filled;
  readonly score: number;
};

/** At most three suggestions. `due`: steps in the order to take them. `hold`: only a back-channel may be said. */
export function suggest(context: SpeakContext, due: readonly StepAdvice[], hold: boolean): Suggestion[] {
  const wanted = hold ? due.filter((step) => step.id === 'hear_out') : due;
  const fallback = hold ? [] : quietSteps(context.standing);
  const values = slotValues(context.standing);
  const ids = [...wanted.map((step) => step.id), ...fallback.filter((id) => !wanted.some((step) => step.id === id))];
  const chosen: Candidate[] = [];
  for (const id of ids) {
    const fresh = candidates(context, id, values).filter((one) => !chosen.some((other) => other.words.text === one.words.text));
    chosen.push(...(chosen.length === 0 ? firstAndOthers(fresh) : fresh.slice(0, 1)));
    if (chosen.length >= SUGGESTIONS || (id === 'hear_out' && hold)) break;
  }
  const first = chosen[0];
  return chosen.slice(0, SUGGESTIONS).map((one) => ({
    phrase: one.phrase.id,
    step: one.step,
    text: one.words.text,
    filled: one.words.filled,
    reason: reasonFor(one.step, due, context.standing, hold),
    tone: one === first ? 'plain' : toneOf(one, first),
  }));
}

/** What may wait ready although nothing is due. */
function quietSteps(standing: Standing): StepId[] {
  if (standing.customerSaid === 0) return standing.agentSaid === 0 ? ['greet'] : [];
  if (standing.questions.length > 0) return ['answer', 'act'];
  if (standing.solved && !isAtLeast(standing.level, 'uneasy')) return ['thank_close'];
  return standing.lastSpeaker === 'customer' ? ['act', 'probe'] : [];
}

/** Best first; then, from the rest, one clearly shorter and one warmer where there are such. */
function firstAndOthers(ranked: readonly Candidate[]): Candidate[] {
  const [first, ...rest] = ranked;
  if (!first) return [];
  const shorter = rest.find((one) => one.words.text.length <= first.words.text.length * SHORTER_SHARE);
  const warmer = rest.find((one) => one !== shorter && one.phrase.tone === 'warmer');
  const others = [shorter, warmer].filter((one) => one !== undefined);
  return [first, ...others, ...rest.filter((one) => !others.includes(one))].slice(0, SUGGESTIONS);
}

const toneOf = (one: Candidate, first: Candidate | undefined): Suggestion['tone'] =>
  first && one.words.text.length <= first.words.text.length * SHORTER_SHARE
    ? 'shorter'
    : one.phrase.tone === 'warmer'
      ? 'warmer'
      : 'plain';

/** Phrases of one step that can be said here, best first. When every wording was passed over they may come round again. */
function candidates(context: SpeakContext, step: StepId, values: ReadonlyMap<Slot, string>): Candidate[] {
  const { standing, channel, choices, pack } = context;
  const hot = isAtLeast(standing.level, 'upset');
  const said = new Set(standing.sentences);
  const all = (pack.phrases.get(step) ?? []).flatMap((compiled): Candidate[] => {
    const { phrase, parts } = compiled;
    if (!phrase.heat.includes(standing.level) || (phrase.channel ?? channel) !== channel || choices.inserted.includes(phrase.id))
      return [];
    const words = fill(parts, values);
    if (!words || words.text.length > (hot ? MAX_CHARS.hot : MAX_CHARS.cool) || wasSaid(words.text, said)) return [];
    return [{ phrase, step, words, score: scoreOf(phrase.tone, words, hot, context.conversation, phrase.id) }];
  });
  const unpassed = all.filter((one) => !choices.passed.includes(one.phrase.id));
  return (unpassed.length > 0 ? unpassed : all).sort((a, b) => b.score - a.score);
}

const wasSaid = (text: string, said: ReadonlySet<string>) =>
  text.split(/(?<=[.!?])\s+/).some((sentence) => said.has(normalWords(sentence).join(' ')));

/** Facts make it this customer's; short helps when hot; the conversation's own order of wordings does the rest. */
function scoreOf(tone: string | undefined, words: Filled, hot: boolean, conversation: string, phrase: string): number {
  const facts = Math.min(words.filled.length, 2);
  const brevity = hot ? (tone === 'shorter' ? 0.4 : 0) - words.text.length / 150 : 0;
  return facts + brevity + rotation(`${conversation}\n${phrase}`);
}

/** 0..1, the same for the same text (FNV-1a): different conversations meet the wordings in a different order. */
function rotation(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

function reasonFor(step: StepId, due: readonly StepAdvice[], standing: Standing, hold: boolean): SuggestionReason {
  const advice = due.find((one) => one.id === step);
  const quote = standing.steps[step]?.due?.quote ?? null;
  const replies = advice?.since?.replies ?? 0;
  if (hold) return { code: 'let_them_finish', quote: null, replies: 0 };
  if (!advice) return { code: 'next', quote: null, replies: 0 };
  if (step === 'thank_close') return { code: 'only_this_left', quote: null, replies };
  if (advice.reason === 'question_open') return { code: 'open_question', quote, replies };
  if (advice.state === 'overdue') return { code: 'overdue', quote, replies };
  if (advice.reason === 'handed_over' || advice.reason === 'refused') return { code: 'after_slip', quote, replies };
  if (advice.reason === 'fresh_heat' || advice.reason === 'new_harm') return { code: advice.reason, quote, replies };
  return { code: 'missing', quote, replies };
}
