// What the customer says to what the agent has said: takes it in, bristles, tells what was asked, asks for what is missing.
// Pure, and without a clock of its own.
import { hearMoves, isProvocation, type Move, type Provocation } from './moves';
import { type Dialogue, HOT, heated, MAX_TEMPER, say, take, use, waitOn } from './say';
import type { Line, Replies, Script, Want } from './script';

/** So many provocations, and they leave. */
const WALKOUT_PROVOCATIONS = 4;
const LEAVE_MS = 2_500;
/** Shorter messages may come twice without sounding read off a card. */
const REPEAT_CHARS = 30;
/** Shorter sentences of the customer may stand in an answer by chance. */
const QUOTE_CHARS = 10;
/** Said beside a fact the customer was waiting for, these pass. */
const SOFTENED_BY_FACTS: ReadonlySet<Provocation> = new Set(['refuses', 'policy', 'corrects']);

/** The state after the customer took in everything in `heard`, at time `at` (ms), with their answer queued. */
export function answer(script: Script, dialogue: Dialogue, at: number): Dialogue {
  const said = withoutEcho(dialogue.heard.join('\n'), dialogue.spoken).replace(/[‘’]/g, "'");
  const moves = hearMoves(said, script.about);
  const plain = dialogue.heard.map(plainForm);
  const repeated = plain.some((text) => text.length > REPEAT_CHARS && dialogue.known.has(text));
  const state: Dialogue = {
    ...dialogue,
    heard: [],
    answerAt: null,
    interrupted: false,
    known: new Set([...dialogue.known, ...plain]),
  };
  if (state.ending !== null) return afterwards(script, state, at);

  const open = script.wants.filter((want) => !state.given.has(want.id) && gives(want, moves, said));
  const facts = open.filter((want) => want.after === undefined && want.by.some((sign) => sign instanceof RegExp));
  // A fact that comes before the word of regret it needs is heard as being told off.
  const early = open.find(
    (want) => want.after !== undefined && !state.given.has(want.after) && !open.some(({ id }) => id === want.after),
  );
  const provocation = [...moves].filter(isProvocation).find((move) => facts.length === 0 || !SOFTENED_BY_FACTS.has(move));
  const informed: Dialogue = { ...state, given: new Set([...state.given, ...facts.map(({ id }) => id)]) };

  if (dialogue.interrupted) return next(script, lose(script, informed, 'interrupted', script.replies.interrupted, at), at);
  if (provocation) return provoked(script, informed, provocation, at);
  if (early?.early !== undefined) return { ...say(script, { ...state, temper: heated(state.temper, 1) }, [early.early], at) };
  if (repeated) return next(script, lose(script, state, 'repeated', script.replies.repeated, at), at);
  return taken(script, state, moves, open, said, at);
}

/** Nothing wrong was said: they take what was given, tell what was asked, and ask for what is still missing. */
function taken(
  script: Script,
  state: Dialogue,
  moves: ReadonlySet<Move>,
  open: readonly Want[],
  said: string,
  at: number,
): Dialogue {
  const relief = open.reduce((sum, want) => sum + want.relieves, 0);
  const eased: Dialogue = {
    ...state,
    temper: Math.max(0, state.temper - relief),
    given: new Set([...state.given, ...open.map(({ id }) => id)]),
  };
  const thanks = open.filter((want) => want.thanks !== undefined).sort((a, b) => b.relieves - a.relieves)[0]?.thanks;
  const questions = said.match(/[^.?!\n]+\?/g)?.join('\n') ?? '';
  const told = script.answers.find(({ asked }) => asked.test(questions))?.line;

  if (script.wants.every((want) => want.asks === undefined || eased.given.has(want.id)) && told === undefined) {
    const line = eased.temper >= HOT ? script.solved.hot : script.solved.cool;
    return say(script, { ...eased, ending: 'solved' }, [line], at);
  }
  if (told !== undefined) return say(script, eased, thanks === undefined ? [told] : [thanks, told], at);
  if (moves.has('checks') && open.length === 0)
    return next(script, use(script, eased, 'confirmed', script.replies.confirmed, at), at);
  if (thanks !== undefined) return thenAsk(script, eased, thanks, at);
  if (open.length > 0) return next(script, eased, at);
  if (moves.has('hollow_sorry') && !/inconvenience/i.test(said)) {
    return next(script, use(script, eased, 'bare', script.replies.bare, at), at);
  }
  if (moves.has('hollow_sorry')) return next(script, lose(script, eased, 'hollow', script.replies.hollow, at, 0), at);
  if (moves.has('asks') && !moves.has('greets')) return use(script, eased, 'puzzled', script.replies.puzzled, at);
  if (moves.has('greets')) return next(script, use(script, eased, 'greeted', script.replies.greeted, at), at);
  if (moves.has('listens') || moves.has('owns') || moves.has('acknowledges')) return next(script, eased, at);
  return next(script, lose(script, eased, 'empty', script.replies.empty, at, 0.5), at);
}

function provoked(script: Script, state: Dialogue, move: Provocation, at: number): Dialogue {
  const provocations = state.provocations + 1;
  const angrier = { ...state, provocations };
  if (provocations >= WALKOUT_PROVOCATIONS) {
    return say(script, { ...angrier, temper: MAX_TEMPER, ending: 'walked_out' }, [script.walkout], at);
  }
  const own = script.replies[move];
  return lose(script, angrier, own ? move : 'provoked', own ?? script.replies.provoked, at);
}

/** It is over: goodbyes, once. */
function afterwards(script: Script, state: Dialogue, at: number): Dialogue {
  if (state.ending === 'walked_out' || state.uses.has('goodbye')) return { ...state, leavesAt: at + LEAVE_MS };
  return use(script, state, 'goodbye', [script.goodbye], at);
}

/** Asks for the next thing still missing, after whatever else was said. */
function next(script: Script, state: Dialogue, at: number): Dialogue {
  const asked = takeAsk(script, state);
  return asked === null ? waitOn(state, at) : say(script, asked.state, [asked.line], at);
}

/** Says a line and asks for what is missing: in one breath in a chat that has cooled, in separate bubbles otherwise. */
function thenAsk(script: Script, state: Dialogue, line: Line, at: number): Dialogue {
  const asked = takeAsk(script, state);
  if (asked === null) return say(script, state, [line], at);
  const calm = script.channel === 'chat' && state.temper < HOT && typeof line === 'string' && typeof asked.line === 'string';
  return say(script, asked.state, calm ? [`${line} ${asked.line}`] : [line, asked.line], at);
}

function takeAsk(script: Script, state: Dialogue): ReturnType<typeof take> | null {
  const want = script.wants.find(({ id, asks }) => asks !== undefined && !state.given.has(id));
  if (!want?.asks) return null;
  const band = state.temper >= HOT ? 'hot' : 'cool';
  return take(state, `${want.id}:${band}`, want.asks[band]);
}

function lose(script: Script, state: Dialogue, key: keyof Replies, lines: readonly Line[], at: number, by = 1): Dialogue {
  return use(script, { ...state, temper: heated(state.temper, by) }, key, lines, at);
}

const gives = (want: Want, moves: ReadonlySet<Move>, said: string): boolean =>
  want.by.some((sign) => (typeof sign === 'string' ? moves.has(sign) : sign.test(said)));

/** What the agent says of their own: the customer's sentences, quoted back, answer nothing. */
function withoutEcho(text: string, spoken: ReadonlySet<string>): string {
  const quoted = [...spoken].filter((sentence) => sentence.length >= QUOTE_CHARS).sort((a, b) => b.length - a.length);
  return quoted.reduce((rest, sentence) => rest.replaceAll(sentence, ''), text);
}

const plainForm = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .trim();
