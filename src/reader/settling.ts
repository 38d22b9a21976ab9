// Tells words that are still being written (a caption, an answer that streams in) from finished ones, where the page does not say so.

/** Words that have not changed for this long are finished. Captions are rewritten several times a second while somebody speaks. */
const SETTLE_MS = 1_200;

export class Settling {
  readonly #again: (row: Element) => void;
  readonly #signal: AbortSignal;
  readonly #seen = new WeakMap<Element, { text: string; at: number }>();

  /** `again` is called for a row once its words have held still. */
  constructor(again: (row: Element) => void, signal: AbortSignal) {
    this.#again = again;
    this.#signal = signal;
  }

  /** Whether the words of a row are finished. In: `isSpoken`: words that begin unfinished, as captions do. */
  isFinal(row: Element, text: string, isSpoken: boolean): boolean {
    const now = performance.now();
    const seen = this.#seen.get(row);
    if (seen === undefined) {
      // A chat bubble is finished when it comes, unless it changes right after.
      this.#seen.set(row, { text, at: now });
      if (isSpoken) this.#lookAgain(row);
      return !isSpoken;
    }
    if (seen.text === text) return now - seen.at >= SETTLE_MS || !this.#isWaiting.has(row);
    const isFresh = now - seen.at < SETTLE_MS;
    this.#seen.set(row, { text, at: now });
    if (!isSpoken && !isFresh) return true;
    this.#lookAgain(row);
    return false;
  }

  readonly #isWaiting = new WeakSet<Element>();

  #lookAgain(row: Element): void {
    if (this.#isWaiting.has(row)) return;
    this.#isWaiting.add(row);
    const wait = (): void => {
      if (this.#signal.aborted) return;
      const leftMs = (this.#seen.get(row)?.at ?? 0) + SETTLE_MS - performance.now();
      if (leftMs > 0) {
        setTimeout(wait, leftMs);
        return;
      }
      this.#isWaiting.delete(row);
      this.#again(row);
    };
    setTimeout(wait, SETTLE_MS);
  }
}
