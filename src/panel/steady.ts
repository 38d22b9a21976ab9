// Holds a value still for the person reading it: it changes neither under the pointer nor twice in quick succession.
// What it holds back is kept, newest only, and shown as soon as it may be.
import { type ReadonlySignal, signal } from '@preact/signals';

/** How long an answer to the person's own press may take and still show at once. */
const ANSWER_MS = 2_000;

export type Steady<T> = {
  readonly shown: ReadonlySignal<T | null>;
  /** A newer value is being held back. */
  readonly waiting: ReadonlySignal<boolean>;
  /** `subject` is what the value is about; a new subject shows at once, whatever holds. */
  offer(next: T | null, subject: string): void;
  /** `key` is who holds (pointer, keyboard): it stays while any of them does. */
  hold(key: string, on: boolean): void;
  /** The same, and lets go by itself after `ms` in which it was not asked again. */
  holdFor(key: string, ms: number): void;
  /** Shows what waits now. Out: whether anything did. */
  release(): boolean;
  /** The person asked for a change: what waits, or else a new value that comes soon, shows at once. */
  expectChange(): void;
  stop(): void;
};

/** `same`: both look alike to the reader, so that swapping them is no change. `minShownMs`: how long a change stands at least. */
export function steady<T>(same: (a: T, b: T) => boolean, minShownMs: number): Steady<T> {
  const shown = signal<T | null>(null);
  const waiting = signal(false);
  const holders = new Set<string>();
  let about = '';
  let pending: T | null = null;
  let changedAt = Number.NEGATIVE_INFINITY;
  let askedUntil = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lettingGo = new Map<string, ReturnType<typeof setTimeout>>();

  const forget = (): void => {
    clearTimeout(timer);
    pending = null;
    waiting.value = false;
  };
  const show = (next: T | null): void => {
    forget();
    askedUntil = Number.NEGATIVE_INFINITY;
    changedAt = Date.now();
    shown.value = next;
  };
  const showWhenAllowed = (): void => {
    clearTimeout(timer);
    if (pending === null || holders.size > 0) return;
    const leftMs = changedAt + minShownMs - Date.now();
    if (leftMs > 0) timer = setTimeout(showWhenAllowed, leftMs);
    else show(pending);
  };

  const hold = (key: string, on: boolean): void => {
    clearTimeout(lettingGo.get(key));
    lettingGo.delete(key);
    if (on) holders.add(key);
    else holders.delete(key);
    showWhenAllowed();
  };

  const release = (): boolean => {
    if (pending === null) return false;
    show(pending);
    return true;
  };

  return {
    shown,
    waiting,
    offer(next, subject) {
      const now = shown.peek();
      if (subject !== about || next === null || now === null) {
        about = subject;
        show(next);
      } else if (same(now, next)) {
        forget();
        shown.value = next;
      } else if (Date.now() < askedUntil) {
        show(next);
      } else {
        pending = next;
        waiting.value = true;
        showWhenAllowed();
      }
    },
    hold,
    holdFor(key, ms) {
      hold(key, true);
      lettingGo.set(
        key,
        setTimeout(() => hold(key, false), ms),
      );
    },
    release,
    expectChange() {
      if (!release()) askedUntil = Date.now() + ANSWER_MS;
    },
    stop() {
      for (const timeout of lettingGo.values()) clearTimeout(timeout);
      forget();
    },
  };
}
