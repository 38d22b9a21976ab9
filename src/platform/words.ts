// The words people read, by key, from _locales; and which way they run.
import { browser } from './browser';

/**
 * In: a key of messages.json and what stands for $1, $2, … in it (at most nine).
 * Out: the text in the browser's language; the key itself where there is none, so that a lack is seen.
 */
export function words(key: string, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions) || key;
}

/** The browser's language as a BCP 47 tag, for Intl. */
export function locale(): string {
  return browser.i18n.getUILanguage();
}

/** Reading direction of the browser's language. */
export function direction(): 'ltr' | 'rtl' {
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
