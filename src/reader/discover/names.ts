// Where the rows of a pane show the speaker's name: a name element, a label for screen readers, an avatar, or "Name: words" in the text.
import { isForScreenReaders, normalise } from '../extract';
import { findBeside, parentOf } from '../page';
import { hasWords, type RowRule } from './rows';
import { isClock, sideOfName, wordsIn } from './tokens';

/** A name as shown. `element` is no part of the words; `prefix` is what stands before the words in the row's own text. */
export type ShownName = { readonly name: string; readonly element: Element | null };

export type NameRule = {
  /** How names are shown here, for the reasons. */
  readonly by: 'element' | 'label' | 'avatar' | 'line' | 'none';
  nameOf(row: Element): ShownName | null;
  /** Takes a "Name: " off the front of a row's words, where names are shown so. */
  split(words: string): { readonly name: string | null; readonly words: string };
};

const MAX_NAME_CHARS = 60;
const NAME_WORDS = new Set('name author sender username nickname displayname fullname speaker participant who from'.split(' '));
const NAME_SELECTOR = ['name', 'author', 'sender', 'nick', 'speaker', 'participant', 'who', 'from']
  .flatMap((word) => [
    `[class*="${word}" i]`,
    `[data-testid*="${word}" i]`,
    `[data-qa*="${word}" i]`,
    `[data-test-id*="${word}" i]`,
  ])
  .concat('[itemprop="author"]', 'cite')
  .join(',');

const LINE =
  /^(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?\]?[ \-–—]*)?([\p{L}][\p{L}\p{M}\p{N} .'’()_-]{0,39}?) ?:(?:\s+|$)/u;
const LABEL =
  /^(?:(?:new )?message (?:from|by) |(?:sent|said|written) by |from )?(.{1,40}?)(?: \(you\))?(?: (?:said|says|wrote|writes|sent|replied)\b.*| at \d.*|:.*|,.*)$/is;

const asIs = (words: string): { name: null; words: string } => ({ name: null, words });
const NONE: NameRule = { by: 'none', nameOf: () => null, split: asIs };

/** Learns from some rows how names are shown. In: rows with words, and the words of each. */
export function findNames(rows: readonly Element[], words: readonly string[], rule: RowRule): NameRule {
  const byElement: NameRule = { by: 'element', nameOf: (row) => nameElement(row, rule), split: asIs };
  if (rows.some((row) => byElement.nameOf(row) !== null)) return byElement;
  if (isDialogue(words)) return { by: 'line', nameOf: () => null, split: splitLine };
  const byLabel: NameRule = { by: 'label', nameOf: labelName, split: asIs };
  if (rows.filter((row) => labelName(row) !== null).length >= Math.max(1, rows.length / 2)) return byLabel;
  const byAvatar: NameRule = { by: 'avatar', nameOf: avatarName, split: asIs };
  return rows.some((row) => avatarName(row) !== null) ? byAvatar : NONE;
}

/** An element in the row, or in the group around it, whose class says that it is a name and whose text is short. */
function nameElement(row: Element, rule: RowRule): ShownName | null {
  const inside = nameIn(row, row);
  if (inside) return inside;
  for (let group = parentOf(row); group !== null && group !== rule.container; group = parentOf(group)) {
    const found = nameIn(group, row, (element) => rule.rowOf(element) === null);
    if (found) return found;
  }
  return null;
}

function nameIn(scope: Element, row: Element, fits: (element: Element) => boolean = () => true): ShownName | null {
  for (const element of scope.querySelectorAll(NAME_SELECTOR)) {
    if (!isNameElement(element) || !fits(element)) continue;
    // textContent, not what is drawn: some products hide the agent's own name by CSS, and it is still the best evidence.
    const name = cleanName(element.textContent ?? '');
    if (name === null || isClock(name)) continue;
    const rest = (row.textContent ?? '').length - (scope === row ? (element.textContent ?? '').length : 0);
    if (rest > 0) return { name, element };
  }
  return null;
}

function isNameElement(element: Element): boolean {
  if (element.localName === 'cite' || element.getAttribute('itemprop') === 'author') return true;
  if (element.childElementCount > 4) return false;
  const said = [
    ...element.classList,
    ...['data-testid', 'data-qa', 'data-test-id'].map((name) => element.getAttribute(name) ?? ''),
  ];
  return said.some((name) => NAME_WORDS.has(wordsIn(name).at(-1) ?? ''));
}

/** A name without what is printed around it; null where it is no name. */
export function cleanName(text: string): string | null {
  const name = normalise(text)
    .replace(/\s*[:,·•|–-]\s*$/, '')
    .replace(/^(?:message )?(?:from|by)\s+/i, '');
  return name === '' || name.length > MAX_NAME_CHARS ? null : name;
}

/** "You said: …", "Message from Dana, …" in the row's label, or in text for screen readers at its start. */
function labelName(row: Element): ShownName | null {
  const spoken = [...row.querySelectorAll('[class]')].slice(0, 12).find(isForScreenReaders);
  const labels = [
    row.getAttribute('aria-label'),
    row.querySelector('[aria-label]')?.getAttribute('aria-label'),
    spoken?.textContent,
  ];
  for (const label of labels) {
    const match = LABEL.exec(normalise(label ?? ''));
    const name = match?.[1] === undefined ? null : cleanName(match[1]);
    if (name !== null && /\p{L}/u.test(name)) return { name, element: null };
  }
  return null;
}

function avatarName(row: Element): ShownName | null {
  const avatar = row.querySelector('img[alt][class*="avatar" i], [class*="avatar" i] img[alt], [class*="avatar" i][title]');
  const name = cleanName(avatar?.getAttribute('alt') ?? avatar?.getAttribute('title') ?? '');
  return name === null || !/\p{L}{2}/u.test(name) || /^(?:avatar|photo|profile)/i.test(name) ? null : { name, element: null };
}

function splitLine(words: string): { name: string | null; words: string } {
  const match = LINE.exec(words);
  const name = match?.[1]?.trim();
  return match && name ? { name, words: words.slice(match[0].length) } : asIs(words);
}

/** Whether nearly every row starts with a name and a colon, and there are few names: a dialogue written as lines. */
function isDialogue(words: readonly string[]): boolean {
  const names = words.map((text) => splitLine(text).name);
  const named = names.filter((name) => name !== null);
  if (named.length === 0 || named.length < words.length * 0.6) return false;
  const different = new Set(named);
  const roles = [...different].filter((name) => sideOfName(name) !== null).length;
  return roles > 0 || (named.length >= 3 && different.size <= Math.max(2, named.length / 2));
}

const OWN_REGIONS = [
  ...['current-user', 'currentuser', 'user-menu', 'usermenu', 'account', 'my-profile', 'logged-in', 'signed-in'].flatMap(
    (word) => [`[class*="${word}" i]`, `[id*="${word}" i]`, `[data-testid*="${word}" i]`],
  ),
  '[aria-label*="account" i]',
  '[aria-label*="signed in" i]',
  '[aria-label*="your profile" i]',
  '[data-current-user]',
].join(',');

/** Which of these names the page shows as the signed-in person's own, outside the pane. Out: that name, when it is exactly one. */
export function ownNameAmong(names: readonly string[], pane: Element): string | null {
  const document = pane.ownerDocument;
  const shown = findBeside(pane, OWN_REGIONS)
    .filter((element) => hasWords(element) || element.hasAttribute('aria-label'))
    .flatMap((element) => [element.textContent, element.getAttribute('aria-label'), element.getAttribute('data-current-user')])
    .concat([...document.querySelectorAll('meta[name*="user" i][content]')].map((meta) => meta.getAttribute('content')))
    .map((text) => normalise(text ?? ''))
    .filter((text) => text !== '' && text.length <= 200);
  const own = names.filter((name) => name.length >= 2 && shown.some((text) => holdsName(text, name)));
  return own.length === 1 ? (own[0] ?? null) : null;
}

function holdsName(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return false;
  const beside = [text[at - 1], text[at + name.length]];
  return beside.every((char) => char === undefined || !/[\p{L}\p{N}]/u.test(char));
}
