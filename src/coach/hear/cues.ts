// The cues of anger and relief in one customer message, by the pack's rules and by its shape.
import type { Shape } from '../../packs/pattern';
import type { Cue } from '../../packs/schema';
import type { CueCategory } from '../../protocol/vocabulary';
import type { CompiledPack } from '../compile';
import type { Text } from '../language';
import type { Hit } from '../matcher';
import { type Span, spanOfHit } from './quote';
import { findCapitals, findPunctuation } from './shape';

export type HeardCue = { readonly cue: Cue; readonly span: Span };

const NEGATORS = new Set(['not', 'never', 'no', 'without', 'hardly', 'nor', 'neither']);
/** How far before a word a negator still turns it: "not really that angry". */
const NEGATION_REACH_WORDS = 3;

/** What thanks may be a part of: "thanks a bunch". */
const OF_THANKS: ReadonlySet<CueCategory> = new Set(['relief', 'sarcasm']);

/**
 * All cues in the order of the text. In: its words of thanks, which are part of no anger ("thank you" blames nobody). A cue that the
 * pack marks negatable is dropped behind a negator.
 */
export function hearCues(text: Text, pack: CompiledPack, thanks: ReadonlySet<number>): HeardCue[] {
  const heard: HeardCue[] = [];
  for (const [id, hits] of pack.matchCues(text)) {
    const cue = pack.cues.get(id);
    if (!cue) continue;
    for (const hit of hits) {
      const thanked = thanks.size > 0 && !OF_THANKS.has(cue.category) && holdsAny(hit, thanks);
      if (!thanked && !(cue.negatable && isNegated(text, hit))) heard.push({ cue, span: spanOfHit(text, hit) });
    }
  }
  const addShape = (shape: Shape, spans: readonly Span[]) => {
    const cue = pack.shapes.get(shape);
    const longest = [...spans].sort((a, b) => b.length - a.length)[0];
    if (cue && longest) heard.push({ cue, span: longest });
  };
  addShape('capitals', findCapitals(text));
  addShape('punctuation', findPunctuation(text));
  return heard.sort((a, b) => a.span.start - b.span.start);
}

function holdsAny({ firstWord, lastWord }: Hit, words: ReadonlySet<number>): boolean {
  for (let at = firstWord; at <= lastWord; at++) if (words.has(at)) return true;
  return false;
}

function isNegated(text: Text, hit: Hit): boolean {
  const from = Math.max(text.sentences[hit.sentence]?.first ?? 0, hit.firstWord - NEGATION_REACH_WORDS);
  return text.words.slice(from, hit.firstWord).some((word) => NEGATORS.has(word.norm));
}
