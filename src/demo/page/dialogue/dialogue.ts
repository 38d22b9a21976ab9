// How a scripted customer lives through a conversation: heats up when ignored or put off, cools when heard, leaves content or not.
// Pure: a script, a state and a time in, a new state and what was said out. The same agent words at the same times give the same course.
import { answer } from './answer';
import { speechMs } from './captions';
import { type Dialogue, endOf, heated, say, schedule, sentencesOf } from './say';
import type { Script } from './script';

export type SaidNow =
  | { readonly kind: 'customer'; readonly text: string; readonly at: number }
  | { readonly kind: 'left'; readonly at: number };

const THINK_MS = 1_800;
const READ_MS_PER_CHAR = 12;
const MAX_READ_MS = 2_500;
const LEAVE_MS = 2_500;
/** Anything longer, said while the customer is still in mid-burst, is butting in. */
const BACK_CHANNEL_CHARS = 80;

/** The state at time `at` (ms), with the opening burst under way. */
export function openDialogue(script: Script, at: number): Dialogue {
  let from = at;
  const coming = script.opening.map(({ text, pauseMs }) => {
    const one = schedule(script, text, from + pauseMs, script.temper);
    from = endOf(script, one);
    return one;
  });
  return {
    temper: script.temper,
    given: new Set(),
    coming,
    heard: [],
    answerAt: null,
    known: new Set(),
    spoken: new Set(script.opening.flatMap(({ text }) => sentencesOf(text))),
    interrupted: false,
    waitingSince: null,
    nudges: 0,
    provocations: 0,
    uses: new Map(),
    ending: null,
    leavesAt: null,
    left: false,
  };
}

/** The agent says something at time `at`; the customer answers once they have read or heard it (see `passTime`). */
export function hearAgent(script: Script, dialogue: Dialogue, text: string, at: number): Dialogue {
  if (dialogue.left) return dialogue;
  const speaking = script.channel === 'call' ? speechMs(text) : Math.min(text.length * READ_MS_PER_CHAR, MAX_READ_MS);
  return {
    ...dialogue,
    heard: [...dialogue.heard, text],
    answerAt: at + speaking + THINK_MS,
    waitingSince: null,
    leavesAt: null,
    interrupted: dialogue.interrupted || (dialogue.coming.length > 1 && text.length > BACK_CHANNEL_CHARS),
  };
}

/** When something happens next by itself, in ms; null: not before the agent says something. */
export function nextMoment(script: Script, dialogue: Dialogue): number | null {
  if (dialogue.left) return null;
  const moments = [
    ...dialogue.coming.slice(0, 1).map((one) => one.at),
    ...(dialogue.answerAt === null || dialogue.coming.length > 0 ? [] : [dialogue.answerAt]),
    ...(nudgeAt(script, dialogue) ?? []),
    ...(dialogue.leavesAt === null ? [] : [dialogue.leavesAt]),
  ];
  return moments.length === 0 ? null : Math.min(...moments);
}

/** True while the customer is typing or about to speak, at time `at`. */
export function isTyping(dialogue: Dialogue, at: number): boolean {
  return dialogue.coming.some((one) => one.from <= at && at < one.at);
}

/** Everything that happens up to time `at`, in order. */
export function passTime(
  script: Script,
  dialogue: Dialogue,
  at: number,
): { readonly dialogue: Dialogue; readonly said: readonly SaidNow[] } {
  const said: SaidNow[] = [];
  let now = dialogue;
  for (let moment = nextMoment(script, now); moment !== null && moment <= at; moment = nextMoment(script, now)) {
    const [first, ...later] = now.coming;
    if (first && first.at === moment) {
      said.push({ kind: 'customer', text: first.text, at: moment });
      now = { ...now, coming: later, ...(later.length === 0 ? settle(script, now, endOf(script, first)) : {}) };
    } else if (now.leavesAt === moment) {
      said.push({ kind: 'left', at: moment });
      now = { ...now, left: true, leavesAt: null };
    } else if (now.answerAt === moment) {
      now = answer(script, now, moment);
    } else {
      now = nudge(script, now, moment);
    }
  }
  return { dialogue: now, said };
}

/** After the last bubble: taking in what the agent said meanwhile, waiting for the agent, or on the way out. */
function settle(script: Script, dialogue: Dialogue, at: number): Partial<Dialogue> {
  if (dialogue.answerAt !== null) return { answerAt: Math.max(dialogue.answerAt, at) };
  if (dialogue.ending === null) return { waitingSince: at };
  const content = dialogue.ending === 'solved' && !dialogue.uses.has('goodbye');
  return { leavesAt: at + (content ? script.patienceMs : LEAVE_MS) };
}

function nudgeAt(script: Script, { waitingSince, nudges, coming, ending }: Dialogue): readonly number[] | null {
  if (waitingSince === null || coming.length > 0 || ending !== null || nudges >= script.nudges.length) return null;
  return [waitingSince + script.patienceMs];
}

/** Left unanswered: they write again, hotter. */
function nudge(script: Script, dialogue: Dialogue, at: number): Dialogue {
  const temper = heated(dialogue.temper, 1);
  const line = script.nudges[dialogue.nudges] ?? [];
  return { ...say(script, { ...dialogue, temper }, [line], at), nudges: dialogue.nudges + 1, waitingSince: null };
}
