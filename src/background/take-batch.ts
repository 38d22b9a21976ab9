// One batch of a reader taken into one conversation record. Pure: no storage, no clock. Decides too when the reader must send
// the whole conversation again, because what it sent cannot be placed.
import { NO_CHOICES } from '../protocol/conversation';
import type { Change, ConversationUpdate } from '../protocol/messages';
import type { ConversationRecord } from '../protocol/state';
import type { Utterance } from '../protocol/utterance';

export type BatchContext = {
  readonly record: ConversationRecord | undefined;
  /** The newest batch taken from this reader, for any conversation of the tab; 0 when none is known. */
  readonly newest: number;
  readonly tab: number;
  readonly frame: number;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** `seen`: taken before, nothing to do. `resync`: cannot be placed. `news`: whether anything changed that the coach looks at. */
export type BatchOutcome =
  | { readonly kind: 'seen' }
  | { readonly kind: 'resync' }
  | { readonly kind: 'taken'; readonly record: ConversationRecord; readonly news: boolean };

/**
 * Takes a batch. In: what is known of the conversation, if anything. Out: the record with the batch in it; records and utterances
 * that did not change stay the same objects. Taking the same batch twice is taking it once.
 */
export function takeBatch(update: ConversationUpdate, context: BatchContext): BatchOutcome {
  const { batch, meta, whole, changes, removed } = update;
  const { record, newest, tab, frame, now } = context;

  if (record?.seen.session === batch.session && batch.n <= record.seen.n) return { kind: 'seen' };
  if (!whole && batch.n > newest + 1) return { kind: 'resync' };
  // Told by another reader, or nothing known and this not the beginning: what it follows on is not what stands here.
  const isReaders = record === undefined ? batch.n === 1 : record.seen.session === batch.session;
  if (!whole && !isReaders) return { kind: 'resync' };

  const known = whole ? [] : (record?.utterances ?? []);
  const dropped = record?.before !== undefined;
  const utterances = placeChanges(known, withoutFuture(known, changes, now), whole ? 'append' : dropped ? 'pass' : 'refuse');
  if (utterances === null) return { kind: 'resync' };
  const kept = withoutRemoved(utterances, changes, removed);

  const grown: ConversationRecord = {
    tab,
    frame,
    meta,
    utterances: kept,
    draft: record?.draft ?? '',
    choices: record?.choices ?? NO_CHOICES,
    ...(!whole && record?.before !== undefined ? { before: record.before } : {}),
    seen: batch,
    updatedAt: now,
  };
  const news = whole || record === undefined || kept !== known || record.meta.channel !== meta.channel;
  return { kind: 'taken', record: grown, news };
}

/**
 * No utterance is later than its arrival: a page whose clock runs ahead would keep a customer "still writing" for that long.
 * Sent again, it keeps the time it arrived at first.
 */
function withoutFuture(known: readonly Utterance[], changes: readonly Change[], now: number): readonly Change[] {
  return changes.map((change) => {
    const { utterance } = change;
    if (utterance.at <= now) return change;
    const at = Math.min(now, known.find(({ id }) => id === utterance.id)?.at ?? now);
    return { ...change, utterance: { ...utterance, at } };
  });
}

/**
 * What becomes of a change that follows an utterance nobody knows. `refuse`: the whole is needed. `pass`: it belongs to history that
 * was dropped and summarised; it is passed over, or rewritten where it stands. `append`: the whole is here already, so asking for it
 * again would never end.
 */
type Unplaced = 'refuse' | 'pass' | 'append';

/** The utterances with the changes placed, each after the one it follows; the given array itself when nothing changed. Null: refused. */
function placeChanges(known: readonly Utterance[], changes: readonly Change[], unplaced: Unplaced): readonly Utterance[] | null {
  let utterances = known;
  for (const { utterance, after } of anchorsFirst(changes)) {
    const at = utterances.findIndex(({ id }) => id === utterance.id);
    const old = utterances[at];
    const same = old !== undefined && isSame(old, utterance);
    if (same && (utterances[at - 1]?.id ?? null) === after) continue;

    const others = old === undefined ? [...utterances] : utterances.filter(({ id }) => id !== utterance.id);
    const anchor = after === null ? -1 : others.findIndex(({ id }) => id === after);
    // With history dropped, the front is no place either: whoever is first on the page is older than what is kept.
    const lost = after === null ? unplaced === 'pass' : anchor === -1;
    if (lost && unplaced === 'refuse') return null;
    if (lost && unplaced === 'pass' && (old === undefined || same)) continue;
    const place = !lost ? anchor + 1 : unplaced === 'pass' ? at : others.length;
    others.splice(place, 0, same ? old : utterance);
    utterances = others;
  }
  return utterances;
}

/** Each change after the one it follows, where that is in the batch too: a place is right only once its anchor stands. */
function anchorsFirst(changes: readonly Change[]): Set<Change> {
  const byId = new Map(changes.map((change) => [change.utterance.id, change]));
  const ordered = new Set<Change>();
  for (const first of byId.values()) {
    const chain: Change[] = [];
    let change: Change | undefined = first;
    while (change !== undefined && !ordered.has(change) && !chain.includes(change)) {
      chain.push(change);
      change = byId.get(change.after ?? '');
    }
    for (const link of chain.reverse()) ordered.add(link);
  }
  return ordered;
}

/** A removed id that the same batch also carries came back: the batch's own words win. */
function withoutRemoved(
  utterances: readonly Utterance[],
  changes: readonly Change[],
  removed: readonly string[],
): readonly Utterance[] {
  const gone = new Set(removed);
  for (const { utterance } of changes) gone.delete(utterance.id);
  return utterances.some(({ id }) => gone.has(id)) ? utterances.filter(({ id }) => !gone.has(id)) : utterances;
}

function isSame(a: Utterance, b: Utterance): boolean {
  return a.speaker === b.speaker && a.text === b.text && a.at === b.at && a.final === b.final && a.name === b.name;
}
