// Tells conversations apart that stand in the same pane one after the other: by the product's own id where there is one, else by the
// address and by the words themselves. Two customers must never end up in one transcript.
import type { ConversationId } from './conversation-id';
import type { Conversations, Kept } from './conversations';
import { sampleOf } from './discover/rows';
import { showsSomeOf } from './exchange';
import type { PaneFollower } from './follow-pane';
import type { PaneView } from './helpdesks/engine';
import { isVirtual } from './vanished';

/** The conversation in front, and how it is followed. */
export type Front = { readonly kept: Kept; readonly follower: PaneFollower; readonly id: ConversationId };
/** The one in front before, while none is. */
export type LastFront = Front & { readonly leftAt: number };

/** What still shows the former conversation's words under a new address is given this long to change. */
const STALE_MS = 800;
/** And longer where the address holds the product's own id: it is another conversation then, however slowly it loads. */
const STALE_OWN_ID_MS = 4_000;

/** Whether the address is another one already, and the words are still those of the conversation before. */
export function isStale(view: PaneView, id: ConversationId, last: LastFront | null): boolean {
  if (last === null || id.isInPage || last.id.id === id.id) return false;
  if (performance.now() - last.leftAt > (id.isOwn ? STALE_OWN_ID_MS : STALE_MS)) return false;
  return stillShows(view, last);
}

/**
 * The id to keep this conversation under. A product's own id is that. An address may stay the same while chats come and go, and
 * change while one stays: then the words tell which of those seen at this address it is.
 */
export function keptIdOf(view: PaneView, { id, isOwn }: ConversationId, last: LastFront | null, seen: Conversations): string {
  if (isOwn) return id;
  if (last && !last.id.isOwn && stillShows(view, last)) return last.kept.id;
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? id : `${id}~${count}`;
    const kept = seen.get(candidate);
    if (kept === null || kept.transcript.size === 0) return candidate;
    const rows = view.rows.all();
    if (rows.length === 0 || isVirtual(view.rows.container)) return candidate;
    if (showsSomeOf(view, rows, kept.transcript)) return candidate;
  }
}

const stillShows = (view: PaneView, { follower }: LastFront): boolean =>
  sampleOf(view.rows.all()).some((row) => follower.stillShows(row));
