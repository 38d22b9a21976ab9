// A pack file's text → a pack, or every problem at once with where it is. Never throws, changes nothing.
import * as v from 'valibot';
import { type Fault, fault } from '../protocol/fault';
import { MAX_PACK_CHARS } from '../protocol/messages';
import { whereJsonBreaks } from './json-position';
import { migrate } from './migrate';
import { parsePattern } from './pattern';
import { type Pack, PackSchema, type Rule } from './schema';
import { parseTemplate } from './template';

/** At most this many faults are reported; a file with more is told so by the last one. */
const MAX_FAULTS = 200;

export type LoadedPack = { readonly ok: true; readonly value: Pack } | { readonly ok: false; readonly fault: readonly Fault[] };

/** Read a pack file. Faults carry a line ("line 3") or a path ("cues[4].patterns[0]"); at most 200 of them. */
export function loadPack(text: string): LoadedPack {
  if (text.length > MAX_PACK_CHARS) return refused(fault('pack_too_large', undefined, `${Math.ceil(text.length / 1e6)} MB`));
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refused(fault('pack_not_json', `line ${whereJsonBreaks(text)}`));
  }
  const current = migrate(data);
  if (!current.ok) return refused(current.fault);
  const shaped = v.safeParse(PackSchema, current.value);
  if (!shaped.success) return { ok: false, fault: shaped.issues.slice(0, MAX_FAULTS).map(shapeFault) };
  const faults = checkMeaning(shaped.output);
  return faults.length > 0 ? { ok: false, fault: faults.slice(0, MAX_FAULTS) } : { ok: true, value: shaped.output };
}

const refused = (one: Fault): LoadedPack => ({ ok: false, fault: [one] });

function shapeFault(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? [])
    .map((item) => (typeof item.key === 'number' ? `[${item.key}]` : `.${String(item.key)}`))
    .join('');
  return fault('pack_wrong_shape', path.replace(/^\./, '') || 'the file', issue.message.slice(0, 200));
}

/** What the shape alone cannot tell: ids used twice, patterns and templates that do not parse. */
function checkMeaning(pack: Pack): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  const claim = (kind: string, id: string, where: string) => {
    const first = seen.get(`${kind}:${id}`);
    if (first === undefined) seen.set(`${kind}:${id}`, where);
    else faults.push(fault('pack_duplicate_id', `${where}.id`, `${id} (also ${first})`));
  };
  const lists = new Set(pack.lists.map((list) => list.id));
  const checkRule = (kind: string, rule: Rule, where: string) => {
    claim(kind, rule.id, where);
    const check = (source: string, at: string) => {
      const parsed = parsePattern(source, lists);
      if (!parsed.ok) faults.push(fault('pack_bad_pattern', at, `${source}: ${parsed.problem}`));
    };
    rule.patterns.forEach((source, index) => {
      check(source, `${where}.patterns[${index}]`);
    });
    rule.unless?.forEach((source, index) => {
      check(source, `${where}.unless[${index}]`);
    });
  };
  pack.lists.forEach((list, index) => {
    claim('list', list.id, `lists[${index}]`);
  });
  pack.cues.forEach((cue, index) => {
    checkRule('cue', cue, `cues[${index}]`);
  });
  pack.concerns.forEach((concern, index) => {
    checkRule('concern', concern, `concerns[${index}]`);
  });
  pack.steps.forEach((step, index) => {
    claim('step', step.id, `steps[${index}]`);
    step.evidence.forEach((one, at) => {
      checkRule('evidence', one, `steps[${index}].evidence[${at}]`);
    });
  });
  pack.guardrails.forEach((guardrail, index) => {
    claim('guardrail', guardrail.id, `guardrails[${index}]`);
    guardrail.rules.forEach((one, at) => {
      checkRule('guardrail rule', one, `guardrails[${index}].rules[${at}]`);
    });
  });
  pack.phrases.forEach((phrase, index) => {
    claim('phrase', phrase.id, `phrases[${index}]`);
    const parsed = parseTemplate(phrase.text);
    if (!parsed.ok) faults.push(fault('pack_unknown_slot', `phrases[${index}].text`, parsed.problem));
  });
  return faults;
}
