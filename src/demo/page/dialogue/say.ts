// Where a scripted customer stands, and how bubbles are queued: typed one after another in a chat, spoken on a call.
// Pure. What is said is decided in answer.ts; when time passes, in dialogue.ts.
import { meantText, speechMs } from './captions';
import type { Line, Script } from './script';

/** Something about to be said. `from`: when they begin to type or speak; `at`: when it stands on the page (ms, script time). */
type Coming = { readonly text: string; readonly from: number; readonly at: number };

export type Ending = 'solved' | 'walked_out';

export type Dialogue = {
  /** 0 (calm) to 5 (furious). */
  readonly temper: number;
  /** Ids of the wants that have been met. */
  readonly given: ReadonlySet<string>;
  /** Bubbles under way, earliest first. */
  readonly coming: readonly Coming[];
  /** What the agent said since the customer last took it in; when the customer will. */
  readonly heard: readonly string[];
  readonly answerAt: number | null;
  /** Everything the agent has said, in plain form, to notice the same words twice. */
  readonly known: ReadonlySet<string>;
  /** The customer's own sentences, to tell an agent who quotes them from one who answers them. */
  readonly spoken: ReadonlySet<string>;
  readonly interrupted: boolean;
  /** Since when the customer has been waiting for an answer. */
  readonly waitingSince: number | null;
  readonly nudges: number;
  readonly provocations: number;
  /** How often each list of wordings was used. */
  readonly uses: ReadonlyMap<string, number>;
  readonly ending: Ending | null;
  readonly leavesAt: number | null;
  readonly left: boolean;
};

export const MAX_TEMPER = 5;
/** From here on the customer is angry, and words accordingly. */
export const HOT = 3;
const TYPE_MS_PER_CHAR = 38;
const MIN_TYPE_MS = 700;
const MAX_TYPE_MS = 4_500;
const BETWEEN_MS = 450;

export const heated = (temper: number, by: number): number => Math.min(MAX_TEMPER, temper + by);

/** When a bubble stands on the page. In: `from` when they begin (ms). A call's words stand as soon as they begin. */
export function schedule(script: Script, text: string, from: number, temper: number): Coming {
  if (script.channel === 'call') return { text, from, at: from };
  const haste = temper >= HOT ? 0.7 : 1;
  return { text, from, at: from + Math.min(Math.max(text.length * TYPE_MS_PER_CHAR * haste, MIN_TYPE_MS), MAX_TYPE_MS) };
}

/** When the next bubble may begin, in ms: on a call, words take their time after they have begun. */
export const endOf = (script: Script, one: Coming): number =>
  one.at + (script.channel === 'call' ? speechMs(one.text) : 0) + BETWEEN_MS;

/** Queues bubbles behind what is already coming. */
export function say(script: Script, state: Dialogue, lines: readonly Line[], at: number): Dialogue {
  if (lines.flat().length === 0) return waitOn(state, at);
  const coming = [...state.coming];
  for (const text of lines.flat()) {
    const last = coming.at(-1);
    coming.push(schedule(script, text, last ? endOf(script, last) : at, state.temper));
  }
  return { ...state, coming, spoken: new Set([...state.spoken, ...lines.flat().flatMap(sentencesOf)]), waitingSince: null };
}

/** A line's sentences, as a person would quote them. */
export const sentencesOf = (line: string): readonly string[] =>
  meantText(line)
    .match(/[^.?!]+[.?!]*/g)
    ?.map((one) => one.trim()) ?? [];

/** The next unused wording of a list, and the state that knows it was used; the last one repeats. */
export function take(state: Dialogue, key: string, lines: readonly Line[]): { readonly state: Dialogue; readonly line: Line } {
  const used = state.uses.get(key) ?? 0;
  return {
    state: { ...state, uses: new Map(state.uses).set(key, used + 1) },
    line: lines[Math.min(used, lines.length - 1)] ?? [],
  };
}

/** Says the next unused wording of a list. */
export function use(script: Script, state: Dialogue, key: string, lines: readonly Line[], at: number): Dialogue {
  const taken = take(state, key, lines);
  return say(script, taken.state, [taken.line], at);
}

/** Nothing to say: back to waiting for the agent. */
export const waitOn = (state: Dialogue, at: number): Dialogue =>
  state.coming.length > 0 ? state : { ...state, waitingSince: at };
