// Live captions as a recogniser writes them: words appear one after another, some wrong at first and rewritten in place.
// Pure: a line in, the frames and their times out.

export type CaptionFrame = { readonly text: string; readonly afterMs: number; readonly final: boolean };

/** `{heard|meant}`: what the recogniser writes first, and what was said. */
const MISHEARD = /\{([^{}|]*)\|([^{}|]*)\}/g;
const WORD_MS = 260;
const SETTLE_MS = 500;
/** A wrong word stands until this many more words have given the recogniser its context. */
const CONTEXT_WORDS = 3;

/** The words as they were meant. In: a line with or without `{heard|meant}`. */
export function meantText(line: string): string {
  return line.replace(MISHEARD, '$2');
}

/** How long a line takes to say and settle, in ms. */
export function speechMs(line: string): number {
  return meantText(line).split(/\s+/).length * WORD_MS + SETTLE_MS;
}

/**
 * The line as it grows on screen.
 * Out: frames in time order, `afterMs` counted from the first word; exactly the last one is final and holds the meant text.
 */
export function captionFrames(line: string): readonly CaptionFrame[] {
  const words: { readonly first: string; readonly meant: string }[] = [];
  let from = 0;
  for (const match of line.matchAll(MISHEARD)) {
    words.push(...plainWords(line.slice(from, match.index)));
    // Punctuation glued to the braces belongs to the misheard words.
    const tail = line.slice(match.index + match[0].length).match(/^[^\s{]*/)?.[0] ?? '';
    words.push({ first: (match[1] ?? '') + tail, meant: (match[2] ?? '') + tail });
    from = match.index + match[0].length + tail.length;
  }
  words.push(...plainWords(line.slice(from)));
  const frames = words.map((_, at) => ({
    text: words
      .slice(0, at + 1)
      .map((word, index) => (at - index < CONTEXT_WORDS ? word.first : word.meant))
      .join(' '),
    afterMs: at * WORD_MS,
    final: false,
  }));
  return [...frames, { text: meantText(line), afterMs: words.length * WORD_MS, final: true }];
}

function plainWords(text: string): { readonly first: string; readonly meant: string }[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ first: word, meant: word }));
}
