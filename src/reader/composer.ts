// Where the agent writes: finds it, says whether something may be put there, and reads what stands in it. Changes nothing.
import type { Reading } from '../protocol/reading';
import { findComposer, isWritable, placeOf } from './discover/find-composer';
import { kindIn, wordsIn } from './discover/tokens';
import { wordsOf } from './extract';
import type { PaneView } from './helpdesks/engine';
import { firstShown } from './helpdesks/match';
import { usable } from './helpdesks/selectors';
import { findAll, parentOf } from './page';

export type ComposerState = Reading['composer'];
/** `element` is what takes the text; null only where the state is `none`. */
export type Composer = { readonly element: HTMLElement | null; readonly state: ComposerState };

/** The composer of this pane as it stands now. In: the one found last, which stays the one while it can be written to. */
export function composerOf(view: PaneView, last: Composer | null): Composer {
  const kept = last?.element?.isConnected && isWritable(last.element) ? last.element : null;
  const element = described(view) ?? kept ?? findComposer(view.pane);
  if (element === null) return { element: null, state: 'none' };
  if (!isWritable(element)) return { element, state: 'hidden' };
  return { element, state: isPrivate(element, view) ? 'private' : 'ready' };
}

function described({ adapter, pane }: PaneView): HTMLElement | null {
  const found = usable(adapter?.composer)
    .flatMap((selector) => findAll(pane.ownerDocument, selector))
    .map((element) => editableIn(element));
  return found.find((element) => element !== null && isWritable(element)) ?? found.find((element) => element !== null) ?? null;
}

/** The element itself where it takes text, else the one in it that does. */
function editableIn(element: Element): HTMLElement | null {
  const editable = element.matches(EDITABLE) ? element : element.querySelector(EDITABLE);
  return editable instanceof HTMLElement ? editable : null;
}
const EDITABLE = 'textarea, input, [contenteditable]:not([contenteditable="false"])';

/** How far around a composer its note mode is written. */
const MAX_LEVELS = 6;

/** Whether what is written here is a note for colleagues. An adapter that says how is believed alone. */
function isPrivate(composer: HTMLElement, { adapter, pane }: PaneView): boolean {
  const document = pane.ownerDocument;
  if (usable(adapter?.privateNote).length > 0) return firstShown(document, adapter?.privateNote) !== null;
  const labels = ['placeholder', 'data-placeholder', 'aria-label', 'aria-placeholder'].map(
    (name) => composer.getAttribute(name) ?? '',
  );
  if (labels.some(isNoteLabel)) return true;
  let at: Element | null = placeOf(composer);
  for (let level = 0; at !== null && level < MAX_LEVELS && !at.contains(pane); at = parentOf(at), level++) {
    if ([...at.classList, at.getAttribute('data-mode') ?? ''].some((name) => kindIn(name)?.kind === 'note')) return true;
    const tabs = [
      ...at.querySelectorAll('[role="tab"][aria-selected="true"], [role="radio"][aria-checked="true"], [aria-pressed="true"]'),
    ];
    if (tabs.some((tab) => isNoteLabel(tab.textContent ?? ''))) return true;
    // The nearest tabs are the composer's own; further out they switch other things.
    if (tabs.length > 0) return false;
  }
  return false;
}

const isNoteLabel = (label: string): boolean => wordsIn(label.slice(0, 80)).some((word) => NOTE_LABELS.has(word));
const NOTE_LABELS = new Set('note notes internal private whisper'.split(' '));

/** Whether an element keeps its text as a value. */
export const isField = (element: HTMLElement): element is HTMLTextAreaElement | HTMLInputElement =>
  element.localName === 'textarea' || element.localName === 'input';

/** What stands in a composer, as the agent sees it; '' where there is only a placeholder. */
export function draftIn(composer: HTMLElement): string {
  if (isField(composer)) return composer.value;
  return wordsOf([composer], (element) => element.matches(PLACEHOLDERS));
}
// Editors that draw their placeholder as an element of the text (Slate, Draft.js, Quill's tooltip and clipboard).
const PLACEHOLDERS =
  '[data-slate-placeholder], .public-DraftEditorPlaceholder-root, [class*="placeholder" i][contenteditable="false"]';
