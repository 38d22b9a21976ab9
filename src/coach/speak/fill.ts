// A phrase's template filled with this customer's facts. A slot that cannot be filled leaves no trace, or no phrase.
import type { Slot, TemplatePart } from '../../packs/template';
import type { Standing } from '../follow/standing';

export type Filled = {
  readonly text: string;
  readonly filled: readonly { readonly start: number; readonly length: number; readonly slot: string }[];
};

/** A page's name for somebody who has none. */
const NO_NAME = /\d|^(?:visitor|customer|client|guest|user|caller|anonymous|unknown|you)\b|@/i;

/** What can be put into slots now. Quoted questions are left out where they hold abuse. */
export function slotValues(standing: Standing): ReadonlyMap<Slot, string> {
  const values = new Map<Slot, string>();
  for (const fact of standing.facts) if (fact.value !== '') values.set(fact.kind, fact.value);
  if (!values.has('name') && standing.customerName && !NO_NAME.test(standing.customerName)) {
    const first = standing.customerName.trim().split(/\s+/)[0];
    if (first && /^\p{L}[\p{L}'’-]+$/u.test(first)) values.set('name', first);
  }
  if (values.get('contact_count') === 'one' || values.get('contact_count') === '1') values.delete('contact_count');
  if (standing.concern?.restated) values.set('issue', standing.concern.restated);
  const question = standing.questions.findLast((one) => one.clean);
  if (question) values.set('question', `${question.text.trim().replace(/[\s.!?…,]+$/, '')}?`);
  return values;
}

/** Fill a template; null when a slot outside brackets has no value. Spans in `filled` are UTF-16 offsets in the result. */
export function fill(parts: readonly TemplatePart[], values: ReadonlyMap<Slot, string>): Filled | null {
  let text = '';
  const filled: { start: number; length: number; slot: string }[] = [];
  const write = (piece: TemplatePart): boolean => {
    if (piece.kind === 'optional') {
      if (piece.parts.every((inner) => inner.kind !== 'slot' || values.has(inner.slot)))
        for (const inner of piece.parts) write(inner);
      return true;
    }
    if (piece.kind === 'text') {
      text += atSentenceStart(text) ? capitalise(piece.text) : piece.text;
      return true;
    }
    const value = values.get(piece.slot);
    if (value === undefined) return false;
    const said = atSentenceStart(text) ? capitalise(value) : value;
    filled.push({ start: text.length, length: said.length, slot: piece.slot });
    text += said;
    return true;
  };
  for (const part of parts) if (!write(part)) return null;
  return { text: text.trimEnd(), filled };
}

const atSentenceStart = (text: string) => text === '' || /[.!?]\s+$/.test(text);

function capitalise(text: string): string {
  const at = text.search(/\p{L}/u);
  return at < 0 || /\d/.test(text.slice(0, at)) ? text : text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}
