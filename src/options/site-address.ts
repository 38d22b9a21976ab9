// What a person types as a site → the origin the browser is asked for. Pure.

/**
 * In: an address or a host name. Out: `https://desk.example`, without port or path; null where it is no address of a web page.
 * Without a scheme it is taken as https.
 */
export function siteFromInput(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || hostname === '' || hostname.includes('*')) return null;
  return `${protocol}//${hostname}`;
}
