// A pack's examples are its tests: each hit must be found by its rule, each miss must not.
import type { Pack, Rule } from '../packs/schema';
import { type Fault, fault } from '../protocol/fault';
import { compile } from './compile';
import { hearCues } from './hear/cues';
import { thanksWords } from './hear/thanks';
import { readText, type Text } from './language';

/** Signals of timing cannot show in one text, so their rules have no examples to run. */
const TIMED = /^@(?:burst|repeated_question|unanswered)$/;

/** Run every example of a pack that `loadPack` accepted. One fault for each that fails, with its path. */
export function checkExamples(pack: Pack): Fault[] {
  const compiled = compile(pack);
  const check = (rule: Rule, path: string, finds: (text: Text) => boolean): Fault[] => {
    if (rule.patterns.every((pattern) => TIMED.test(pattern))) return [];
    const failing = (kind: 'hit' | 'miss') =>
      rule.examples[kind].flatMap((example, at) =>
        finds(readText(example)) === (kind === 'hit')
          ? []
          : [fault('pack_example_fails', `${path}.examples.${kind}[${at}]`, example)],
      );
    return [...failing('hit'), ...failing('miss')];
  };
  return [
    ...pack.cues.flatMap((cue, at) =>
      check(cue, `cues[${at}]`, (text) => hearCues(text, compiled, thanksWords(text)).some((heard) => heard.cue.id === cue.id)),
    ),
    ...pack.concerns.flatMap((rule, at) => check(rule, `concerns[${at}]`, (text) => compiled.matchConcerns(text).has(rule.id))),
    ...pack.steps.flatMap((step, at) =>
      step.enabled
        ? step.evidence.flatMap((rule, i) =>
            check(rule, `steps[${at}].evidence[${i}]`, (text) => compiled.matchEvidence(text).has(rule.id)),
          )
        : [],
    ),
    ...pack.guardrails.flatMap((guardrail, at) =>
      guardrail.enabled
        ? guardrail.rules.flatMap((rule, i) =>
            check(rule, `guardrails[${at}].rules[${i}]`, (text) => compiled.matchGuardrails(text).has(rule.id)),
          )
        : [],
    ),
  ];
}
