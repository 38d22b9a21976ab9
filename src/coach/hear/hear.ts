// One utterance → what is in it. Knows nothing of the conversation; the same text is heard once.
import type { CompiledPack } from '../compile';
import { readText, type Text } from '../language';
import { hearProofs, hearSlips, type Proof, type Slip } from './agent';
import { type Judgement, judge } from './anger';
import { type HeardConcern, hearConcerns } from './concerns';
import { hearCues } from './cues';
import { type Weighed, weigh } from './evidence';
import { type HeardFact, hearFacts } from './facts';
import { type HeardQuestion, hearQuestions } from './questions';
import { thanksWords } from './thanks';

export type HeardCustomer = Judgement & {
  readonly text: Text;
  /** Cues that count, heaviest first. */
  readonly cues: readonly Weighed[];
  readonly concerns: readonly HeardConcern[];
  readonly facts: readonly HeardFact[];
  readonly questions: readonly HeardQuestion[];
};

export type HeardAgent = { readonly text: Text; readonly proofs: readonly Proof[]; readonly slips: readonly Slip[] };

const ABUSE: ReadonlySet<string> = new Set(['insult', 'profanity']);

/** Texts remembered per pack; beyond this the oldest is forgotten. Bounds memory, not correctness. */
const REMEMBERED = 4_000;

/** `hear` remembered by text, per pack. */
export function remembering<T>(hear: (text: string, pack: CompiledPack) => T): (text: string, pack: CompiledPack) => T {
  const memories = new WeakMap<CompiledPack, Map<string, T>>();
  return (text, pack) => {
    let memory = memories.get(pack);
    if (!memory) {
      memory = new Map();
      memories.set(pack, memory);
    }
    const known = memory.get(text);
    if (known) return known;
    const heard = hear(text, pack);
    if (memory.size >= REMEMBERED) memory.delete(memory.keys().next().value as string);
    memory.set(text, heard);
    return heard;
  };
}

export const hearCustomer = remembering<HeardCustomer>((raw, pack) => {
  const text = readText(raw);
  const thanks = thanksWords(text);
  const cues = weigh(hearCues(text, pack, thanks));
  const abuse = cues.filter(({ heard }) => ABUSE.has(heard.cue.category)).map(({ heard }) => heard.span);
  return {
    text,
    cues,
    ...judge(text, cues, thanks),
    concerns: hearConcerns(text, pack),
    facts: hearFacts(text.raw),
    questions: hearQuestions(text, abuse),
  };
});

export const hearAgent = remembering<HeardAgent>((raw, pack) => {
  const text = readText(raw);
  const proofs = hearProofs(text, pack);
  return { text, proofs, slips: hearSlips(text, pack, proofs) };
});
