import { expect, test } from 'vitest';
import { printInTurn } from './play-all.mjs';

test('the first writer is printed as it goes, the next ones when those before them are done', () => {
  const lines: string[] = [];
  const [first, second, third] = printInTurn(3, (line) => lines.push(line));
  second?.print('b1');
  first?.print('a1');
  expect(lines).toEqual(['a1']);
  third?.print('c1');
  third?.done();
  first?.print('a2');
  first?.done();
  expect(lines).toEqual(['a1', 'a2', 'b1']);
  second?.print('b2');
  second?.done();
  expect(lines).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']);
});
