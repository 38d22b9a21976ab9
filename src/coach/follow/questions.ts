// The customer's open questions: opened when asked, closed when an agent message answers them.

import type { StepId } from '../../protocol/vocabulary';
import type { HeardQuestion } from '../hear/questions';
import type { Text } from '../language';
import { keep, LIMITS, type StandingQuestion } from './standing';

/** Share of a question's content words that must come back for the same question asked again. */
const SAME_QUESTION_SHARE = 0.7;

/** What an answer of each kind must hold. */
const ANSWERS: Readonly<Record<string, RegExp>> = {
  time: /\b(?:\d{1,2}[:.]\d{2}|\d{1,2}(?:am|pm)|\d{1,2}(?:st|nd|rd|th)|(?:at|by|before|after|between|until|till|from) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|minutes?|hours?|days?|weeks?|months?|noon|morning|afternoon|evening|already|immediately)\b/i,
  place: /\b(?:at|in|on|with|from|to|near|held|under)\b/i,
  amount: /\d|\b(?:free|nothing|none|no charge|half|full)\b/i,
  reason: /\b(?:because|since|due to|caused|cause|reason|happened|so that|result)\b/i,
  yes_no:
    /\b(?:yes|yeah|yep|no|not|of course|absolutely|certainly|sure|i can|i will|i have|i am|we can|we do|we will|you can|you will|afraid|it is|it does|it will|that is|definitely|correct)\b/i,
};
/** Kinds whose answer is known by its form, without the question's words in it: "when?" "By five." */
const KNOWN_BY_FORM: ReadonlySet<string> = new Set(['time', 'amount', 'reason']);
/** A message that does one of these tells the customer something; one that only feels with them answers nothing. */
const TELLS: readonly StepId[] = ['act', 'own', 'ticket_time', 'follow_up'];

export function isSameQuestion(question: HeardQuestion, known: StandingQuestion): boolean {
  if (question.about.length === 0) return question.text.toLowerCase() === known.text.toLowerCase();
  const shared = question.about.filter((word) => known.about.includes(word)).length;
  return shared / Math.max(question.about.length, known.about.length) >= SAME_QUESTION_SHARE;
}

/** Questions after a customer message; one asked again keeps its place and takes the newer words. */
export function askQuestions(
  open: readonly StandingQuestion[],
  asked: readonly HeardQuestion[],
  utterance: string,
  at: number,
): readonly StandingQuestion[] {
  const fresh = asked.map(
    (one): StandingQuestion => ({
      utterance,
      at,
      text: one.text,
      start: one.start,
      length: one.length,
      wants: one.wants,
      about: one.about,
      clean: one.clean,
    }),
  );
  const others = open.filter((known) => !asked.some((one) => isSameQuestion(one, known)));
  return keep(others, fresh, LIMITS.questions);
}

/** Questions still open after an agent message that proves `proved`. A message that only asks back answers nothing. */
export function answerQuestions(
  open: readonly StandingQuestion[],
  reply: Text,
  proved: ReadonlySet<StepId>,
): readonly StandingQuestion[] {
  const told = reply.sentences.filter((sentence) => !sentence.asks);
  if (open.length === 0 || told.length === 0) return open;
  const said = told.flatMap((sentence) => reply.words.slice(sentence.first, sentence.last).map((word) => word.norm));
  const norms = new Set(said);
  const words = said.join(' ');
  const tells = TELLS.some((step) => proved.has(step));
  return open.filter((question) => {
    const fits = ANSWERS[question.wants]?.test(words) ?? norms.size >= 5;
    const byForm = KNOWN_BY_FORM.has(question.wants) || (tells && question.wants !== 'other');
    return !(fits && (byForm || question.about.length === 0 || question.about.some((word) => comesBack(word, norms))));
  });
}

/** In any of its forms: "deliver" in "delivery". */
const comesBack = (word: string, norms: ReadonlySet<string>): boolean =>
  norms.has(word) || (word.length > 4 && [...norms].some((norm) => norm.startsWith(word.slice(0, -1))));
