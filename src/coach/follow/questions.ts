// The customer's open questions: opened when asked, closed when an agent message answers them.
import type { HeardQuestion } from '../hear/questions';
import type { Text } from '../language';
import { keep, LIMITS, type StandingQuestion } from './standing';

/** Share of a question's content words that must come back for the same question asked again. */
const SAME_QUESTION_SHARE = 0.7;

const ANSWERS: Readonly<Record<string, RegExp>> = {
  time: /\b(?:\d+|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|minutes?|hours?|days?|weeks?|months?|by|within|noon|morning|afternoon|evening|already|immediately|now)\b/i,
  place: /\b(?:at|in|on|with|from|to|near|held|under)\b/i,
  amount: /\d|\b(?:free|nothing|none|no charge|half|full)\b/i,
  yes_no:
    /\b(?:yes|yeah|yep|no|not|of course|absolutely|certainly|sure|i can|i will|i have|i am|we can|we do|we will|you can|you will|afraid|it is|it does|it will|that is|definitely|correct)\b/i,
};

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

/** Questions still open after an agent message. A message that only asks back answers nothing. */
export function answerQuestions(
  open: readonly StandingQuestion[],
  reply: Text,
  promisesAction: boolean,
): readonly StandingQuestion[] {
  const told = reply.sentences.filter((sentence) => !sentence.asks);
  if (open.length === 0 || told.length === 0) return open;
  const norms = new Set(told.flatMap((sentence) => reply.words.slice(sentence.first, sentence.last).map((word) => word.norm)));
  const words = [...norms].join(' ');
  return open.filter((question) => {
    const shared = question.about.filter(
      (word) => norms.has(word) || (word.length > 4 && [...norms].some((norm) => norm.startsWith(word.slice(0, -1)))),
    ).length;
    const fits = ANSWERS[question.wants]?.test(words) ?? norms.size >= 5;
    if (!fits) return true;
    return !(shared > 0 || question.about.length === 0 || (promisesAction && question.wants === 'yes_no'));
  });
}
