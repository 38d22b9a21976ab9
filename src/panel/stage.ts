// Which one thing stands on the stage, and in which order the wordings come. Pure: it chooses, it draws nothing.
import type { Advice, Suggestion } from '../protocol/advice';
import type { ReadingState } from '../protocol/reading';
import type { Attention } from '../protocol/vocabulary';

/** `no_reader`: nothing reads in this tab at all. */
export type PanelReading = ReadingState | 'no_reader';

/** A phrase that stands in the agent's reply, until something new is said. */
export type Given = {
  readonly conversation: string;
  readonly suggestion: Suggestion;
  /** The newest utterance when it was put in. */
  readonly upTo: string | null;
};

export type Stage =
  | { readonly kind: 'unread'; readonly state: Exclude<PanelReading, 'reading'> }
  /** The conversation is read and its first advice is not there yet. */
  | { readonly kind: 'catching_up' }
  | { readonly kind: 'given'; readonly suggestion: Suggestion }
  | { readonly kind: 'hold'; readonly suggestion: Suggestion | null }
  /** `covered`: the draft does already what the phrase would do. */
  | { readonly kind: 'phrase'; readonly suggestion: Suggestion; readonly attention: Attention; readonly covered: boolean }
  | { readonly kind: 'quiet'; readonly calm: boolean; readonly setAside: boolean };

export type StageInput = {
  readonly reading: PanelReading;
  /** Null while no conversation is shown. */
  readonly conversation: string | null;
  readonly advice: Advice | null;
  /** How often "another" was pressed on these suggestions. */
  readonly turn: number;
  readonly setAside: boolean;
  readonly given: Given | null;
};

/** What tells one set of suggestions from the next: their phrases, in order. */
export const setOf = (advice: Advice): string =>
  `${advice.conversation}\n${advice.suggestions.map((suggestion) => suggestion.phrase).join('\n')}`;

/** Whether swapping `a` for `b` would change no word that the agent may be reading or about to press. */
export function looksSame(a: Advice, b: Advice): boolean {
  return (
    a.hold === b.hold &&
    a.suggestions.length === b.suggestions.length &&
    a.suggestions.every((suggestion, i) => {
      const other = b.suggestions[i];
      return other?.phrase === suggestion.phrase && other.text === suggestion.text;
    })
  );
}

/** The suggestions with the one whose turn it is first. */
export function inTurn(suggestions: readonly Suggestion[], turn: number): readonly Suggestion[] {
  if (suggestions.length === 0) return suggestions;
  const first = turn % suggestions.length;
  return [...suggestions.slice(first), ...suggestions.slice(0, first)];
}

export function chooseStage({ reading, conversation, advice, turn, setAside, given }: StageInput): Stage {
  if (conversation === null) return { kind: 'unread', state: reading === 'reading' ? 'starting' : reading };
  if (advice === null) return { kind: 'catching_up' };
  if (given !== null && given.conversation === conversation && given.upTo === advice.upTo)
    return { kind: 'given', suggestion: given.suggestion };
  const suggestion = setAside ? undefined : inTurn(advice.suggestions, turn)[0];
  if (advice.hold) return { kind: 'hold', suggestion: suggestion ?? null };
  if (suggestion === undefined) return { kind: 'quiet', calm: advice.mood.level === 'calm', setAside };
  const { draft } = advice;
  const covered = draft?.covers.includes(suggestion.step) === true && draft.warnings.length === 0;
  return { kind: 'phrase', suggestion, attention: advice.attention, covered };
}
