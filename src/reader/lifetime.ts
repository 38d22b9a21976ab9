// One reader per page, from injection to its end. A second injection wakes the first instead of reading everything twice; one
// AbortController undoes all of it. Knows nothing of what is read.

const MARK = Symbol.for('composure.reader');

export type Lifetime = {
  /** Aborted when reading ends for good. */
  readonly signal: AbortSignal;
  /** Called when the script is injected into the page again. */
  onInjectedAgain: (() => void) | null;
  end(): void;
};

/**
 * Takes the page. In: the script's own global, shared by all injections of one extension into one frame.
 * Out: null where a reader lives here already; it has been woken.
 */
export function takePage(global: object): Lifetime | null {
  const marked = global as { [MARK]?: Lifetime };
  const living = marked[MARK];
  if (living && !living.signal.aborted) {
    living.onInjectedAgain?.();
    return null;
  }
  const controller = new AbortController();
  const lifetime: Lifetime = { signal: controller.signal, onInjectedAgain: null, end: () => controller.abort() };
  Object.defineProperty(marked, MARK, { value: lifetime, configurable: true });
  return lifetime;
}
