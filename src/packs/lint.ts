// Checks a well-formed phrase pack as an experienced colleague would: wording, length, gaps, cues that fire on everything.
// It only reports; it changes nothing and never refuses a pack. Wording is checked in English packs only.
import type { HeatLevel, StepId } from '../protocol/vocabulary';
import { EMPATHY, TAKE_BACK, UNWELCOME } from './lint-words';
import { findNearDuplicates } from './near-duplicates';
import { findOverfiring } from './overfiring';
import type { Pack, Phrase } from './schema';
import { parseTemplate, type Slot } from './template';

export const LINT_CODES = [
  'too_long',
  'hollow_apology',
  'stock_words',
  'policy',
  'calm_down',
  'blames',
  'overpromise',
  'commands',
  'we_for_i',
  'vague_time',
  'vague_thing',
  'empathy_but',
  'exclamation_when_heated',
  'placeholder',
  'template_broken',
  'unfinished',
  'duplicate',
  'near_duplicate',
  'step_without_phrases',
  'step_silent_at_level',
  'step_needs_facts',
  'cue_function_word',
  'cue_common_word',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/**
 * `where`  a path into the pack ("phrases[12].text", "cues[4].patterns[0]")
 * `level`  must: not fit to be used; consider: worth a second look
 * `detail` what it rests on, for people: the words, "104 > 95", the other phrase's id
 */
export type Finding = {
  readonly where: string;
  readonly level: 'must' | 'consider';
  readonly code: LintCode;
  readonly detail: string;
};

/** Most characters, once filled, that the panel shows whole: by kind of phrase. */
const MAX_PHRASE_CHARS = { plain: 95, angry: 80, alternative: 60, backchannel: 20 } as const;

/** How long a fact usually is, in characters; judged by hand from ordinary complaints, on the long side. */
const USUAL_CHARS: Readonly<Record<Slot, number>> = {
  name: 8,
  issue: 50,
  order: 9,
  amount: 9,
  date: 10,
  duration: 11,
  product: 15,
  contact_count: 5,
  question: 40,
};

/** Two phrases with this share of words in common say the same: five words with one of them changed. */
const SAME_WORDING = 2 / 3;

/** Levels at which each step wants words; thanks and goodbye are never due while the customer is upset. */
const LEVELS_NEEDED: readonly HeatLevel[] = ['uneasy', 'upset', 'angry'];
const LEVELS_NEEDED_BY: Partial<Record<StepId, readonly HeatLevel[]>> = { thank_close: ['calm', 'uneasy'] };

/** All findings, in the pack's order: phrases, then steps, then cues. The same pack gives the same findings. */
export function lintPack(pack: Pack): Finding[] {
  const english = /^en\b/.test(pack.language);
  return [
    ...pack.phrases.flatMap((phrase, index) => lintPhrase(phrase, `phrases[${index}].text`, english)),
    ...lintRepeats(pack.phrases),
    ...lintSteps(pack),
    ...(english ? lintCues(pack) : []),
  ];
}

/** Most characters `phrase` may have once filled: the limit of the hottest level and the smallest place it is shown in. */
function phraseLimit(phrase: Pick<Phrase, 'step' | 'heat' | 'tone'>): number {
  if (phrase.step === 'hear_out') return MAX_PHRASE_CHARS.backchannel;
  if (phrase.tone === 'shorter' || phrase.tone === 'warmer') return MAX_PHRASE_CHARS.alternative;
  return phrase.heat.includes('angry') ? MAX_PHRASE_CHARS.angry : MAX_PHRASE_CHARS.plain;
}

function lintPhrase(phrase: Phrase, where: string, english: boolean): Finding[] {
  const findings: Finding[] = [];
  const report = (level: Finding['level'], code: LintCode, detail: string) => findings.push({ where, level, code, detail });

  const limit = phraseLimit(phrase);
  const chars = filledChars(phrase.text);
  if (chars > limit) report('must', 'too_long', `${chars} > ${limit}`);
  const placeholder = PLACEHOLDER.exec(phrase.text);
  const template = parseTemplate(phrase.text);
  if (placeholder) report('must', 'placeholder', placeholder[0]);
  else if (!template.ok) report('must', 'template_broken', template.problem);
  if (/[:,;…–-]$|\.\.\.$/u.test(phrase.text)) report('consider', 'unfinished', phrase.text.slice(-20));
  if (phrase.text.includes('!') && phrase.heat.some((level) => level !== 'calm')) {
    report('must', 'exclamation_when_heated', phrase.heat.filter((level) => level !== 'calm').join(', '));
  }
  if (!english) return findings;

  const run = wordRun(phrase.text);
  for (const [code, { level, any }] of Object.entries(UNWELCOME)) {
    const said = any.find((wording) => run.includes(` ${wording} `));
    if (said !== undefined) report(level, code as keyof typeof UNWELCOME, said);
  }
  const takenBack = findTakeBack(phrase.text);
  if (takenBack !== undefined) report('must', 'empathy_but', takenBack);
  return findings;
}

/** A gap left for somebody to fill in by hand, in any of the ways people mark one. */
const PLACEHOLDER =
  /\[[^[\]{}]*\]|<[^<>]*>|\{\{|%\w+%|\$\w*[a-z]\w*|_{2,}|\bX{2,}\b|\((?:name|order|number|date|amount|product|time)[^()]*\)|\b(?:TBC|TBD|INSERT)\b/u;

const SLOT = /\{([a-z_]+)\}/g;

/** Characters of the text with every slot filled by a fact of usual length and every optional part kept. */
function filledChars(text: string): number {
  const bare = text.replace(/[[\]]/g, '');
  return bare.replace(SLOT, (whole, slot: string) => 'x'.repeat(USUAL_CHARS[slot as Slot] ?? whole.length)).length;
}

/** Lower-case words and slots, in order; typographic apostrophes made plain. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\{[a-z_]+\}|[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []
  );
}

/** The words joined by single spaces, with one at either end, so that a run of whole words can be looked for. */
const wordRun = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** "but" in the sentence that shows empathy, or opening the next one. */
function findTakeBack(text: string): string | undefined {
  let afterEmpathy = false;
  for (const sentence of text.split(/(?<=[.?!])\s+/)) {
    const words = wordsOf(sentence);
    const opening = words[0];
    if (afterEmpathy && opening !== undefined && TAKE_BACK.includes(opening)) return opening;
    const run = wordRun(sentence);
    const empathyAt = Math.min(...EMPATHY.map((wording) => run.indexOf(` ${wording} `)).filter((at) => at >= 0));
    afterEmpathy = Number.isFinite(empathyAt);
    const taken = afterEmpathy ? TAKE_BACK.find((word) => run.indexOf(` ${word} `) > empathyAt) : undefined;
    if (taken !== undefined) return taken;
  }
  return undefined;
}

/** Phrases that say the same twice. Optional parts do not make a difference; phrases of different channels never meet. */
function lintRepeats(phrases: readonly Phrase[]): Finding[] {
  const runs = phrases.map((phrase) => wordRun(phrase.text.replace(/\[[^[\]]*\]/g, ' ')));
  const apart = (a: number, b: number) => {
    const [one, other] = [phrases[a]?.channel, phrases[b]?.channel];
    return one !== undefined && other !== undefined && one !== other;
  };
  const near = findNearDuplicates(
    runs.map((run) => new Set(run.trim().split(' ').filter(Boolean))),
    SAME_WORDING,
    apart,
  );
  const sameRun = new Map<string, number[]>();
  return runs.flatMap((run, index): Finding[] => {
    const earlier = sameRun.get(run) ?? [];
    sameRun.set(run, earlier);
    const same = earlier.find((other) => !apart(index, other));
    earlier.push(index);
    const other = same ?? near.get(index);
    if (other === undefined) return [];
    const detail = phrases[other]?.id ?? '';
    const where = `phrases[${index}].text`;
    return same === undefined
      ? [{ where, level: 'consider', code: 'near_duplicate', detail }]
      : [{ where, level: 'must', code: 'duplicate', detail }];
  });
}

/** Steps that are on and have no words to offer, or none at some level of heat, or none that needs no facts. */
function lintSteps(pack: Pack): Finding[] {
  const findings: Finding[] = [];
  pack.steps.forEach((step, index) => {
    if (!step.enabled) return;
    const where = `steps[${index}]`;
    const own = pack.phrases.filter((phrase) => phrase.step === step.id);
    if (own.length === 0) {
      findings.push({ where, level: 'must', code: 'step_without_phrases', detail: step.id });
      return;
    }
    const factFree = own.filter((phrase) => {
      const template = parseTemplate(phrase.text);
      return template.ok && template.required.length === 0;
    });
    if (factFree.length === 0) findings.push({ where, level: 'consider', code: 'step_needs_facts', detail: step.id });
    for (const level of LEVELS_NEEDED_BY[step.id] ?? LEVELS_NEEDED) {
      if (own.some((phrase) => phrase.heat.includes(level))) continue;
      findings.push({ where, level: 'consider', code: 'step_silent_at_level', detail: level });
    }
  });
  return findings;
}

/** Cues that rest on one everyday word and so fire on almost every message. */
function lintCues(pack: Pack): Finding[] {
  const lists = new Map(pack.lists.map((list) => [list.id, list.words]));
  return pack.cues.flatMap((cue, at) =>
    cue.patterns.flatMap((source, index): Finding[] => {
      const found = findOverfiring(source, lists);
      if (!found) return [];
      const where = `cues[${at}].patterns[${index}]`;
      return found.everywhere
        ? [{ where, level: 'must', code: 'cue_function_word', detail: found.word }]
        : [{ where, level: 'consider', code: 'cue_common_word', detail: found.word }];
    }),
  );
}
