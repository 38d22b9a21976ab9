// A pack made ready to match, once per pack. Everything the engine needs from a pack is reached through here.
import { SHAPES, type Shape } from '../packs/pattern';
import type { Cue, Guardrail, Pack, Phrase, Step } from '../packs/schema';
import { parseTemplate, type Slot, type TemplatePart } from '../packs/template';
import { STEP_IDS, type StepId } from '../protocol/vocabulary';
import { createMatcher, type Matcher } from './matcher';

export type CompiledPhrase = {
  readonly phrase: Phrase;
  readonly parts: readonly TemplatePart[];
  readonly required: readonly Slot[];
};

export type CompiledPack = {
  readonly pack: Pack;
  readonly cues: ReadonlyMap<string, Cue>;
  /** Cues that are read from a shape instead of words. */
  readonly shapes: ReadonlyMap<Shape, Cue>;
  readonly matchCues: Matcher;
  readonly matchConcerns: Matcher;
  readonly steps: ReadonlyMap<StepId, Step>;
  /** Evidence rule id → the step it proves. */
  readonly evidence: ReadonlyMap<string, StepId>;
  readonly matchEvidence: Matcher;
  readonly guardrails: ReadonlyMap<string, Guardrail>;
  readonly guardrailOf: ReadonlyMap<string, Guardrail>;
  readonly matchGuardrails: Matcher;
  readonly phrases: ReadonlyMap<StepId, readonly CompiledPhrase[]>;
};

const compiled = new WeakMap<Pack, CompiledPack>();

/** The compiled form of a pack that `loadPack` accepted; the same object for the same pack. */
export function compile(pack: Pack): CompiledPack {
  const known = compiled.get(pack);
  if (known) return known;
  const fresh = compileFresh(pack);
  compiled.set(pack, fresh);
  return fresh;
}

function compileFresh(pack: Pack): CompiledPack {
  const lists = new Map(pack.lists.map((list) => [list.id, list.words]));
  const steps = pack.steps.filter((step) => step.enabled);
  const guardrails = pack.guardrails.filter((guardrail) => guardrail.enabled);
  return {
    pack,
    cues: new Map(pack.cues.map((cue) => [cue.id, cue])),
    shapes: new Map(
      pack.cues.flatMap((cue) => SHAPES.flatMap((shape) => (cue.patterns.includes(`@${shape}`) ? [[shape, cue]] : []))),
    ),
    matchCues: createMatcher(pack.cues, lists),
    matchConcerns: createMatcher(pack.concerns, lists),
    steps: new Map(steps.map((step) => [step.id, step])),
    evidence: new Map(steps.flatMap((step) => step.evidence.map((rule) => [rule.id, step.id]))),
    matchEvidence: createMatcher(
      steps.flatMap((step) => step.evidence),
      lists,
    ),
    guardrails: new Map(guardrails.map((guardrail) => [guardrail.id, guardrail])),
    guardrailOf: new Map(guardrails.flatMap((guardrail) => guardrail.rules.map((rule) => [rule.id, guardrail]))),
    matchGuardrails: createMatcher(
      guardrails.flatMap((guardrail) => guardrail.rules),
      lists,
    ),
    phrases: new Map(
      STEP_IDS.map((step) => [step, pack.phrases.filter((phrase) => phrase.step === step).flatMap(compilePhrase)]),
    ),
  };
}

function compilePhrase(phrase: Phrase): CompiledPhrase[] {
  const parsed = parseTemplate(phrase.text);
  return parsed.ok ? [{ phrase, parts: parsed.parts, required: parsed.required }] : [];
}
