// A span of an utterance, before anybody knows which utterance it is.

import type { Text } from '../language';
import type { Hit } from '../matcher';

/** UTF-16 offsets into the text heard; `text` is exactly that slice. */
export type Span = { readonly text: string; readonly start: number; readonly length: number };

export const spanOf = (raw: string, start: number, end: number): Span => ({
  text: raw.slice(start, end),
  start,
  length: end - start,
});

export const spanOfHit = (text: Text, hit: Hit): Span => spanOf(text.raw, hit.start, hit.end);
