// Finds where the agent writes a reply, on a page nobody described: visible, enabled, no search box, nearest to the pane.
import { findBeside, holds, isShown, openRoots, parentOf } from '../page';
import { wordsIn } from './tokens';

const WRITABLE_OR_FRAME =
  'textarea, input:not([type]), input[type="text"], [contenteditable]:not([contenteditable="false"]), [role="textbox"], iframe';
const SEARCH_WORDS = new Set(
  'search filter find query lookup subject title tag tags email password username phone coupon'.split(' '),
);
const REPLY_WORDS = new Set('reply respond message compose composer chat write type answer send'.split(' '));
const OUTSIDE = 'nav, [role="search"], [role="navigation"], [role="menu"], [role="listbox"], [aria-hidden="true"]';

/** Places to write in a document or element, editors in same-origin frames included; outermost of nested ones. */
export function composersIn(scope: Document | Element): HTMLElement[] {
  const roots: ParentNode[] = scope instanceof Document ? openRoots(scope) : [scope];
  return writable(roots.flatMap((root) => [...root.querySelectorAll(WRITABLE_OR_FRAME)]));
}

/** The same beside a pane, in open shadow roots too. */
function composersBeside(pane: Element): HTMLElement[] {
  const inside = openRoots(pane.ownerDocument, pane)
    .slice(1)
    .filter((root) => !root.contains(pane));
  return writable([
    ...findBeside(pane, WRITABLE_OR_FRAME),
    ...inside.flatMap((root) => [...root.querySelectorAll(WRITABLE_OR_FRAME)]),
  ]);
}

function writable(found: readonly Element[]): HTMLElement[] {
  const composers = found.flatMap((element) =>
    element.localName === 'iframe' ? framedEditor(element) : [element as HTMLElement],
  );
  return composers.filter(
    (element) => !isForSomethingElse(element) && !composers.some((outer) => outer !== element && outer.contains(element)),
  );
}

/** Some editors (TinyMCE) write into the body of a frame of their own. */
function framedEditor(frame: Element): HTMLElement[] {
  try {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    return inner?.body && (inner.body.isContentEditable || inner.designMode === 'on') ? [inner.body] : [];
  } catch {
    return [];
  }
}

/** The element that stands for a composer in the outer page: its frame, for an editor inside one. */
export const placeOf = (composer: Element): Element => composer.ownerDocument.defaultView?.frameElement ?? composer;

export function isWritable(element: HTMLElement): boolean {
  if (element.matches(':disabled, [aria-disabled="true"], [readonly], [aria-readonly="true"]')) return false;
  return isShown(placeOf(element));
}

function isForSomethingElse(element: Element): boolean {
  const place = placeOf(element);
  if (place.closest(OUTSIDE) !== null) return true;
  if (element.matches('[type="search"], [role="searchbox"], [role="combobox"][aria-haspopup="listbox"]')) return true;
  return labelsOf(element).some((label) => wordsIn(label).some((word) => SEARCH_WORDS.has(word)));
}

const labelsOf = (element: Element): string[] =>
  ['aria-label', 'placeholder', 'data-placeholder', 'name', 'id', 'class'].map((name) =>
    (element.getAttribute(name) ?? '').slice(0, 120),
  );

/** The composer that belongs to this pane; null where there is none. Writable ones are preferred to hidden ones. */
export function findComposer(pane: Element): HTMLElement | null {
  const candidates = composersBeside(pane);
  const ranked = candidates.map((element) => {
    const replies = labelsOf(element).some((label) => wordsIn(label).some((word) => REPLY_WORDS.has(word)));
    const oneLine = element.localName === 'input' ? 4 : 0;
    return { element, rank: distance(pane, placeOf(element)) - (replies ? 3 : 0) + oneLine + (isWritable(element) ? 0 : 1000) };
  });
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.element ?? null;
}

/** Steps from the element up to what it shares with the pane, and down. */
function distance(pane: Element, element: Element): number {
  let steps = 0;
  for (let at: Element | null = element; at !== null; at = parentOf(at), steps++) {
    if (!holds(at, pane)) continue;
    for (let down: Element | null = pane; down !== null && down !== at; down = parentOf(down)) steps++;
    return steps;
  }
  return Number.MAX_SAFE_INTEGER;
}
