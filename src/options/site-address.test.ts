import { expect, test } from 'vitest';
import { siteFromInput } from './site-address';

test.each([
  ['desk.example', 'https://desk.example'],
  ['  https://Desk.example/inbox?x=1#y ', 'https://desk.example'],
  ['http://desk.example', 'http://desk.example'],
  ['https://desk.example:8443/a', 'https://desk.example'],
  ['localhost:4173', 'https://localhost'],
])('%s is asked for as %s', (typed, site) => {
  expect(siteFromInput(typed)).toBe(site);
});

test.each(['', '   ', 'not a site', 'chrome://settings', 'file:///etc', 'https://', 'https://*.example', 'javascript://x'])(
  '"%s" is no site',
  (typed) => {
    expect(siteFromInput(typed)).toBeNull();
  },
);
