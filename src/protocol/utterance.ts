// One chat bubble or caption line, as read from the page.
import * as v from 'valibot';
import { SPEAKERS } from './vocabulary';

/** An utterance longer than this (UTF-16 units) is cut by the reader; the engine never sees more. */
export const MAX_UTTERANCE_CHARS = 20_000;

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/**
 * `id`    stable within its conversation: the page's own key where there is one.
 * `at`    milliseconds since 1970. The page's own time where it is machine-readable, else when it was first seen.
 * `final` false while a caption is still being rewritten; only final text is judged.
 * `name`  the speaker's name as the page shows it.
 */
export const UtteranceSchema = v.object({
  id: Id,
  speaker: v.picklist(SPEAKERS),
  text: v.pipe(v.string(), v.maxLength(MAX_UTTERANCE_CHARS)),
  at: v.pipe(v.number(), v.finite()),
  final: v.boolean(),
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
export type Utterance = v.InferOutput<typeof UtteranceSchema>;
