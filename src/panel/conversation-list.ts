// The conversations open in one tab as the header shows them: who, how hot, waiting since when, in which order. Pure.
import type { Advice } from '../protocol/advice';
import type { ConversationRecord } from '../protocol/state';
import type { Utterance } from '../protocol/utterance';
import type { HeatLevel } from '../protocol/vocabulary';

export type ConversationEntry = {
  readonly id: string;
  /** Empty where neither the page nor the customer gave one. */
  readonly name: string;
  readonly level: HeatLevel;
  readonly certain: boolean;
  /** When the customer began to wait for an answer (ms); null: they do not. */
  readonly waitingSince: number | null;
  readonly inFront: boolean;
};

/** Since when nobody has answered the customer's last words (ms); null where the last word is the agent's or a bot's. */
export function waitingSince(utterances: readonly Utterance[]): number | null {
  let since: number | null = null;
  for (let i = utterances.length - 1; i >= 0; i--) {
    const utterance = utterances[i];
    if (utterance === undefined || utterance.speaker === 'system') continue;
    if (utterance.speaker !== 'customer') break;
    since = utterance.at;
  }
  return since;
}

/** What to call a conversation: its title on the page, else the customer's name, else nothing. */
export function nameOf(record: ConversationRecord, advice: Advice | undefined): string {
  if (record.meta.title !== '') return record.meta.title;
  const named = record.utterances.find((utterance) => utterance.speaker === 'customer' && utterance.name !== undefined);
  return named?.name ?? advice?.facts.find((fact) => fact.kind === 'name')?.value ?? '';
}

/** The one in front first, then hottest first; among equals, who has waited longest. */
export function listConversations(
  records: ReadonlyMap<string, ConversationRecord>,
  advice: ReadonlyMap<string, Advice>,
  front: string | null,
): readonly ConversationEntry[] {
  const heat = (id: string): number => advice.get(id)?.mood.heat ?? 0;
  const entries = [...records].map(([id, record]): ConversationEntry => {
    const mood = advice.get(id)?.mood;
    return {
      id,
      name: nameOf(record, advice.get(id)),
      level: mood?.level ?? 'calm',
      certain: mood?.certain ?? false,
      waitingSince: waitingSince(record.utterances),
      inFront: id === front,
    };
  });
  const waited = (entry: ConversationEntry): number => entry.waitingSince ?? Number.MAX_SAFE_INTEGER;
  return entries.sort((a, b) => Number(b.inFront) - Number(a.inFront) || heat(b.id) - heat(a.id) || waited(a) - waited(b));
}
