import { expect, test } from 'vitest';
import { hashOf, readHash, readPlay } from './address';

test('an address without a query plays everything by itself in real time', () => {
  expect(readPlay('')).toEqual({ speed: 1, patience: 1, only: null, start: 'auto' });
});

test('speed, patience, one conversation and a manual start are read', () => {
  expect(readPlay('?speed=20&patience=3&only=parcel&start=manual')).toEqual({
    speed: 20,
    patience: 3,
    only: 'parcel',
    start: 'manual',
  });
});

test.each(['?speed=fast', '?speed=0', '?speed=-3', '?speed=Infinity'])('a speed that cannot be is ignored: %s', (query) => {
  expect(readPlay(query).speed).toBe(1);
});

test('a conversation is named by the hash, and only by a whole one', () => {
  expect(readHash(hashOf('call-boiler'))).toBe('call-boiler');
  expect(readHash('#/inbox/')).toBeNull();
  expect(readHash('#/settings')).toBeNull();
});
