// Where the conversation stands → the advice the panel draws. Reads no raw text but the draft.
import type { Advice, Mood } from '../../protocol/advice';
import type { Attention, Phase } from '../../protocol/vocabulary';
import { isAtLeast, trendOf } from '../follow/heat';
import type { Standing } from '../follow/standing';
import { assessSteps, holdsUntil, orderDue } from './assess';
import { reviewDraft } from './draft';
import { type SpeakContext, suggest } from './suggest';

/** Customer words under which, without any cue, nothing can be told of their mood. */
const MIN_WORDS_TO_TELL = 3;

/** The advice at `now` (ms since 1970). */
export function speak(context: SpeakContext, draft: string, now: number): Advice {
  const { standing, pack } = context;
  const holds = holdsUntil(standing, now);
  const hold = holds !== null;
  const steps = assessSteps(standing, pack, now, hold);
  const due = orderDue(steps, standing, pack);
  const clocks = steps.flatMap((step) => (step.overdueAt !== null && step.state === 'due' ? [step.overdueAt] : []));
  const wakeups = [...clocks, ...(hold ? [holds] : [])].filter((at) => at > now);
  return {
    conversation: context.conversation,
    at: now,
    upTo: standing.last?.id ?? null,
    phase: phaseOf(standing, hold, steps),
    attention: attentionFor(standing, due, hold, context),
    hold,
    mood: moodOf(standing),
    steps,
    guardrails: standing.slips,
    concern: standing.concern,
    facts: standing.facts,
    questions: standing.questions.map(({ utterance, text, start, length, at }) => ({ utterance, text, start, length, at })),
    suggestions: suggest(context, due, hold),
    draft: reviewDraft(draft, standing, pack, now),
    refreshAt: wakeups.length > 0 ? Math.min(...wakeups) : null,
  };
}

function moodOf(standing: Standing): Mood {
  const strongestFirst = <T extends { readonly effect: number }>(signals: readonly T[]) =>
    [...signals].reverse().sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return {
    heat: standing.heat,
    level: standing.level,
    trend: trendOf(standing.curve),
    abusive: standing.abusive,
    certain: standing.customerWords >= MIN_WORDS_TO_TELL || standing.raised.length > 0,
    raised: strongestFirst(standing.raised),
    lowered: strongestFirst(standing.lowered),
    curve: standing.curve,
  };
}

function phaseOf(standing: Standing, hold: boolean, steps: Advice['steps']): Phase {
  const isDue = (id: string) => steps.some((step) => step.id === id && (step.state === 'due' || step.state === 'overdue'));
  if (hold) return 'hearing_out';
  if (standing.solved && !isAtLeast(standing.level, 'uneasy') && standing.questions.length === 0) return 'closing';
  if (isDue('acknowledge') || (isDue('apologise') && isAtLeast(standing.level, 'uneasy'))) return 'acknowledging';
  if (standing.customerSaid === 0 || (standing.agentSaid === 0 && !standing.concern)) return 'opening';
  return 'solving';
}

/** A budget: nothing on calm conversations, `now` only for heat, harm or time that the agent has not met yet, or a slip just made. */
function attentionFor(standing: Standing, due: Advice['steps'], hold: boolean, { pack }: SpeakContext): Attention {
  if (standing.slips.length > 0 && standing.lastSpeaker === 'agent') return 'now';
  if (!isAtLeast(standing.level, 'uneasy')) return 'none';
  if (hold) return 'hint';
  const first = due[0];
  if (!first || standing.lastSpeaker !== 'customer') return 'none';
  const most = pack.steps.get(first.id)?.attention ?? 'none';
  const pressing = isAtLeast(standing.level, 'upset') || first.state === 'overdue' || first.reason === 'new_harm';
  return pressing && most === 'now' ? 'now' : most === 'none' ? 'none' : 'hint';
}
