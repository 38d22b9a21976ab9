// Factual questions in one customer message. Rhetorical ones are anger, not questions: they are left out.
import type { Sentence, Text } from '../language';
import { type Span, spanOf } from './quote';

/** What kind of answer it wants, its content words, by which an answer is recognised, and whether it is free of abuse. */
export type HeardQuestion = Span & {
  readonly clean: boolean;
  readonly wants: 'time' | 'place' | 'amount' | 'reason' | 'yes_no' | 'other';
  readonly about: readonly string[];
};

const ASKING = new Set('what when where who whom whose which why how'.split(' '));
const AUXILIARIES = new Set('is are was were am do does did can could will would should has have had may might shall'.split(' '));
/** What stands between "how" and its verb. */
const MEASURES = new Set('long much many soon often far come time day date number'.split(' '));
/** Words before the question proper: "so when …", "and is it …". */
const LEADS = new Set(
  'so and but ok okay well also then hi hello hey please sorry now or just because if anyway right yes no'.split(' '),
);
const SUBJECTS = new Set('i you we they he she it this that there my your our the anyone somebody someone anybody'.split(' '));
const STOP_WORDS = new Set(
  'what when where who which why how is are was were am do does did can could will would should has have had may might the a an i you we they he she it this that there my your our me us them to of in on at for with from by and or but so if any some be been being get got please not just still ever even really about as than then now here hi hello hey know tell'.split(
    ' ',
  ),
);

/** Rhetorical: said to accuse, not to learn. Word rows, matched at the question's start or anywhere in it. */
const RHETORICAL =
  /\b(?:are you (?:kidding|joking|serious|having a laugh|even|people|blind|deaf|stupid|for real|listening)|is (?:this|that) (?:a joke|some kind|how you|what you call|really|your idea)|how hard (?:can|is|could)|how (?:dare|difficult)|what (?:is|the hell is|on earth is)? ?(?:wrong with|the point|the hell|on earth|kind of|sort of|a joke|planet|more do)|who (?:does|do) (?:that|this|you think)|do (?:you|i) (?:even|actually|really|honestly|think|look|have to|people)|why (?:should|would|must|do|am|can) i (?:have|even|bother|pay|still|always|keep|always)|why (?:can|is it so|does nobody|does no ?one|bother)|am i supposed|how many (?:more )?times|what do you (?:take|expect me)|seriously|really|can you believe|isn['’]t it|right|you know|hello|are you there|anybody there|anyone there)\b/i;

/** Questions with a question mark, or that start as one does; in the order of the text. `abuse`: where insults stand in it. */
export function hearQuestions(text: Text, abuse: readonly Span[]): HeardQuestion[] {
  return text.sentences.flatMap((sentence) => hearQuestion(text, sentence, abuse) ?? []);
}

function hearQuestion(text: Text, sentence: Sentence, abuse: readonly Span[]): HeardQuestion | null {
  const norms = text.words.slice(sentence.first, sentence.last).map((word) => word.norm);
  let lead = 0;
  while (lead < norms.length - 1 && LEADS.has(norms[lead] ?? '')) lead++;
  const opener = norms[lead] ?? '';
  const next = norms[lead + 1] ?? '';
  const opensAsQuestion =
    norms.length - lead >= 3 &&
    ((ASKING.has(opener) && (AUXILIARIES.has(next) || MEASURES.has(next))) || (AUXILIARIES.has(opener) && SUBJECTS.has(next)));
  if (!sentence.asks && !opensAsQuestion) return null;
  const about = [...new Set(norms.filter((norm) => norm.length > 2 && !STOP_WORDS.has(norm)))];
  const span = spanOf(text.raw, sentence.start, sentence.end);
  const short = norms.length - lead < 3;
  if (isRhetorical(span.text, norms.length) || (about.length === 0 && (short || opener === 'why')) || !(norms.length > 1))
    return null;
  const clean = !abuse.some((word) => word.start < sentence.end && word.start + word.length > sentence.start);
  return { ...span, wants: wantOf(norms, lead), about, clean };
}

/** A tag such as "right?" makes only a short remark rhetorical, not a long question that ends in it. */
const isRhetorical = (question: string, words: number) => {
  const match = RHETORICAL.exec(question);
  return match !== null && !(words > 6 && /^(?:right|you know|really|seriously|hello|isn['’]t it)$/i.test(match[0]));
};

function wantOf(norms: readonly string[], lead: number): HeardQuestion['wants'] {
  const has = (...any: string[]) => any.some((word) => norms.includes(word));
  const opener = norms[lead] ?? '';
  if (has('when', 'eta') || (has('how') && has('long', 'soon')) || (has('what') && has('time', 'date', 'day'))) return 'time';
  if (has('where')) return 'place';
  if (has('how') && has('much', 'many')) return 'amount';
  if (opener === 'why') return 'reason';
  return ['what', 'which', 'who', 'whose', 'why', 'how'].includes(opener) ? 'other' : 'yes_no';
}
