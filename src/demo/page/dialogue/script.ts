// What a scripted customer is made of: who they are, what they want to hear, and what they say to each kind of answer.
// Types only; the engine (dialogue.ts) plays any script, and knows none.
import type { Move, Provocation } from './moves';

/** One or more bubbles said in a row. On a call, `{heard|meant}` marks words the captions get wrong at first. */
export type Line = string | readonly string[];

/** Something the customer waits to hear. They ask for it, in the script's order, until it has been given. */
export type Want = {
  readonly id: string;
  /** Any of these in the agent's words gives it: a move, or facts that only this customer's record holds. */
  readonly by: readonly (Move | RegExp)[];
  /** Given before this other want, it lands as a correction and is not taken in. */
  readonly after?: string;
  readonly early?: Line;
  /** How far the temper falls when it is given, 0..5. */
  readonly relieves: number;
  readonly thanks?: Line;
  /** How they ask, angry and otherwise; the last wording repeats. Without: they never ask, and can be content without it. */
  readonly asks?: { readonly hot: readonly Line[]; readonly cool: readonly Line[] };
};

/** What the customer says to a kind of agent message; wordings are used in order and the last repeats. */
export type Replies = { readonly [K in Provocation]?: readonly Line[] } & {
  /** Any provocation without wordings of its own. */
  readonly provoked: readonly Line[];
  /** An apology for “the inconvenience”. */
  readonly hollow: readonly Line[];
  /** A sorry that does not say what for. */
  readonly bare: readonly Line[];
  readonly greeted: readonly Line[];
  readonly repeated: readonly Line[];
  readonly interrupted: readonly Line[];
  /** Nothing in it that they were waiting for. */
  readonly empty: readonly Line[];
  /** A check such as "have I got that right?" */
  readonly confirmed: readonly Line[];
  /** A question the script has no answer for. */
  readonly puzzled: readonly Line[];
};

export type Said = {
  readonly kind: 'customer' | 'agent' | 'bot' | 'event';
  readonly text: string;
  readonly minutesAgo: number;
};

/** What the agent can look up about this customer: shown beside the conversation. */
export type CustomerRecord = {
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly timeline: readonly { readonly when: string; readonly what: string }[];
  readonly options: readonly string[];
};

export type Script = {
  readonly id: string;
  readonly channel: 'chat' | 'call';
  readonly customer: { readonly name: string; readonly firstName: string; readonly place: string };
  readonly brand: string;
  readonly subject: string;
  readonly record: CustomerRecord;
  /** What stands in the conversation when the agent first sees it, oldest first. */
  readonly before: readonly Said[];
  /** The first burst: each line after its pause. */
  readonly opening: readonly { readonly text: string; readonly pauseMs: number }[];
  /** 0 (calm) to 5 (furious) when the conversation starts. */
  readonly temper: number;
  /** Unanswered for this long, the customer writes again. */
  readonly patienceMs: number;
  readonly nudges: readonly Line[];
  /** Words of the matter; a sorry without one of them is a hollow one. */
  readonly about: RegExp;
  readonly wants: readonly Want[];
  /** What they tell when asked. */
  readonly answers: readonly { readonly asked: RegExp; readonly line: Line }[];
  readonly replies: Replies;
  /** Everything given: said once, warmly or grudgingly. */
  readonly solved: { readonly cool: Line; readonly hot: Line };
  readonly goodbye: Line;
  readonly walkout: Line;
};
