// What the page's address says: which conversation is in front (hash), and how the demo is to be played (query).

export type Play = {
  /** 1 is real time, 20 is twenty times faster. */
  readonly speed: number;
  /** Customers wait this many times longer before they write again. */
  readonly patience: number;
  /** Only this conversation is in the inbox. */
  readonly only: string | null;
  readonly start: 'auto' | 'manual';
};

const MAX_FACTOR = 1_000;

/** In: a query string such as `?speed=20&patience=2&only=parcel&start=manual`. What cannot be read is left at its default. */
export function readPlay(query: string): Play {
  const params = new URLSearchParams(query);
  return {
    speed: factor(params.get('speed')),
    patience: factor(params.get('patience')),
    only: params.get('only'),
    start: params.get('start') === 'manual' ? 'manual' : 'auto',
  };
}

function factor(value: string | null): number {
  const number = Number(value ?? '1');
  return Number.isFinite(number) && number > 0 ? Math.min(number, MAX_FACTOR) : 1;
}

/** The conversation that a hash such as `#/inbox/parcel` names, or null. */
export function readHash(hash: string): string | null {
  return /^#\/inbox\/([a-z0-9-]+)$/.exec(hash)?.[1] ?? null;
}

export const hashOf = (id: string): string => `#/inbox/${id}`;
