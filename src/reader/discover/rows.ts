// Which elements of a pane are its rows, one per utterance: by a selector, or found as repeated siblings. Says nothing about who speaks.
import { holds, parentOf } from '../page';
import { wordsIn } from './tokens';

/** How to get from a pane to its rows and from any node to its row. Document order throughout; a row never holds another row. */
export type RowRule = {
  /** Holds every row; what happens outside it is not about rows. */
  readonly container: Element;
  /** What a row matches; null where every child of the container is one. */
  readonly selector: string | null;
  all(): Element[];
  /** The row that is or holds this node. */
  rowOf(node: Node): Element | null;
  /** Rows at or below this element. */
  within(element: Element): Element[];
};

/** Rows are the outermost elements below `container` that match. In: a valid selector. */
export function rowsMatching(container: Element, selector: string): RowRule {
  const rowOf = (node: Node): Element | null => {
    let row: Element | null = null;
    let at: Element | null = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : parentOf(node);
    for (; at !== null && at !== container; at = parentOf(at)) if (at.matches(selector)) row = at;
    return at === null ? null : row;
  };
  const outermost = (element: Element): Element[] => {
    const rows: Element[] = [];
    for (const match of element.querySelectorAll(selector)) if (!rows.at(-1)?.contains(match)) rows.push(match);
    return rows;
  };
  const within = (element: Element): Element[] => {
    if (element === container || !holds(container, element)) return holds(element, container) ? outermost(container) : [];
    const row = rowOf(element);
    if (row === null) return outermost(element);
    return row === element ? [row] : [];
  };
  return { container, selector, all: () => outermost(container), rowOf, within };
}

/** Rows are the children of `container`. */
export function childRows(container: Element): RowRule {
  const rowOf = (node: Node): Element | null => {
    for (let at: Node | null = node; at !== null; at = parentOf(at))
      if (parentOf(at) === container) return at.nodeType === Node.ELEMENT_NODE ? (at as Element) : null;
    return null;
  };
  const within = (element: Element): Element[] => {
    if (parentOf(element) === container) return [element];
    return holds(element, container) ? [...container.children] : [];
  };
  return { container, selector: null, all: () => [...container.children], rowOf, within };
}

/** The row before or after this one in document order; null at the end. Cost: the distance to it, whatever the length of the pane. */
export function neighbourOf(rule: RowRule, row: Element, direction: 'next' | 'previous'): Element | null {
  const step = direction === 'next' ? 'nextElementSibling' : 'previousElementSibling';
  for (let at: Element | null = row; at !== null && at !== rule.container; at = parentOf(at)) {
    for (let sibling = at[step]; sibling !== null; sibling = sibling[step]) {
      const rows = rule.within(sibling);
      const nearest = direction === 'next' ? rows[0] : rows.at(-1);
      if (nearest) return nearest;
    }
  }
  return null;
}

/** How many rows are looked at to learn how a pane is built: the newest tell most, the oldest how it began. */
const SAMPLE_OLDEST = 12;
const SAMPLE_NEWEST = 36;

export const sampleOf = <T>(all: readonly T[]): T[] =>
  all.length <= SAMPLE_OLDEST + SAMPLE_NEWEST ? [...all] : [...all.slice(0, SAMPLE_OLDEST), ...all.slice(-SAMPLE_NEWEST)];

/** Tags that make up one message rather than hold several. */
const TEXT_LEVEL = new Set(
  'P SPAN A B STRONG I EM U S SMALL CODE PRE BR IMG SUB SUP MARK TIME LABEL H1 H2 H3 H4 H5 H6'.split(' '),
);

const NO_WORDS = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT'.split(' '));

/** Whether there is anything to read in an element. Stops at the first word: on a long pane its whole text would be costly. */
export function hasWords(element: Element): boolean {
  if (NO_WORDS.has(element.tagName)) return false;
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    if (/\S/.test((text as Text).data) && !NO_WORDS.has(text.parentElement?.tagName ?? '')) return true;
  return element.querySelector('img[alt]') !== null || element.shadowRoot !== null;
}

/** Characters that are no white space. */
const wordChars = (element: Element): number => (element.textContent ?? '').replace(/\s+/g, '').length;

const MAX_DEPTH = 10;
/** One child with this part of the text is the list itself, the others stand around it ("Load earlier"). */
const MAIN_SHARE = 0.85;
/** More children than this are rows, whatever their text. */
const SURELY_ROWS = 50;

/** Finds the rows of a pane nobody described: down to where its content branches, then into groups where rows stand in groups. */
export function findRows(pane: Element): RowRule {
  let container = pane;
  for (let depth = 0; depth < MAX_DEPTH && !isList(container); depth++) {
    const main = mainChild(container);
    const list = main === null ? null : listBelow(main);
    if (list === null) break;
    container = list;
  }
  const unit = unitOf(sampleOf([...container.children]).filter(hasWords));
  return unit === null ? childRows(container) : rowsMatching(container, unit);
}

/** The only child with words, or the one with nearly all of them. */
function mainChild(container: Element): Element | null {
  if (container.childElementCount > SURELY_ROWS) return null;
  const children = [...container.children].filter(hasWords);
  if (children.length <= 1) return children[0] ?? null;
  const chars = children.map(wordChars);
  const most = Math.max(...chars);
  const total = chars.reduce((sum, count) => sum + count, 0);
  return most >= total * MAIN_SHARE ? (children[chars.indexOf(most)] ?? null) : null;
}

/** The first element at or straight below this one whose children look like rows. */
function listBelow(element: Element): Element | null {
  for (let at: Element | null = element, depth = 0; at !== null && depth < MAX_DEPTH; depth++) {
    if (isList(at)) return at;
    if (TEXT_LEVEL.has(at.tagName)) return null;
    const children: Element[] = [...at.children].filter(hasWords);
    at = children.length === 1 ? (children[0] ?? null) : mainChild(at);
  }
  return null;
}

/** Two or more children of one make: same tag, and a class, role or attribute name in common. */
export function isList(element: Element): boolean {
  const children = sampleOf([...element.children]).filter((child) => hasWords(child) && !TEXT_LEVEL.has(child.tagName));
  const first = children.at(-1);
  if (!first || children.length < 2) return false;
  const alike = children.filter((child) => child.tagName === first.tagName && areAlike(child, first));
  return alike.length >= 2 && alike.length >= children.length * 0.6;
}

function areAlike(a: Element, b: Element): boolean {
  if (a.tagName === 'ARTICLE' || (a.tagName === 'LI' && !a.closest('p, [class*="text" i]'))) return true;
  const role = a.getAttribute('role');
  if (role !== null && role === b.getAttribute('role')) return true;
  if ([...a.classList].some((name) => b.classList.contains(name))) return true;
  return a.getAttributeNames().some((name) => name.startsWith('data-') && b.hasAttribute(name));
}

const UNIT_WORDS = new Set('message msg bubble item entry row comment utterance'.split(' '));
const UNIT_COVERS = 0.6;
const MAX_LOOKED_AT = 80;

/**
 * Where rows stand in groups (by sender, by day), the selector of one row: a class with a message's name that occurs several
 * times inside one group and holds most of the text; or an attribute that is a message's key.
 */
function unitOf(groups: readonly Element[]): string | null {
  const units = new Map<string, { groups: number; count: number; most: number; chars: number }>();
  let chars = 0;
  for (const group of groups) {
    chars += wordChars(group);
    const here = new Map<string, Element[]>();
    for (const element of [...group.querySelectorAll('*')].slice(0, MAX_LOOKED_AT)) {
      for (const selector of unitSelectors(element)) {
        const found = here.get(selector) ?? [];
        if (!found.some((outer) => outer.contains(element))) found.push(element);
        here.set(selector, found);
      }
    }
    for (const [selector, found] of here) {
      const unit = units.get(selector) ?? { groups: 0, count: 0, most: 0, chars: 0 };
      unit.groups++;
      unit.count += found.length;
      unit.most = Math.max(unit.most, found.length);
      unit.chars += found.reduce((sum, element) => sum + wordChars(element), 0);
      units.set(selector, unit);
    }
  }
  const fitting = [...units].filter(
    ([, unit]) => unit.most >= 2 && unit.count > unit.groups && unit.chars >= chars * UNIT_COVERS,
  );
  return fitting.sort(([, a], [, b]) => b.chars - a.chars || a.count - b.count)[0]?.[0] ?? null;
}

function unitSelectors(element: Element): string[] {
  if (TEXT_LEVEL.has(element.tagName)) return [];
  const classes = [...element.classList].filter((name) => UNIT_WORDS.has(wordsIn(name).at(-1) ?? ''));
  const keys = element.getAttributeNames().filter((name) => MESSAGE_KEY.test(name));
  return [...classes.map((name) => `.${CSS.escape(name)}`), ...keys.map((name) => `[${CSS.escape(name)}]`)];
}

const MESSAGE_KEY = /^data-(?:message|msg|event|entry|comment)-?(?:id|uuid|key)$|^data-mid$/;
const MAYBE_KEY = /^(?:id|data-(?:id|uuid|key|item-id|item-key|guid))$/;
/** A value that names one thing for good, unlike a position or a number a framework made up while drawing. */
const LASTING = /\d{4}|[\da-f]{8}-[\da-f]{4}|^(?=.*\d)(?=.*[a-z])[\w-]{12,}$/i;

/** The attribute that is the rows' key in the page, on the row itself or on one element in it; null where there is none. */
export function findKey(rows: readonly Element[]): string | null {
  const names = new Set(rows.flatMap((row) => [row, row.firstElementChild].flatMap((at) => at?.getAttributeNames() ?? [])));
  const isKey = (name: string): boolean => {
    const values = rows.map((row) => keyOf(row, name));
    const given = values.filter((value) => value !== null);
    const lasting = MESSAGE_KEY.test(name) || given.every((value) => LASTING.test(value));
    return lasting && given.length >= rows.length * 0.9 && new Set(given).size === given.length;
  };
  const named = [...names].filter((name) => MESSAGE_KEY.test(name) && isKey(name));
  return named[0] ?? [...names].filter((name) => MAYBE_KEY.test(name) && isKey(name))[0] ?? null;
}

/** A row's key in this attribute, on the row or on its first element. */
export const keyOf = (row: Element, attribute: string): string | null =>
  row.getAttribute(attribute) ?? row.firstElementChild?.getAttribute(attribute) ?? null;
