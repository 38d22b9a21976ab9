// A conversation as the coach receives it, and what the agent has done with our suggestions so far.
import * as v from 'valibot';
import type { Utterance } from './utterance';
import { CHANNELS, type Channel } from './vocabulary';

/** What the page says about a conversation. `id` is unique within its tab. */
export const ConversationMetaSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  title: v.pipe(v.string(), v.maxLength(200)),
  channel: v.picklist(CHANNELS),
  host: v.pipe(v.string(), v.maxLength(300)),
});
export type ConversationMeta = v.InferOutput<typeof ConversationMetaSchema>;

/** What the agent did in the panel for one conversation. Ids are phrase ids. */
export const ChoicesSchema = v.object({
  /** Phrases inserted, oldest first. */
  inserted: v.array(v.string()),
  /** Phrases waved away ("not now") or passed over ("another"), oldest first. */
  passed: v.array(v.string()),
});
export type Choices = v.InferOutput<typeof ChoicesSchema>;
export const NO_CHOICES: Choices = { inserted: [], passed: [] };

/**
 * What `advise` reads.
 * `utterances` are in spoken order, oldest first. Growing a conversation keeps the earlier objects (copy on write):
 * that is what lets the coach see at once how much of it it already knows.
 * `before` is the coach's own summary of utterances that were dropped from the front to stay within limits.
 */
export type Conversation = {
  readonly id: string;
  readonly channel: Channel;
  readonly utterances: readonly Utterance[];
  readonly draft: string;
  readonly choices: Choices;
  readonly before?: unknown;
};
