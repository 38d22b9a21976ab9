import { expect, test, vi } from 'vitest';
import { memo } from './memo';

test('each question is answered once, also with nothing', () => {
  const answer = vi.fn((question: string) => (question === 'a' ? null : question.length));
  const remembered = memo(answer);
  expect([remembered('a'), remembered('a'), remembered('bb'), remembered('bb')]).toEqual([null, null, 2, 2]);
  expect(answer).toHaveBeenCalledTimes(2);
});

test('names without end do not fill the memory', () => {
  const answer = vi.fn((question: string) => question);
  const remembered = memo(answer);
  for (let count = 0; count < 10_000; count++) remembered(`c${count}`);
  remembered('c0');
  expect(answer).toHaveBeenCalledTimes(10_001);
});
