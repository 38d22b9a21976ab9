// What the reader reports about itself: whether it reads, what, and if not, why not.
import * as v from 'valibot';

export const READING_STATES = [
  /** Looking for a conversation; less than two seconds old. */
  'starting',
  'reading',
  /** The page can be read, and no conversation is open on it. */
  'no_conversation',
  /** A conversation pane was found, and it has no messages yet. */
  'empty',
  /** Words are drawn, not written (canvas, image): nothing can be read. */
  'drawn',
  /** A pane was found but who says what cannot be told. */
  'unsure',
  /** The pane went away; looking for it again. */
  'lost',
  /** The extension was updated under the page: reload it. */
  'stale',
] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** One frame's report. `conversation` is the one in front of the agent; `adapter` the id of the helpdesk adapter, or 'discovery'. */
export const ReadingSchema = v.object({
  state: v.picklist(READING_STATES),
  host: v.pipe(v.string(), v.maxLength(300)),
  adapter: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  conversation: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  /** Where the composer stands for insertion: ready, a private note, hidden, or none was found. */
  composer: v.picklist(['ready', 'private', 'hidden', 'none']),
});
export type Reading = v.InferOutput<typeof ReadingSchema>;

export const INSERT_STATES = ['inserted', 'failed', 'refused_private', 'refused_hidden', 'no_composer'] as const;
/** What became of an insertion. Only `inserted` means that the text was read back from the composer. It is never sent. */
export const InsertOutcomeSchema = v.object({ state: v.picklist(INSERT_STATES) });
export type InsertOutcome = v.InferOutput<typeof InsertOutcomeSchema>;
