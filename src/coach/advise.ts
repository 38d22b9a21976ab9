// The coach's one door: hear → follow → speak. Pure: the same conversation, pack and time give the same advice.
// It remembers where each conversation stood, so that one more utterance costs the same in a long conversation as in a short one.
import type { Pack } from '../packs/schema';
import type { Advice, Signal } from '../protocol/advice';
import type { Conversation } from '../protocol/conversation';
import type { Utterance } from '../protocol/utterance';
import type { CueCategory, StepId } from '../protocol/vocabulary';
import { type CompiledPack, compile } from './compile';
import { angerInContext, follow } from './follow/follow';
import { NOTHING_SAID, type Standing } from './follow/standing';
import { hearAgent, hearCustomer } from './hear/hear';
import { speak } from './speak/speak';

/**
 * Advice on a conversation as it stands at `now`.
 * In: utterances oldest first, any number; a pack that `loadPack` accepted; `now` in ms since 1970.
 * Out: all that the panel draws. Never throws on any text.
 */
export function advise(conversation: Conversation, pack: Pack, now: number): Advice {
  const compiled = compile(pack);
  const standing = standingAfter(conversation, conversation.utterances.length, compiled);
  const { id, channel, choices, draft } = conversation;
  return speak({ conversation: id, channel, choices, standing, pack: compiled }, draft, now);
}

/** The coach's summary of `before` and the first `count` utterances, as `Conversation.before` for when those are dropped. Plain JSON. */
export function summarise(conversation: Conversation, pack: Pack, count: number): unknown {
  return standingAfter(conversation, count, compile(pack));
}

/**
 * What one utterance holds, in its context. For the customer's: `anger` the chance of "upset or worse", `relief` 0..1, `cues` the
 * categories the pack's rules name, `signals` what moved anger and by how much. For the agent's: `proves`.
 */
export type Heard = {
  readonly anger: number;
  readonly relief: number;
  readonly cues: readonly CueCategory[];
  readonly signals: readonly Signal[];
  readonly proves: readonly StepId[];
};

/** What was heard in the utterance at `index`, whatever came after it: for evaluation and replay. */
export function hearAt(conversation: Conversation, index: number, pack: Pack): Heard {
  const compiled = compile(pack);
  const utterance = conversation.utterances[index];
  if (utterance?.speaker === 'agent') {
    return { ...NOTHING_HEARD, proves: hearAgent(utterance.text, compiled).proofs.map((proof) => proof.step) };
  }
  if (utterance?.speaker !== 'customer') return NOTHING_HEARD;
  const heard = hearCustomer(utterance.text, compiled);
  const inContext = angerInContext(standingAfter(conversation, index, compiled), utterance, heard, compiled);
  const cues = new Set(heard.cues.map(({ heard: { cue } }) => cue.category));
  return { ...NOTHING_HEARD, ...inContext, relief: heard.relief, cues: [...cues] };
}

const NOTHING_HEARD: Heard = { anger: 0, relief: 0, cues: [], signals: [], proves: [] };

/** Where a conversation stood after each of its newest utterances: `standings[i]` is after `utterances[first + i]`. */
type Memory = { readonly before: unknown; utterances: readonly Utterance[]; first: number; standings: readonly Standing[] };

/** Standings kept per conversation: an edit within them needs no new start. Conversations kept per pack. */
const KEPT_STANDINGS = 48;
const KEPT_CONVERSATIONS = 64;
const memories = new WeakMap<CompiledPack, Map<string, Memory>>();

/** Where `conversation` stood after its first `count` utterances, folded on from the newest standing that still holds. */
function standingAfter(conversation: Conversation, count: number, pack: CompiledPack): Standing {
  const { utterances } = conversation;
  const memory = recall(conversation, pack);
  const reached = memory.first + memory.standings.length;
  const same = samePrefix(memory.utterances, utterances, reached);
  const kept = memory.standings.slice(0, Math.max(0, Math.min(count, same) - memory.first));
  const first = kept.length > 0 ? memory.first : 0;
  const standings = [...kept];
  let standing = kept.at(-1) ?? initial(conversation.before);
  for (let at = first + kept.length; at < count; at++) {
    standing = follow(standing, utterances[at] as Utterance, pack);
    standings.push(standing);
  }
  const looksBack = count < reached && same === reached;
  if (!looksBack) {
    memory.utterances = utterances;
    memory.standings = standings.slice(-KEPT_STANDINGS);
    memory.first = first + standings.length - memory.standings.length;
  }
  return standing;
}

function recall({ id, before }: Conversation, pack: CompiledPack): Memory {
  const known = memories.get(pack) ?? new Map<string, Memory>();
  memories.set(pack, known);
  let memory = known.get(id);
  if (!memory || memory.before !== before) memory = { before, utterances: [], first: 0, standings: [] };
  known.delete(id);
  known.set(id, memory);
  if (known.size > KEPT_CONVERSATIONS) known.delete(known.keys().next().value as string);
  return memory;
}

/** How many of the first `limit` utterances are the same in both. Kept objects are recognised at once; copies by their content. */
function samePrefix(a: readonly Utterance[], b: readonly Utterance[], limit: number): number {
  const end = Math.min(a.length, b.length, limit);
  for (let at = 0; at < end; at++) {
    const one = a[at] as Utterance;
    const other = b[at] as Utterance;
    if (one === other) continue;
    if (
      one.id !== other.id ||
      one.text !== other.text ||
      one.speaker !== other.speaker ||
      one.at !== other.at ||
      one.final !== other.final ||
      one.name !== other.name
    )
      return at;
  }
  return end;
}

const initial = (before: unknown): Standing => (isStanding(before) ? before : NOTHING_SAID);

/** Our own summary comes back from storage; anything else is as good as none. */
const isStanding = (value: unknown): value is Standing =>
  typeof value === 'object' && value !== null && Object.keys(NOTHING_SAID).every((key) => key in value);
