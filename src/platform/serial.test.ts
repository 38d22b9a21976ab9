import { expect, test } from 'vitest';
import { serially } from './serial';

function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('jobs of one key run one after the other, in the order asked', async () => {
  const order: string[] = [];
  const first = gate();
  const one = serially('a', async () => {
    order.push('one begins');
    await first.opened;
    order.push('one ends');
  });
  const two = serially('a', async () => void order.push('two'));
  first.open();
  await Promise.all([one, two]);
  expect(order).toEqual(['one begins', 'one ends', 'two']);
});

test('jobs of different keys do not wait for each other', async () => {
  const first = gate();
  const one = serially('a', () => first.opened);
  expect(await serially('b', async () => 'two')).toBe('two');
  first.open();
  await one;
});

test('a failing job fails for its caller alone', async () => {
  const one = serially('a', () => Promise.reject(new Error('full')));
  const two = serially('a', async () => 'two');
  await expect(one).rejects.toThrow('full');
  expect(await two).toBe('two');
});

test('a job that throws before it waits fails for its caller alone', async () => {
  const one = serially('a', () => {
    throw new Error('at once');
  });
  await expect(one).rejects.toThrow('at once');
  expect(await serially('a', async () => 'two')).toBe('two');
});
