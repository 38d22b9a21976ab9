// Messages between rooms, held against the one table in protocol/messages: sender, data and reply, on both ends.
// Refuses, never guesses. Knows no message by name.
import * as v from 'valibot';
import { done, failed, fault, type Result } from '../protocol/fault';
import {
  type Envelope,
  type EnvelopeReply,
  MESSAGES,
  type MessageData,
  type MessageName,
  type MessageReply,
  type Sender,
} from '../protocol/messages';
import { browser } from './browser';
import { log } from './log';
import { type MessageSource, senderOf } from './sender';

/** Where a message came from: the tab and frame of a reader; tab null and frame 0 for everybody else. */
export type MessageOrigin = { readonly tab: number | null; readonly frame: number };

export type MessageHandlers = {
  readonly [N in MessageName]?: (data: MessageData<N>, from: MessageOrigin) => Promise<MessageReply<N>>;
};

const EnvelopeReplySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({
    ok: v.literal(false),
    code: v.picklist(['message_unknown', 'message_refused', 'message_bad_shape', 'gone']),
  }),
]);

/** Sends to the background. Faults: `gone` (nobody there, the job broke, or this extension was updated), `message_*` when refused. */
export function send<N extends MessageName>(name: N, data: MessageData<N>): Promise<Result<MessageReply<N>>> {
  return exchange(name, () => browser.runtime.sendMessage({ name, data } satisfies Envelope));
}

/** Sends to the reader in one frame of a tab. Faults as `send`. */
export function sendToReader<N extends MessageName>(
  tab: number,
  frame: number,
  name: N,
  data: MessageData<N>,
): Promise<Result<MessageReply<N>>> {
  return exchange(name, () => browser.tabs.sendMessage(tab, { name, data } satisfies Envelope, { frameId: frame }));
}

async function exchange<N extends MessageName>(name: N, post: () => Promise<unknown>): Promise<Result<MessageReply<N>>> {
  let answer: unknown;
  try {
    answer = await post();
  } catch {
    return failed(fault('gone'));
  }
  if (answer === undefined || answer === null) return failed(fault('gone'));
  const envelope = v.safeParse(EnvelopeReplySchema, answer);
  if (!envelope.success) return failed(fault('message_bad_shape', name));
  if (!envelope.output.ok) return failed(fault(envelope.output.code, name));
  const reply = v.safeParse(MESSAGES[name].reply, envelope.output.value);
  return reply.success ? done(reply.output as MessageReply<N>) : failed(fault('message_bad_shape', name));
}

/**
 * Answers messages in this context. Call it once, at the top level, before anything is awaited: a listener added later misses
 * the message that woke the worker. A handler that throws is answered `gone`, so that the sender tries again.
 */
export function receive(me: Extract<Sender, 'background' | 'reader'>, handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, source: MessageSource) => {
    // Whatever is not ours must stay unanswered: a promise here would answer for somebody else.
    if (!isEnvelope(message)) return undefined;
    return answer(me, handlers, message, source);
  });
}

async function answer(
  me: Sender,
  handlers: MessageHandlers,
  message: { readonly name: string; readonly data: unknown },
  source: MessageSource,
): Promise<EnvelopeReply> {
  const { name } = message;
  const handler = isMessageName(name) ? (handlers[name] as Handler | undefined) : undefined;
  if (!isMessageName(name) || handler === undefined) return { ok: false, code: 'message_unknown' };

  const row = MESSAGES[name];
  const sender = senderOf(source);
  if (sender === null || !(row.from as readonly Sender[]).includes(sender)) {
    log.warn('message_refused', { me, name, sender: sender ?? 'stranger' });
    return { ok: false, code: 'message_refused' };
  }
  const data = v.safeParse(row.data, message.data);
  if (!data.success) {
    log.warn('message_bad_shape', { me, name, sender });
    return { ok: false, code: 'message_bad_shape' };
  }
  const from: MessageOrigin =
    sender === 'reader' ? { tab: source.tab?.id ?? null, frame: source.frameId ?? 0 } : { tab: null, frame: 0 };
  try {
    const reply = v.safeParse(row.reply, await handler(data.output, from));
    if (reply.success) return { ok: true, value: reply.output };
    log.error('reply_bad_shape', { me, name });
    return { ok: false, code: 'message_bad_shape' };
  } catch (error) {
    // A worker that is stopped under a call ends this way in Chromium; the sender tries again, and nothing is wrong.
    const stopped = error instanceof Error && error.message === 'No SW';
    if (!stopped) log.error('handler_failed', { me, name, error: error instanceof Error ? error.name : typeof error });
    return { ok: false, code: 'gone' };
  }
}

type Handler = (data: unknown, from: MessageOrigin) => Promise<unknown>;

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(MESSAGES, name);
}

/** Exactly `{name, data}`: other senders on the same channel (dev tools, test drivers) are left alone. */
function isEnvelope(message: unknown): message is { readonly name: string; readonly data: unknown } {
  if (typeof message !== 'object' || message === null) return false;
  const keys = Object.keys(message);
  return keys.length === 2 && 'name' in message && typeof message.name === 'string' && 'data' in message;
}
