import { expect, test } from 'vitest';
import { waitFor } from './wait-for.mjs';

test('the first answer that is something is given back', async () => {
  const answers = [null, false, undefined, 0];
  expect(await waitFor('a number', 1_000, () => answers.shift())).toBe(0);
});

test('when the limit is over it says what was awaited, and what went wrong', async () => {
  const fail = () => {
    throw new Error('no such element');
  };
  await expect(waitFor('the panel', 50, () => null)).rejects.toThrow('Waited 0.05 s for the panel');
  await expect(waitFor('the panel', 50, fail)).rejects.toThrow('no such element');
});
