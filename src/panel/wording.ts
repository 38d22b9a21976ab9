// Turns advice into the words people read: counts, durations, times of day, reasons. Words come from _locales, by key.
import { countedWords } from '../platform/counted-words';
import { locale, words } from '../platform/words';
import type { StepAdvice, SuggestionReason } from '../protocol/advice';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Below this, "missing for 0:03" would only make people nervous. */
const MIN_SINCE_MS = 15_000;

export const quoted = (text: string): string => words('quote', text);

/** "0:40", "12:05"; from an hour on "1 h 05". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  if (ms < HOUR_MS) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return words('duration_hours', String(Math.floor(seconds / 3_600)), two(Math.floor(seconds / 60) % 60));
}

/** How long a conversation has been going, in whole minutes. */
export function age(ms: number): string {
  return ms < MINUTE_MS ? words('age_new') : countedWords('age_minutes', Math.floor(ms / MINUTE_MS));
}

let timeFormat: Intl.DateTimeFormat | undefined;
/** The time of day of a moment (ms since 1970). */
export function timeOfDay(at: number): string {
  timeFormat ??= new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' });
  return timeFormat.format(at);
}

/** Why this phrase, in one sentence; with the customer's words where it answers some. */
export function reasonWords({ code, quote, replies }: SuggestionReason): string {
  const reason = code === 'overdue' && replies > 0 ? countedWords('reason_overdue_replies', replies) : words(`reason_${code}`);
  return quote === null ? reason : words('reason_with_quote', reason, quote);
}

/** Since when a due step is missing; empty where it is not due or has only just become so. `now` in ms. */
export function sinceWords({ state, since }: StepAdvice, now: number): string {
  if (since === null || (state !== 'due' && state !== 'overdue')) return '';
  if (since.replies > 0) return countedWords('since_replies', since.replies);
  return now - since.at < MIN_SINCE_MS ? '' : duration(now - since.at);
}
