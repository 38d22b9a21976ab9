// Which conversation a pane shows: by the adapter, else by the address and what the page writes around the pane.

import { normalise } from './extract';
import { fingerprint } from './fingerprint';
import type { PaneView } from './helpdesks/engine';
import { conversationBy, firstShown } from './helpdesks/match';
import { parentOf } from './page';

/** `isOwn`: the product's own id, not one made of the address. `isInPage`: it stands beside the words and changes with them. */
export type ConversationId = { readonly id: string; readonly isOwn: boolean; readonly isInPage: boolean };

const PLACE = /^data-(?:conversation|chat|ticket|thread|session|room|call)(?:-?(?:id|uuid|key))?$/;
const MAX_LEVELS = 8;

/** In: the pane in front and the address of its frame. Out: an id of at most 300 characters, the same whenever it is in front again. */
export function conversationIdOf(view: PaneView, location: Location): ConversationId {
  const { adapter, pane } = view;
  const own = adapter === null ? null : conversationBy(adapter, pane, location);
  if (own !== null) return { id: own, isOwn: true, isInPage: adapter?.conversation?.attribute !== undefined };
  const written = idAround(pane);
  if (written !== null) return { id: written, isOwn: true, isInPage: true };
  return { id: `page:${fingerprint(location.href)}`, isOwn: false, isInPage: false };
}

/** `data-conversation-id="…"` and its like on the pane or close around it. */
function idAround(pane: Element): string | null {
  for (let at: Element | null = pane, level = 0; at !== null && level < MAX_LEVELS; at = parentOf(at), level++)
    for (const name of at.getAttributeNames()) {
      const value = PLACE.test(name) ? (at.getAttribute(name) ?? '') : '';
      if (/\w{2}|\d/.test(value) && !/^(?:true|false)$/.test(value))
        return `${name.slice('data-'.length)}:${value}`.slice(0, 300);
    }
  return null;
}

/** The conversation's name as the page shows it, at most 200 characters. */
export function titleOf(view: PaneView, document: Document): string {
  const element = firstShown(document, view.adapter?.title);
  return normalise(element?.textContent ?? document.title).slice(0, 200);
}
