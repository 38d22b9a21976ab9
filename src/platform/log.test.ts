import { afterEach, expect, test, vi } from 'vitest';
import { log } from './log';

afterEach(() => vi.restoreAllMocks());

test('a line is a code and plain values', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  log.warn('storage_full', { tab: 7, kept: true });
  expect(warn).toHaveBeenCalledWith('composure: storage_full', { tab: 7, kept: true });
});

test('a value as long as a message is cut, so that none can be read from a log', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  log.error('handler_failed', { name: 'x'.repeat(500) });
  expect(error).toHaveBeenCalledWith('composure: handler_failed', { name: 'x'.repeat(80) });
});
