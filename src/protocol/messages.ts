// THE contract between rooms: every message, who may send it, what it carries and what comes back.
// Validated on receipt, both ways; refused, never guessed. Names are noun/verb.
import * as v from 'valibot';
import { ConversationMetaSchema } from './conversation';
import { FAULT_CODES } from './fault';
import { InsertOutcomeSchema, ReadingSchema } from './reading';
import { SENSITIVITIES } from './state';
import { UtteranceSchema } from './utterance';

/** Most changes one batch may carry; a longer transcript comes in several. */
export const MAX_BATCH = 200;
export const MAX_DRAFT_CHARS = 10_000;
/** A pack file over this size is refused before it is parsed. */
export const MAX_PACK_CHARS = 4_000_000;

export const SENDERS = ['reader', 'panel', 'options', 'background'] as const;
export type Sender = (typeof SENDERS)[number];

const ConversationId = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const PhraseId = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const Tab = v.pipe(v.number(), v.integer(), v.minValue(0));
const Nothing = v.object({});

const FaultSchema = v.object({
  code: v.picklist(FAULT_CODES),
  where: v.optional(v.string()),
  detail: v.optional(v.string()),
});

/** Outcome of a job that can fail in expected ways; `faults` is empty when it worked. */
const Outcome = v.object({ faults: v.array(FaultSchema) });

/** An utterance new or changed, and the id of the one it follows (null: it is the first). */
const Change = v.object({ utterance: UtteranceSchema, after: v.nullable(v.pipe(v.string(), v.maxLength(300))) });
export type Change = v.InferOutput<typeof Change>;

/**
 * `batch`  numbered from 1 within one reader's life (`session`); a batch seen before is acknowledged and dropped.
 * `whole`  forget what was known of this conversation: this and the next batches carry all of it.
 */
const ConversationUpdate = v.object({
  batch: v.object({
    session: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
    n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  meta: ConversationMetaSchema,
  whole: v.boolean(),
  changes: v.pipe(v.array(Change), v.maxLength(MAX_BATCH)),
  removed: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(MAX_BATCH)),
});
export type ConversationUpdate = v.InferOutput<typeof ConversationUpdate>;

const InConversation = { tab: Tab, conversation: ConversationId };

export const MESSAGES = {
  /** Reply comes only after the state is stored. `resync`: the background knows too little of it; send the whole. */
  'conversation/updated': { from: ['reader'], data: ConversationUpdate, reply: v.object({ resync: v.boolean() }) },
  'reading/changed': { from: ['reader'], data: ReadingSchema, reply: Nothing },
  'draft/changed': {
    from: ['reader'],
    data: v.object({ conversation: ConversationId, text: v.pipe(v.string(), v.maxLength(MAX_DRAFT_CHARS)) }),
    reply: Nothing,
  },

  /** To the reader: put this text at the caret of the composer of this conversation. Never sends. */
  'composer/insert': {
    from: ['background'],
    data: v.object({ conversation: ConversationId, text: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)) }),
    reply: InsertOutcomeSchema,
  },
  /** To the reader: are you there? Also makes it report its reading again. */
  'reader/report': { from: ['background'], data: Nothing, reply: Nothing },

  'suggestion/insert': {
    from: ['panel'],
    data: v.object({ ...InConversation, phrase: PhraseId, text: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)) }),
    reply: InsertOutcomeSchema,
  },
  /** Not these phrases, in this conversation. */
  'suggestion/pass': { from: ['panel'], data: v.object({ ...InConversation, phrases: v.array(PhraseId) }), reply: Nothing },
  /** `Advice.refreshAt` has come. */
  'advice/refresh': { from: ['panel'], data: v.object(InConversation), reply: Nothing },
  /** Start reading in this tab: needs the click on the toolbar icon, or the site's permission. */
  'reader/start': { from: ['panel'], data: v.object({ tab: Tab }), reply: Outcome },

  'pack/install': {
    from: ['options'],
    data: v.object({ text: v.pipe(v.string(), v.maxLength(MAX_PACK_CHARS)) }),
    reply: Outcome,
  },
  'pack/activate': { from: ['options'], data: v.object({ id: v.nullable(v.string()) }), reply: Outcome },
  'pack/remove': { from: ['options'], data: v.object({ id: v.string() }), reply: Outcome },
  'settings/change': {
    from: ['options'],
    data: v.object({ sensitivity: v.nullable(v.picklist(SENSITIVITIES)) }),
    reply: Outcome,
  },
} as const satisfies Record<string, { from: readonly Sender[]; data: v.GenericSchema; reply: v.GenericSchema }>;

export type MessageName = keyof typeof MESSAGES;
export type MessageData<N extends MessageName> = v.InferOutput<(typeof MESSAGES)[N]['data']>;
export type MessageReply<N extends MessageName> = v.InferOutput<(typeof MESSAGES)[N]['reply']>;

/** What goes over the wire. */
export type Envelope = { readonly name: MessageName; readonly data: unknown };
/** And back: the reply, or why there is none. */
export type EnvelopeReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'message_unknown' | 'message_refused' | 'message_bad_shape' | 'gone' };
