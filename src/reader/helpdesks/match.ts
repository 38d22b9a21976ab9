// Decides which adapter describes a page, and what an adapter says about the page as a whole: which conversation is in front, its title.
import type { Adapter } from '../../protocol/adapter';
import { findAll, isShown } from '../page';
import { usable } from './selectors';

/** The first adapter whose host fits and whose `present` element is on the page; null for a page none describes. */
export function adapterFor(adapters: readonly Adapter[], document: Document, host: string): Adapter | null {
  const fits = ({ match }: Adapter): boolean => {
    if (match.hosts.length === 0 && match.present === undefined) return false;
    if (match.hosts.length > 0 && !match.hosts.some((pattern) => hostFits(pattern, host))) return false;
    return match.present === undefined || firstShown(document, [match.present]) !== null;
  };
  return adapters.find(fits) ?? null;
}

/** `desk.example` is that host; `*.desk.example` any host below it. */
export const hostFits = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

/** The first visible element for the first selector that has one. */
export function firstShown(document: Document, selectors: readonly string[] | undefined): Element | null {
  for (const selector of usable(selectors)) {
    const shown = findAll(document, selector).find(isShown);
    if (shown) return shown;
  }
  return null;
}

/** The conversation's own id by the adapter: an attribute of an element (the one around the pane first), else a part of the address. */
export function conversationBy(adapter: Adapter, pane: Element, location: Location): string | null {
  const { selector, attribute, path } = adapter.conversation ?? {};
  if (attribute !== undefined) {
    const [usableSelector] = usable(selector === undefined ? [] : [selector]);
    const around = usableSelector === undefined ? pane.closest(`[${CSS.escape(attribute)}]`) : pane.closest(usableSelector);
    const element = around ?? (usableSelector === undefined ? null : firstShown(pane.ownerDocument, [usableSelector]));
    const id = element?.getAttribute(attribute);
    if (id) return id.slice(0, 300);
  }
  return path === undefined ? null : (capture(path, location.pathname) ?? capture(path, location.hash.replace(/^#!?/, '')));
}

/**
 * What stands for `:id` where the pattern's segments occur in a path, in a row: `/inbox/:id` in `/app/inbox/42/notes` is "42".
 * `*` is any one segment. Null where the pattern does not occur. Patterns come from packs, so they are no regular expressions.
 */
export function capture(pattern: string, path: string): string | null {
  const wanted = segments(pattern);
  const given = segments(path.split(/[?#]/, 1)[0] ?? '');
  for (let start = 0; start + wanted.length <= given.length; start++) {
    const here = wanted.map((part, index) => ({ part, segment: given[start + index] ?? '' }));
    if (!here.every(({ part, segment }) => part === '*' || part.startsWith(':') || part === segment)) continue;
    const id = here.find(({ part }) => part.startsWith(':'))?.segment;
    if (id) return decode(id).slice(0, 300);
  }
  return null;
}

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '');

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
