// Words that depend on a count.
import { locale, words } from './words';

/**
 * In: the stem of a key of messages.json (`stem_one`, `stem_other`, and what other forms the language has), the count, and what
 * stands for $2 and on. Out: the words for that count; $1 in them is the count as the language writes it.
 */
export function countedWords(stem: string, count: number, ...substitutions: string[]): string {
  // By the language of the words, which is English where the browser's own has no translation.
  const form = new Intl.PluralRules(words('language')).select(count);
  return words(`${stem}_${form}`, count.toLocaleString(locale()), ...substitutions);
}
