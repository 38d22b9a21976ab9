// The fold: where the conversation stands after one more utterance. Cost depends on that utterance alone.
import type { Fact, GuardrailWarning, Quote, Signal } from '../../protocol/advice';
import type { Utterance } from '../../protocol/utterance';
import type { StepId } from '../../protocol/vocabulary';
import type { CompiledPack } from '../compile';
import { type HeardAgent, type HeardCustomer, hearAgent, hearCustomer } from '../hear/hear';
import type { Span } from '../hear/quote';
import { isAtLeast, levelOf, nextHeat } from './heat';
import { answerQuestions, askQuestions, isSameQuestion } from './questions';
import { findStructuralSlips, normalSentences } from './slips';
import { keep, LIMITS, type Standing } from './standing';
import { type Lapse, lapseSteps, proveSteps, type Trigger, triggerSteps } from './steps';
import { flowEndsAt, nextBurst, UNANSWERED_MS } from './timing';

/** Relief from which a message without anger counts as "solved". */
const SOLVED_RELIEF = 0.45;
/** Anger from which a message is a complaint even where no concern rule found its matter. */
const COMPLAINT_ANGER = 0.3;
/** A rise of heat by this much is a fresh spike even within one level. */
const SPIKE = 0.2;
/** Category weights from which the customer's words count as abuse of the agent. */
const ABUSE_WEIGHT = 0.6;

/** `utterance` folded into `standing`. Interim captions, bots and system lines change nothing. */
export function follow(standing: Standing, utterance: Utterance, pack: CompiledPack): Standing {
  if (!utterance.final || utterance.text.trim() === '') return standing;
  if (utterance.speaker === 'customer') return followCustomer(standing, utterance, hearCustomer(utterance.text, pack), pack);
  if (utterance.speaker === 'agent') return followAgent(standing, utterance, hearAgent(utterance.text, pack), pack);
  return standing;
}

const quoteIn = (utterance: string, { text, start, length }: Span): Quote => ({ utterance, text, start, length });

/** Anger of a customer message in its context: its own, and what timing and repetition add. */
export function angerInContext(
  standing: Standing,
  utterance: Utterance,
  heard: HeardCustomer,
  pack: CompiledPack,
): { anger: number; signals: Signal[] } {
  const signals: Signal[] = heard.parts.map(({ kind, rule, span, effect }) => ({
    ...quoteIn(utterance.id, span),
    category: kind,
    rule,
    effect,
  }));
  let anger = heard.anger;
  const add = (shape: 'burst' | 'repeated_question' | 'unanswered', span: Span | undefined) => {
    const cue = pack.shapes.get(shape);
    if (!cue || !span) return;
    anger = 1 - (1 - anger) * (1 - cue.weight);
    signals.push({ ...quoteIn(utterance.id, span), category: cue.category, rule: cue.id, effect: cue.weight });
  };
  const whole = { text: utterance.text, start: 0, length: utterance.text.length };
  add(
    'repeated_question',
    heard.questions.find((one) => standing.questions.some((known) => isSameQuestion(one, known))),
  );
  const waited = standing.waitingSince !== null && utterance.at - standing.waitingSince >= UNANSWERED_MS;
  if (waited && standing.lastSpeaker === 'customer' && standing.agentSaid > 0) add('unanswered', whole);
  const burst = nextBurst(standing.burst, utterance.at, utterance.text);
  if (burst.messages >= 3 && (levelOf(anger, pack.pack.settings.sensitivity) !== 'calm' || standing.level !== 'calm'))
    add('burst', whole);
  return { anger, signals };
}

function followCustomer(standing: Standing, utterance: Utterance, heard: HeardCustomer, pack: CompiledPack): Standing {
  const { id, at } = utterance;
  const { anger, signals } = angerInContext(standing, utterance, heard, pack);
  const heat = nextHeat(standing.heat, anger, heard.relief, standing.lastSpeaker === 'agent');
  const level = levelOf(heat, pack.pack.settings.sensitivity);
  const opening = standing.customerSaid === 0 && standing.agentSaid === 0;
  const concern = heard.concerns.find((one) => one.restated) ?? heard.concerns[0];
  const complains = concern !== undefined || anger >= COMPLAINT_ANGER;
  // An apology made before any complaint was told does not cover the first one.
  const answeredBefore = standing.harms.length > 0 ? standing.repliedSinceHarm : standing.apologies > 0;
  const newHarm = concern !== undefined && answeredBefore && !standing.harms.includes(concern.rule);
  // "No, that's all" after "anything else?" says that it is solved, with or without thanks.
  const offeredToClose = standing.lastSpeaker === 'agent' && standing.steps.thank_close?.done?.said === standing.said;
  const content = heard.questions.length === 0 && (heard.relief >= SOLVED_RELIEF || offeredToClose);
  const solved = content && anger < 0.2 && !concern;
  const burst = nextBurst(standing.burst, at, utterance.text);
  const heated = isAtLeast(level, 'uneasy');
  const facts = heard.facts.map((fact): Fact => ({ ...quoteIn(id, fact), kind: fact.kind, value: fact.value }));
  const kinds = new Set(facts.map((fact) => fact.kind));
  const allFacts = keep(
    standing.facts.filter((fact) => !kinds.has(fact.kind)),
    facts,
    LIMITS.facts,
  );
  const questions = solved ? [] : askQuestions(standing.questions, heard.questions, id, at);
  const strongest = signals.filter((signal) => signal.effect > 0).sort((a, b) => b.effect - a.effect)[0]?.text ?? null;

  const happened = new Set<Lapse>();
  if (solved) happened.add('solved');
  if (level === 'calm') happened.add('calm');
  if (allFacts.some((fact) => fact.kind === 'order')) happened.add('known');
  const triggers: Trigger[] = [];
  const trigger = (holds: boolean, reason: Trigger['reason'], quote: string | null = null) =>
    holds && triggers.push({ reason, quote });
  trigger(opening, 'opening');
  trigger(flowEndsAt(burst, heated) !== null && heated, 'mid_flow');
  trigger(heated && !isAtLeast(standing.level, 'uneasy'), 'heat', strongest);
  trigger(heated && (standing.level !== level || heat - standing.heat >= SPIKE) && heat > standing.heat, 'fresh_heat', strongest);
  trigger(complains, 'complaint', concern?.text ?? strongest);
  trigger(newHarm, 'new_harm', concern?.text ?? null);
  trigger(concern !== undefined, 'concern_told', concern?.text ?? null);
  trigger(complains && !happened.has('known'), 'need_to_know');
  trigger(heard.questions.length > 0, 'question_open', heard.questions[0]?.text ?? null);
  trigger(solved, 'solved');

  return {
    ...standing,
    said: standing.said + 1,
    customerSaid: standing.customerSaid + 1,
    customerWords: standing.customerWords + heard.text.words.length,
    heat,
    level,
    abusive:
      heard.cues.some(({ heard: { cue } }) => cue.category === 'insult' && cue.weight >= ABUSE_WEIGHT) ||
      (standing.abusive && heat >= standing.heat * 0.7),
    curve: keep(standing.curve, [{ utterance: id, at, heat, level }], LIMITS.curve),
    raised: keep(standing.raised, signals.filter((signal) => signal.effect > 0).reverse(), LIMITS.signals),
    lowered: keep(
      standing.lowered,
      signals.filter((signal) => signal.effect < 0),
      LIMITS.signals,
    ),
    steps: triggerSteps(lapseSteps(standing.steps, happened, pack), triggers, pack, id, at),
    concern: concern ? { ...quoteIn(id, concern), restated: concern.restated } : standing.concern,
    harms:
      concern && !standing.harms.includes(concern.rule) ? keep(standing.harms, [concern.rule], LIMITS.harms) : standing.harms,
    repliedSinceHarm: concern ? false : standing.repliedSinceHarm,
    apologies: newHarm ? 0 : standing.apologies,
    facts: allFacts,
    questions,
    burst,
    waitingSince: standing.waitingSince ?? at,
    solved: solved || (standing.solved && !complains),
    customerName: utterance.name ?? standing.customerName,
    lastSpeaker: 'customer',
    last: { id, at },
  };
}

function followAgent(standing: Standing, utterance: Utterance, heard: HeardAgent, pack: CompiledPack): Standing {
  const { id, at } = utterance;
  const proofs = new Map<StepId, Quote | null>(heard.proofs.map(({ step, span }) => [step, quoteIn(id, span)]));
  const questions = answerQuestions(standing.questions, heard.text, new Set(proofs.keys()));
  const answered = standing.questions.find((question) => !questions.includes(question));
  if (answered && questions.length === 0)
    proofs.set('answer', {
      utterance: id,
      text: utterance.text.slice(0, 200),
      start: 0,
      length: Math.min(200, utterance.text.length),
    });
  const structural = findStructuralSlips(standing, utterance, heard, pack, at);
  if (standing.steps.hear_out?.due && !structural.some((slip) => slip.id === 'butting_in'))
    proofs.set('hear_out', proofs.get('hear_out') ?? null);
  const proved = proveSteps(standing.steps, proofs, standing.said + 1);
  const slips = [
    ...heard.slips.map(
      ({ guardrail, rule, span }): GuardrailWarning => ({
        ...quoteIn(id, span),
        id: guardrail.id,
        rule,
        instead: guardrail.instead,
        why: guardrail.why,
      }),
    ),
    ...structural,
  ];
  const passesOn = slips.some((slip) => slip.id === 'pass_buck');
  const triggers: Trigger[] = [];
  const trigger = (holds: boolean, reason: Trigger['reason'], quote: string | null = null) =>
    holds && triggers.push({ reason, quote });
  const promises = proofs.has('own') || proofs.has('follow_up') || proofs.has('assure');
  trigger(passesOn, 'handed_over');
  trigger(
    slips.some((slip) => slip.id === 'refuse'),
    'refused',
  );
  trigger(promises && !proofs.has('ticket_time'), 'promise_open');
  trigger(proofs.has('own') && !proofs.has('act'), 'takes_time');
  return {
    ...standing,
    said: standing.said + 1,
    agentSaid: standing.agentSaid + 1,
    steps: triggerSteps(proofs.has('act') ? lapseSteps(proved, new Set(['acted']), pack) : proved, triggers, pack, id, at),
    repliedSinceHarm: true,
    questions,
    sentences: keep(standing.sentences, normalSentences(heard.text), LIMITS.sentences),
    apologies: standing.apologies + (proofs.has('apologise') ? 1 : 0),
    slips: standing.lastSpeaker === 'agent' ? keep(standing.slips, slips, LIMITS.signals) : slips,
    burst: null,
    waitingSince: null,
    lastSpeaker: 'agent',
    last: { id, at },
  };
}
