// Remembers what a pure function answered, for questions that a page asks thousands of times: class names, mostly.

/** Pages with generated names could ask without end; then everything is forgotten and learnt again. */
const MAX_REMEMBERED = 4_000;

/** The same function with a memory. In: a function of one text, without side effects. */
export function memo<V>(answer: (question: string) => V): (question: string) => V {
  const answers = new Map<string, V>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    if (answers.size >= MAX_REMEMBERED) answers.clear();
    const fresh = answer(question);
    answers.set(question, fresh);
    return fresh;
  };
}
