// Answers the wish to insert: only into the composer of the conversation it was meant for, only where a reply is written, and only as
// long as that stays so.
import type { InsertOutcome } from '../protocol/reading';
import type { Composer } from './composer';
import { conversationIdOf } from './conversation-id';
import type { Front } from './front';
import { insertText } from './insert';
import { isShown } from './page';

/** What stands on the page at the moment of asking. */
export type Desk = {
  readonly front: () => Front | null;
  readonly composer: () => Composer | null;
  readonly caret: () => Range | null;
};

/** In: the id of the conversation the text was written for. Out: what became of it; nothing is inserted unless the state says so. */
export async function insertInConversation(conversation: string, text: string, desk: Desk): Promise<InsertOutcome> {
  // The agent may have turned to another chat in the second since the page was last looked at.
  const isInFront = (): boolean => {
    const front = desk.front();
    if (front === null || front.kept.id !== conversation) return false;
    const { pane } = front.follower.view;
    return isShown(pane) && conversationIdOf(front.follower.view, pane.ownerDocument.location).id === front.id.id;
  };
  const ready = (): HTMLElement | null => {
    const composer = isInFront() ? desk.composer() : null;
    return composer?.state === 'ready' ? composer.element : null;
  };

  if (!isInFront()) return { state: 'no_composer' };
  const { state } = desk.composer() ?? { state: 'none' };
  if (state === 'private') return { state: 'refused_private' };
  if (state === 'hidden') return { state: 'refused_hidden' };
  if (state === 'none') return { state: 'no_composer' };
  const outcome = await insertText({ composer: ready, text, caret: desk.caret(), isStillWanted: () => ready() !== null });
  return { state: outcome === 'unwanted' ? 'no_composer' : outcome };
}
