// Brings the outbox and the reader's reports to the background: one message in flight each, again after a failure, never lost.
// Stops for good once the extension under the page is gone.
import type { Result } from '../protocol/fault';
import type { MessageData, MessageName, MessageReply } from '../protocol/messages';
import type { Outbox } from './outbox';

/** What the reader needs of the messaging. */
export type Wire = {
  send<N extends MessageName>(name: N, data: MessageData<N>): Promise<Result<MessageReply<N>>>;
  /** The extension was updated or removed under the page. */
  isOrphaned(): boolean;
  /** A fault worth a line in the console: a code, never a word of a conversation. */
  warn(code: string, detail?: Record<string, string | number | boolean>): void;
};

/** A name for one reader's life. Not `randomUUID`, which a helpdesk served without TLS does not have. */
export const newSession = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

/** Doubling from a moment in which a worker starts (15 to 45 ms) to a pause that costs nobody anything. */
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 2_000;

/** How long to wait after so many failures in a row, 1 or more. */
export const retryAfterMs = (failures: number): number => Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));

/** Sends until there is nothing left. Call `push` whenever there may be something. */
class Pump {
  readonly #send: () => Promise<'sent' | 'failed' | 'idle'>;
  readonly #signal: AbortSignal;
  #running = false;
  #again = false;
  constructor(send: () => Promise<'sent' | 'failed' | 'idle'>, signal: AbortSignal) {
    this.#send = send;
    this.#signal = signal;
  }

  push(): void {
    this.#again = true;
    if (this.#running || this.#signal.aborted) return;
    this.#running = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    let failures = 0;
    try {
      while (!this.#signal.aborted) {
        this.#again = false;
        const outcome = await this.#send();
        if (outcome === 'idle' && !this.#again) return;
        failures = outcome === 'failed' ? failures + 1 : 0;
        if (failures > 0) await new Promise((resolve) => setTimeout(resolve, retryAfterMs(failures)));
      }
    } finally {
      this.#running = false;
    }
  }
}

/** In: what to do when the extension is gone. */
export function syncOutbox(outbox: Outbox, wire: Wire, orphaned: () => void, signal: AbortSignal): { push(): void } {
  return new Pump(async () => {
    const batch = outbox.next();
    if (batch === null) return 'idle';
    const result = await wire.send('conversation/updated', batch);
    if (result.ok) outbox.acknowledge(result.value);
    else if (wire.isOrphaned()) orphaned();
    else if (result.fault.code === 'gone') return 'failed';
    else {
      // Refused as it stands: sent again it would be refused again, and everything behind it would wait for ever.
      wire.warn('batch_refused', { code: result.fault.code, n: batch.batch.n });
      outbox.acknowledge({ resync: false });
    }
    return 'sent';
  }, signal);
}

/** Tells the newest value of something, by key; values in between may be skipped, the last never is. */
export class Latest<N extends 'reading/changed' | 'draft/changed'> {
  readonly #waiting = new Map<string, MessageData<N>>();
  readonly #pump: Pump;

  constructor(name: N, wire: Wire, orphaned: () => void, signal: AbortSignal) {
    this.#pump = new Pump(async () => {
      const [entry] = this.#waiting;
      if (entry === undefined) return 'idle';
      const [key, data] = entry;
      const result = await wire.send(name, data);
      if (!result.ok && wire.isOrphaned()) orphaned();
      if (!result.ok && result.fault.code === 'gone') return 'failed';
      if (!result.ok) wire.warn('report_refused', { name, code: result.fault.code });
      if (this.#waiting.get(key) === data) this.#waiting.delete(key);
      return 'sent';
    }, signal);
  }

  tell(key: string, data: MessageData<N>): void {
    this.#waiting.set(key, data);
    this.#pump.push();
  }
}
