// A helpdesk adapter: how one product draws a conversation, as data. Built in, made with the picker, or carried in a pack,
// it is the same thing. Every field but `id` and `match` may be missing; what is missing is left to discovery.
import * as v from 'valibot';
import { CHANNELS } from './vocabulary';

const Selector = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
/** CSS selectors tried in order, newest markup first. */
const Selectors = v.pipe(v.array(Selector), v.maxLength(20));

export const AdapterSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
  name: v.pipe(v.string(), v.maxLength(100)),
  match: v.object({
    /** Host names; `*.` in front means any subdomain. Empty: any host, then `present` must hold. */
    hosts: v.array(v.pipe(v.string(), v.maxLength(200))),
    /** An element that must be on the page. */
    present: v.optional(Selector),
  }),
  channel: v.optional(v.picklist(CHANNELS)),
  /** The element that holds the utterances of the conversation in front. */
  pane: v.optional(Selectors),
  /** One utterance, inside the pane. */
  utterance: v.optional(Selectors),
  /** What the utterance element (or an element inside it) must match to be said by that speaker; first match wins in this order. */
  speaker: v.optional(
    v.object({
      system: v.optional(Selectors),
      bot: v.optional(Selectors),
      agent: v.optional(Selectors),
      customer: v.optional(Selectors),
    }),
  ),
  /** Elements that are no utterance at all: private notes, typing previews. */
  ignore: v.optional(Selectors),
  /** Inside an utterance: the words, the speaker's name, what to leave out of the words. */
  text: v.optional(Selectors),
  drop: v.optional(Selectors),
  speakerName: v.optional(Selectors),
  /** Inside an utterance: a machine-readable time, in this attribute. */
  time: v.optional(v.object({ selector: Selector, attribute: v.pipe(v.string(), v.maxLength(60)) })),
  /** Attribute of the utterance element that is its key. */
  key: v.optional(v.pipe(v.string(), v.maxLength(60))),
  /** Matches an utterance whose text is still being rewritten. */
  interim: v.optional(Selectors),
  order: v.optional(v.picklist(['oldest_first', 'newest_first'])),
  composer: v.optional(Selectors),
  /** On the page while the composer writes a private note: nothing is inserted then. */
  privateNote: v.optional(Selectors),
  /** Where the id of the conversation in front stands: an element's attribute, or a capture in the URL path or hash (`/inbox/:id`). */
  conversation: v.optional(
    v.object({
      selector: v.optional(Selector),
      attribute: v.optional(v.pipe(v.string(), v.maxLength(60))),
      path: v.optional(v.pipe(v.string(), v.maxLength(200))),
    }),
  ),
  title: v.optional(Selectors),
  /** When, and against what, the selectors were last checked. */
  checked: v.optional(v.object({ on: v.string(), against: v.pipe(v.string(), v.maxLength(200)) })),
});
export type Adapter = v.InferOutput<typeof AdapterSchema>;
