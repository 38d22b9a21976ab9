// Finds the element that holds the conversation on a page nobody described, among lists that only look like one.
// It weighs what it sees and says why; it never reads words out of a list it rejects.
import { memo } from '../memo';
import { hasLayout, isShown, OURS, outerElements, parentOf } from '../page';
import { pacer } from '../slices';
import { composersIn } from './find-composer';
import { commonMarks, marksOf, sideOfMarks } from './marks';
import { findRows, hasWords, isList, sampleOf } from './rows';
import { wordsIn } from './tokens';

export type PaneReason =
  | 'log_role'
  | 'named'
  | 'scrolls'
  | 'composer_near'
  | 'rows'
  | 'sides_marked'
  | 'times_shown'
  | 'sentences'
  | 'large'
  | 'links'
  | 'navigation'
  | 'form_rows'
  | 'repeats_another';

/** `confidence` 0..1: how sure it is that this is the conversation in front. Each reason says what it added or took. */
export type FoundPane = {
  readonly pane: Element;
  readonly confidence: number;
  readonly reasons: readonly { readonly code: PaneReason; readonly weight: number }[];
};

// Judged by hand on the fixture pages in tests/fixtures/pages and on open-source helpdesks: a log by role, or a scrolling list of
// rows beside a composer, is enough alone; a list of links never gets there.
const WEIGHTS: Record<PaneReason, number> = {
  log_role: 4,
  named: 1.5,
  scrolls: 1,
  composer_near: 3,
  rows: 1,
  sides_marked: 2,
  times_shown: 1,
  sentences: 1,
  large: 1,
  links: -8,
  navigation: -8,
  form_rows: -3,
  repeats_another: -6,
};
const ENOUGH = 4;
const CERTAIN = 10;

/** Candidates weighed: a bound on the work on a huge page. */
const MAX_CANDIDATES = 24;
const LIST_TAGS = new Set('DIV UL OL SECTION MAIN ARTICLE TBODY'.split(' '));

const NAMED = new Set(
  'chat message messages conversation conversations thread transcript caption captions dialog dialogue timeline'.split(' '),
);
const LOGS = '[role="log"], [role="feed"]';
const NAVIGATION =
  'nav, [role="navigation"], [role="tree"], [role="listbox"], [role="menu"], [role="menubar"], [role="tablist"], [role="grid"], [role="toolbar"], header, footer, [role="banner"], [role="status"], [role="alert"]';

/** The conversation pane of the page, or null. Looks at much of the page, a piece at a time; call it seldom. */
export async function findPane(document: Document): Promise<FoundPane | null> {
  const pace = pacer();
  const composers = composersIn(document);
  await pace();
  const found: FoundPane[] = [];
  const panes = candidates(document);
  for (const pane of panes) {
    await pace();
    const weighed = weigh(pane, composers);
    if (weighed !== null) found.push(weighed);
  }
  await pace();
  const judged = found.map((one) => (repeatsLarger(one, found) ? withReason(one, 'repeats_another') : one));
  const best = judged.sort((a, b) => b.confidence - a.confidence || areaOf(b.pane) - areaOf(a.pane))[0];
  return best && best.confidence >= ENOUGH / CERTAIN ? best : null;
}

/** Logs by role, then whatever has rows of one make: cheap to see, in no order. */
function candidates(document: Document): Element[] {
  const logs: Element[] = [];
  const lists: { element: Element; rank: number }[] = [];
  for (const element of outerElements(document)) {
    if (element.matches(LOGS)) logs.push(element);
    if (!LIST_TAGS.has(element.tagName) || element.closest(`[${OURS}]`) !== null || logs.some((log) => log.contains(element)))
      continue;
    const named = isNamed(element);
    if (element.childElementCount < (named ? 1 : 2)) continue;
    if (named || isList(element)) lists.push({ element, rank: element.childElementCount + (named ? 100 : 0) });
  }
  const best = lists.sort((a, b) => b.rank - a.rank).slice(0, MAX_CANDIDATES);
  return [...new Set([...logs, ...best.map(({ element }) => paneAround(element))])];
}

const saysChat = memo((said) => wordsIn(said).some((word) => NAMED.has(word)));

const isNamed = (element: Element): boolean =>
  saysChat(
    ['class', 'id', 'aria-label', 'data-testid'].map((name) => (element.getAttribute(name) ?? '').slice(0, 200)).join(' '),
  );

/** The scrolling element around a list, which outlives a list that is drawn anew; the list itself where none is near. */
function paneAround(list: Element): Element {
  for (let at: Element | null = list, depth = 0; at !== null && depth < 4; at = parentOf(at), depth++) {
    if (at === list.ownerDocument.body) break;
    if (scrolls(at)) return composersIn(at).length === 0 ? at : list;
  }
  return list;
}

// By style: a short chat does not overflow yet.
const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY);

function weigh(pane: Element, composers: readonly Element[]): FoundPane | null {
  if (pane === pane.ownerDocument.body || !isShown(pane) || composers.some((composer) => pane.contains(composer))) return null;
  const isLog = pane.matches(LOGS);
  const rule = findRows(pane);
  const rows = sampleOf(rule.all()).filter(hasWords);
  if (rows.length === 0 && !isLog) return null;

  const reasons: PaneReason[] = [];
  const add = (code: PaneReason, holds: boolean): void => {
    if (holds) reasons.push(code);
  };
  add('log_role', isLog);
  add('named', isNamed(pane) || isNamed(rule.container));
  add('scrolls', scrolls(pane) || scrolls(rule.container));
  add(
    'composer_near',
    composers.some((composer) => stepsApart(pane, composer) <= NEAR_STEPS),
  );
  add('rows', rows.length >= 2);
  add('sides_marked', areSidesMarked(rows, rule.container));
  add(
    'times_shown',
    rows.length > 0 && rows.filter((row) => row.querySelector('time, [class*="time" i]')).length >= rows.length / 2,
  );
  add('sentences', rows.filter(isSentence).length >= Math.max(1, rows.length / 3));
  add('large', areaOf(pane) >= LARGE_SHARE * viewOf(pane.ownerDocument));
  add('links', rows.length >= 2 && rows.filter(isLink).length >= rows.length * 0.6);
  add('navigation', !isLog && pane.closest(NAVIGATION) !== null);
  add('form_rows', rows.filter((row) => row.querySelector('input:not([type=hidden]), select') !== null).length > rows.length / 2);

  // Rows of one make are everywhere on the web. Without a role, something must say that people talk here.
  const talks = isLog || reasons.includes('composer_near') || reasons.includes('sides_marked');
  return talks ? withReasons(pane, reasons) : null;
}

const withReasons = (pane: Element, codes: readonly PaneReason[]): FoundPane => {
  const reasons = codes.map((code) => ({ code, weight: WEIGHTS[code] }));
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  return { pane, confidence: Math.min(1, Math.max(0, sum / CERTAIN)), reasons };
};

const withReason = (found: FoundPane, code: PaneReason): FoundPane =>
  withReasons(found.pane, [...found.reasons.map((reason) => reason.code), code]);

/** A composer this many elements up and down from the pane belongs to another part of the page. */
const NEAR_STEPS = 12;
const LARGE_SHARE = 0.15;

function stepsApart(a: Element, b: Element): number {
  const above = new Map<Element, number>();
  for (let at: Element | null = a, steps = 0; at !== null; at = parentOf(at), steps++) above.set(at, steps);
  for (let at: Element | null = b, steps = 0; at !== null; at = parentOf(at), steps++) {
    const other = above.get(at);
    if (other !== undefined) return at === a.ownerDocument.body ? NEAR_STEPS + 1 : steps + other;
  }
  return Number.POSITIVE_INFINITY;
}

function areSidesMarked(rows: readonly Element[], container: Element): boolean {
  const marks = rows.map((row) => marksOf(row, container));
  const common = rows.length > 1 ? commonMarks(marks) : new Set<string>();
  return marks.some((layers) => sideOfMarks(layers, common, 2) !== null);
}

const isSentence = (row: Element): boolean => (row.textContent ?? '').trim().split(/\s+/).length >= 4;

/** A row that leads somewhere else as a whole: an entry of a list of conversations, of a menu, of search results. */
function isLink(row: Element): boolean {
  if (/^(?:option|tab|menuitem|treeitem|row)$/.test(row.getAttribute('role') ?? '') || row.hasAttribute('aria-selected'))
    return true;
  const link = row.matches('a[href], button')
    ? row
    : row.querySelector('a[href], button, [aria-current], [role="option"], [role="link"]');
  return link !== null && (link.textContent ?? '').trim().length >= (row.textContent ?? '').trim().length * 0.6;
}

function areaOf(pane: Element): number {
  const box = pane.getBoundingClientRect();
  return box.width * box.height;
}

const viewOf = (document: Document): number =>
  hasLayout(document) ? document.documentElement.clientWidth * document.documentElement.clientHeight : Number.POSITIVE_INFINITY;

/** Whether a larger pane shows the same words: a copy kept for screen readers, or a preview. */
function repeatsLarger(one: FoundPane, all: readonly FoundPane[]): boolean {
  const end = tailOf(one.pane, 60);
  if (end.length < 12) return false;
  return all.some(({ pane }) => {
    if (pane === one.pane || pane.contains(one.pane) || one.pane.contains(pane)) return false;
    return areaOf(pane) > areaOf(one.pane) && tailOf(pane, 4_000).includes(end);
  });
}

const tailOf = (pane: Element, chars: number): string =>
  (pane.textContent ?? '')
    .slice(-chars * 2)
    .replace(/\s+/g, '')
    .slice(-chars);

/** Most of the view is a picture and there is hardly any text: words may be drawn there, and nothing can be read. */
export function isDrawn(document: Document): boolean {
  const pictures = [...document.querySelectorAll('canvas, img, video, embed, object')].filter(
    (picture) => areaOf(picture) >= viewOf(document) * DRAWN_SHARE,
  );
  if (!pictures.some(isShown)) return false;
  const words = [...(document.body?.children ?? [])].filter(
    (element) => !/^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(element.tagName),
  );
  return words.reduce((chars, element) => chars + (element.textContent ?? '').trim().length, 0) <= DRAWN_MAX_CHARS;
}
const DRAWN_SHARE = 0.4;
const DRAWN_MAX_CHARS = 300;
