// Tells of cue patterns that one everyday English word is enough to match. Reads patterns only; matches nothing.
import { COMMON_WORDS, FUNCTION_WORDS } from './lint-words';
import { parsePattern } from './pattern';

/** The word it rests on; `everywhere` where that word stands in nearly every sentence. */
type Overfiring = { readonly word: string; readonly everywhere: boolean };

/**
 * The worst everyday word that alone makes the pattern match, or null. A class such as #number counts as one.
 * In: `source`, a pattern; `lists`, the words of the pack's lists by id. A pattern that does not parse has none.
 */
export function findOverfiring(source: string, lists: ReadonlyMap<string, readonly string[]>): Overfiring | null {
  const words = loneWords(source, lists);
  const everywhere = words.find((word) => standsFor(word, FUNCTION_WORDS));
  if (everywhere !== undefined) return { word: everywhere, everywhere: true };
  const common = words.find((word) => word.startsWith('#') || standsFor(word, COMMON_WORDS));
  return common === undefined ? null : { word: common, everywhere: false };
}

/** Single words that are enough for the pattern to match; none where it needs more, or stands at a sentence's start or end. */
function loneWords(source: string, lists: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const parsed = parsePattern(source, new Set(lists.keys()));
  if (!parsed.ok || parsed.pattern.kind === 'shape') return [];
  const { elements } = parsed.pattern;
  if (elements.some((one) => one.kind === 'start' || one.kind === 'end' || (one.kind === 'gap' && one.min > 0))) return [];
  const needed = elements.filter((one) => 'optional' in one && !one.optional);
  const [only] = needed;
  if (needed.length !== 1 || only === undefined) return [];
  if (only.kind === 'words')
    return only.any.filter((wording) => wording.length === 1).flatMap(([word]) => word?.toLowerCase() ?? []);
  if (only.kind === 'list') return (lists.get(only.list) ?? []).map((word) => word.toLowerCase());
  return only.kind === 'class' && only.of !== 'capital' ? [`#${only.of}`] : [];
}

/** Whether the word, or for "charg*" any word that begins so, is in the set. */
function standsFor(word: string, set: ReadonlySet<string>): boolean {
  if (!word.endsWith('*')) return set.has(word);
  const stem = word.slice(0, -1);
  return [...set].some((one) => one.startsWith(stem));
}
