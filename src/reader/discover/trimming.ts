// What chats print around the words of a message, told by its class and its shape. Looks only at the element it is given.
import { isForScreenReaders } from '../extract';
import { memo } from '../memo';
import { isClock, wordsIn } from './tokens';

const TRIMMING_WORDS = new Set(
  'time timestamp datetime date status receipt receipts delivered seen avatar reaction reactions toolbar actions menu tooltip initials'.split(
    ' ',
  ),
);
const MAX_TRIMMING_CHARS = 40;
const isNamedSo = memo((className) => className.split(/\s+/).some((name) => TRIMMING_WORDS.has(wordsIn(name).at(-1) ?? '')));

/** Whether an element in a row is a time, a delivery status, avatar letters or the like: short, and named so. */
export function isTrimming(element: Element): boolean {
  if (isForScreenReaders(element)) return true;
  const { className } = element;
  if (typeof className !== 'string' || className === '' || (element.textContent?.length ?? 0) > MAX_TRIMMING_CHARS) return false;
  return isNamedSo(className);
}

/** Whether an element holds a time of day and nothing else. A message may say just that, too. */
export const isBareClock = (element: Element): boolean =>
  element.childElementCount === 0 && isClock((element.textContent ?? '').trim());
