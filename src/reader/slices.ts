// Long work in short pieces, so that the host page never waits for it.

/** Work done before the page gets its turn: well under the 50 ms that people begin to feel. */
const SLICE_MS = 10;

type Scheduling = { readonly scheduler?: { postTask?(task: () => void, options: { priority: string }): Promise<void> } };

/** Lets the page run what it has to run. Not at the lowest priority: a page that is never idle would put us off for ever. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as Scheduling;
  if (scheduler?.postTask) return scheduler.postTask(() => undefined, { priority: 'user-visible' });
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Gives the page its turn whenever a slice of time is used up. Await it between two pieces of work that may each take a while. */
export function pacer(): () => Promise<void> {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await pause();
    until = performance.now() + SLICE_MS;
  };
}

/** Does `work` on each item in order, pausing whenever a slice of time is used up. Stops for good once the signal is aborted. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void, signal: AbortSignal): Promise<void> {
  let until = performance.now() + SLICE_MS;
  for (const item of items) {
    if (signal.aborted) return;
    work(item);
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + SLICE_MS;
  }
}
