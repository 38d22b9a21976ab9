// The words of a phrase, with this customer's facts underlined where they stand. The text stays exactly the phrase.
import type { ComponentChild } from 'preact';
import type { Suggestion } from '../protocol/advice';

export function PhraseText({ text, filled }: Pick<Suggestion, 'text' | 'filled'>) {
  const pieces: ComponentChild[] = [];
  let from = 0;
  for (const { start, length, slot } of [...filled].sort((a, b) => a.start - b.start)) {
    if (start < from || start + length > text.length) continue;
    pieces.push(text.slice(from, start));
    pieces.push(
      <mark key={`${slot} ${start}`} class="fact">
        {text.slice(start, start + length)}
      </mark>,
    );
    from = start + length;
  }
  pieces.push(text.slice(from));
  return <>{pieces}</>;
}
