// Keeps one conversation within what memory allows: its oldest utterances go, and the coach's summary of them stays. Pure.
import type { ConversationRecord } from '../protocol/state';

/** Over `utterances` (or `chars` of text) a record is cut down to `keepUtterances` (or `keepChars`): rarely, and by much. */
export const RECORD_LIMITS = { utterances: 400, keepUtterances: 300, chars: 1_000_000, keepChars: 500_000 } as const;

/**
 * In: a record, and who summarises its first `dropCount` utterances together with what `before` says already.
 * Out: the record itself when it is within limits; else one without its oldest utterances. The newest utterance always stays.
 */
export function trimRecord(
  record: ConversationRecord,
  summarise: (record: ConversationRecord, dropCount: number) => unknown,
): ConversationRecord {
  const { utterances } = record;
  const tooMany = utterances.length > RECORD_LIMITS.utterances ? utterances.length - RECORD_LIMITS.keepUtterances : 0;
  const dropCount = Math.max(tooMany, countTooLong(record));
  if (dropCount === 0) return record;
  return { ...record, utterances: utterances.slice(dropCount), before: summarise(record, dropCount) };
}

/** How many of the oldest utterances must go for the rest to fit `keepChars`; none while all fit `chars`. */
function countTooLong({ utterances }: ConversationRecord): number {
  let chars = utterances.reduce((sum, { text }) => sum + text.length, 0);
  if (chars <= RECORD_LIMITS.chars) return 0;
  let count = 0;
  while (chars > RECORD_LIMITS.keepChars && count < utterances.length - 1) chars -= utterances[count++]?.text.length ?? 0;
  return count;
}
