// The cues of anger and relief in one customer message, by the pack's rules and by its shape.
import type { Shape } from '../../packs/pattern';
import type { Cue } from '../../packs/schema';
import type { CompiledPack } from '../compile';
import type { Text } from '../language';
import type { Hit } from '../matcher';
import { type Span, spanOfHit } from './quote';
import { findCapitals, findPunctuation } from './shape';

export type HeardCue = { readonly cue: Cue; readonly span: Span };

const NEGATORS = new Set(['not', 'never', 'no', 'without', 'hardly', 'nor', 'neither']);
/** How far before a word a negator still turns it: "not really that angry". */
const NEGATION_REACH_WORDS = 3;

/** All cues in the order of the text. A cue that the pack marks negatable is dropped behind a negator. */
export function hearCues(text: Text, pack: CompiledPack): HeardCue[] {
  const heard: HeardCue[] = [];
  for (const [id, hits] of pack.matchCues(text)) {
    const cue = pack.cues.get(id);
    if (!cue) continue;
    for (const hit of hits) if (!(cue.negatable && isNegated(text, hit))) heard.push({ cue, span: spanOfHit(text, hit) });
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

function isNegated(text: Text, hit: Hit): boolean {
  const from = Math.max(text.sentences[hit.sentence]?.first ?? 0, hit.firstWord - NEGATION_REACH_WORDS);
  return text.words.slice(from, hit.firstWord).some((word) => NEGATORS.has(word.norm));
}
