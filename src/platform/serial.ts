// One job at a time per key, in the order asked. Keeps read-change-write of one storage key from interleaving with itself.

const tails = new Map<string, Promise<unknown>>();

/**
 * Runs `job` after every earlier job of `key` has ended, well or badly.
 * In: any key; jobs of different keys run side by side. Out: what the job gives; its error is the caller's, never the next job's.
 * A job must not wait for another job of its own key: that never ends.
 */
export function serially<T>(key: string, job: () => Promise<T>): Promise<T> {
  const earlier = tails.get(key) ?? Promise.resolve();
  const run = earlier.then(job);
  const tail = run.catch(() => undefined);
  tails.set(key, tail);
  void tail.then(() => {
    if (tails.get(key) === tail) tails.delete(key);
  });
  return run;
}
