// Waiting for a state, with a limit and a name for what was awaited.

const STEP_MS = 50;

/**
 * Asks again and again until the answer is neither null, undefined nor false. Throws after `limitMs`, naming what was awaited
 * and, where asking failed, why.
 * @template T
 * @param {string} what   ends the sentence "Waited 10 s for …"
 * @param {number} limitMs
 * @param {() => T | null | undefined | false | Promise<T | null | undefined | false>} ask
 * @returns {Promise<T>}
 */
export async function waitFor(what, limitMs, ask) {
  const startedAt = performance.now();
  let fault = '';
  while (performance.now() - startedAt < limitMs) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      fault = '';
    } catch (error) {
      fault = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    await new Promise((done) => setTimeout(done, STEP_MS));
  }
  throw new Error(`Waited ${limitMs / 1_000} s for ${what}${fault}`);
}
