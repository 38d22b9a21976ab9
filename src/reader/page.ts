// Looks at the host page: what is shown, what stands where across open shadow roots. Only reads; the page is left as it is.

/** Parent element, over the edge of an open shadow root where there is one. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent === null) return null;
  return parent.nodeType === Node.ELEMENT_NODE ? (parent as Element) : ((parent as Partial<ShadowRoot>).host ?? null);
}

/** Children of an element as they are drawn: those of its open shadow root, or what a slot was given. */
export function drawnChildren(element: Element): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.localName === 'slot') {
    const given = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (given.length > 0) return given;
  }
  return element.childNodes;
}

/** Whether `outer` is `inner` or holds it, shadow roots included. */
export function holds(outer: Element, inner: Node): boolean {
  for (let node: Node | null = inner; node !== null; node = parentOf(node)) if (node === outer) return true;
  return false;
}

/** An element with more children than this is a list: what is searched for may be the list, and is not in its rows. */
const LONG_LIST = 200;
/** Most elements one search looks at. */
const MAX_VISITED = 20_000;

/** The elements of a page, shadow roots included, but for the inside of long lists and of `except`: enough to find panes and composers. */
export function* outerElements(root: Document | ShadowRoot, except: Element | null = null): Generator<Element> {
  const pending: Element[] = [...root.children].reverse();
  for (let visited = 0; visited < MAX_VISITED; visited++) {
    const element = pending.pop();
    if (element === undefined) return;
    yield element;
    if (element === except || element.childElementCount > LONG_LIST) continue;
    for (let child = element.lastElementChild; child !== null; child = child.previousElementSibling) pending.push(child);
    for (let child = element.shadowRoot?.lastElementChild ?? null; child !== null; child = child.previousElementSibling)
      pending.push(child);
  }
}

/** The document and every open shadow root in it, outermost first, but for those inside long lists and `except`. */
export function openRoots(document: Document, except: Element | null = null): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const { shadowRoot } of outerElements(document, except)) if (shadowRoot) roots.push(shadowRoot);
  return roots;
}

/** Elements that match anywhere beside this one, at every level up: the page without what is inside it, which may be very long. */
export function findBeside(element: Element, selector: string): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at !== null; at = parentOf(at))
    for (const beside of (at.parentNode as ParentNode | null)?.children ?? [])
      if (beside !== at) found.push(...(beside.matches(selector) ? [beside] : []), ...beside.querySelectorAll(selector));
  return found;
}

/** Elements that match, in the document or, where it has none, in open shadow roots. */
export function findAll(document: Document, selector: string): Element[] {
  const light = [...document.querySelectorAll(selector)];
  if (light.length > 0) return light;
  return openRoots(document)
    .slice(1)
    .flatMap((root) => [...root.querySelectorAll(selector)]);
}

/** Whether the page has been laid out at all: a page without boxes (not drawn yet, or no layout engine) is judged by its markup. */
export const hasLayout = (document: Document): boolean => document.documentElement.getBoundingClientRect().width > 0;

/** Boxes this small hold text for screen readers only (the customary size is one pixel). */
const CLIPPED_PX = 2;
/** How far out of the page such a box may be parked instead. */
const PARKED_PX = -500;

/** Whether a person can see the element, scrolled to or not. Forces layout: ask for few elements, seldom. */
export function isShown(element: Element): boolean {
  if (!element.isConnected) return false;
  if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) return false;
  if (!hasLayout(element.ownerDocument)) return element.closest('[hidden]') === null;
  const box = element.getBoundingClientRect();
  if (box.width <= CLIPPED_PX || box.height <= CLIPPED_PX) return false;
  if (box.right <= PARKED_PX) return false;
  for (let outer: Element | null = element, depth = 0; outer !== null && depth < 6; outer = parentOf(outer), depth++)
    if (isClipped(outer, getComputedStyle(outer))) return false;
  return true;
}

/** Whether an element is cut down to nothing, as text meant for screen readers is. */
export function isClipped(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/^inset\((?:50|100)%/.test(style.clipPath) || /^rect\((?:0px|1px)[, ]+(?:0px|1px)/.test(style.clip)) return true;
  if (style.overflow === 'visible') return false;
  const box = element.getBoundingClientRect();
  return box.width <= CLIPPED_PX && box.height <= CLIPPED_PX;
}

/** Names of attributes that mean "this stands for something an element of ours drew". */
export const OURS = 'data-composure';

/** Host name of the page, or of the page around a frame that has none of its own (srcdoc, blob); '' where there is none at all. */
export function hostOf({ hostname, ancestorOrigins }: Location): string {
  const around = ancestorOrigins?.[0] ?? '';
  return (hostname || (URL.canParse(around) ? new URL(around).hostname : '')).slice(0, 300);
}
