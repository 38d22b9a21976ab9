// The sites the user has let Composure read, as origins without a port: https://desk.example
import { browser } from './browser';

/** The match pattern of an origin. Ports go: Firefox's patterns know none. Throws on what is no http(s) origin. */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('not a web origin');
  return `${protocol}//${hostname}/*`;
}

/** Whether `origin` may be read without a click on the toolbar icon. */
export function hasSite(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [sitePattern(origin)] });
}

/** Asks the user for `origin`. Works only inside a user gesture, with nothing awaited before. Out: whether it was granted. */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [sitePattern(origin)] });
}

/** Gives `origin` back. Out: whether it is gone; the manifest's own sites cannot be given back. */
export function removeSite(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [sitePattern(origin)] });
}

/** Granted sites as origins, sorted. A grant wider than one host keeps its star: `https://*.desk.example`. */
export async function listSites(): Promise<string[]> {
  return (await listSitePatterns()).map((pattern) => pattern.replace(/\/\*$/, ''));
}

/** Granted sites as match patterns, sorted. */
export async function listSitePatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return [...origins].sort();
}

/** Calls `listener` when a site was granted or given back. Returns how to stop. */
export function watchSites(listener: () => void): () => void {
  const onChange = (): void => listener();
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}
