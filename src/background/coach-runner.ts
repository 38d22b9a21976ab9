// Runs the coach over stored conversations. The coach is handed in, so that this stays testable without it;
// a coach that breaks on one conversation costs that conversation its advice and nothing else.
import type { Pack } from '../packs/schema';
import { log } from '../platform/log';
import type { Advice } from '../protocol/advice';
import type { Conversation } from '../protocol/conversation';
import type { ConversationRecord } from '../protocol/state';

/** The coach's own functions, as coach/advise exports them. */
export type CoachDoor = {
  readonly advise: (conversation: Conversation, pack: Pack, now: number) => Advice;
  readonly summarise: (conversation: Conversation, pack: Pack, dropCount: number) => unknown;
};

/** The coach with the active pack in its hands. */
export type Coach = {
  /** Null when the coach broke: what was advised before stands. */
  readonly advise: (record: ConversationRecord, now: number) => Advice | null;
  /** What is to stand for `before` and the first `dropCount` utterances; undefined when the coach broke. */
  readonly summarise: (record: ConversationRecord, dropCount: number) => unknown;
};

export function runCoach(door: CoachDoor, pack: Pack): Coach {
  return {
    advise: (record, now) => orElse('advise_failed', null, () => door.advise(conversationOf(record), pack, now)),
    summarise: (record, dropCount) =>
      orElse('summarise_failed', record.before, () => door.summarise(conversationOf(record), pack, dropCount)),
  };
}

function orElse<T>(code: string, fallback: T, job: () => T): T {
  try {
    return job();
  } catch (error) {
    log.error(code, { error: error instanceof Error ? error.name : typeof error });
    return fallback;
  }
}

function conversationOf({ meta, utterances, draft, choices, before }: ConversationRecord): Conversation {
  const conversation = { id: meta.id, channel: meta.channel, utterances, draft, choices };
  return before === undefined ? conversation : { ...conversation, before };
}
