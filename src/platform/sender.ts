// Who sent a message, told from what the browser says of the sender and from nothing in the message. Fails closed.
import type { Sender } from '../protocol/messages';
import { browser } from './browser';

/** What the browsers tell of a sender. `origin` is not in the polyfill's types; an opaque one reads "null". */
export type MessageSource = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
};

/** Addresses of documents that a content script can stand in; another extension's page is none of them. */
const READABLE = /^(?:https?|about|blob|data|file):/;

/**
 * In: the sender as the browser describes it. Out: which room it is, or null for whoever is none of ours.
 * A panel opened in a tab has `tab` like a reader has, so the address decides first; extension pages count only in a top frame.
 */
export function senderOf(source: MessageSource): Sender | null {
  if (source.id !== browser.runtime.id) return null;
  const root = browser.runtime.getURL('');
  const ours = source.url?.startsWith(root) ?? false;

  if (ours) {
    const foreign = source.origin !== undefined && !source.origin.startsWith(root.slice(0, -1));
    const framed = source.frameId !== undefined && source.frameId !== 0;
    if (foreign || framed) return null;
    const address = source.url?.replace(/[?#].*$/s, '');
    if (address === browser.runtime.getURL('panel.html')) return 'panel';
    if (address === browser.runtime.getURL('options.html')) return 'options';
    return source.tab === undefined ? 'background' : null;
  }

  if (source.tab === undefined) return source.url === undefined ? 'background' : null;
  const placed = isIndex(source.tab.id) && isIndex(source.frameId);
  return placed && READABLE.test(source.url ?? '') ? 'reader' : null;
}

const isIndex = (value: number | undefined): boolean => value !== undefined && Number.isInteger(value) && value >= 0;
