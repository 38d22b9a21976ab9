// The phrase template syntax: `{slot}` is filled with a fact; `[…]` is left out when a slot inside it cannot be filled.
//   "I'm sorry[, {name}]. Your {product} should have been there[ on {date}]."

export const SLOTS = ['name', 'issue', 'order', 'amount', 'date', 'duration', 'product', 'contact_count', 'question'] as const;
export type Slot = (typeof SLOTS)[number];

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'optional'; readonly parts: readonly TemplatePart[] };

export type ParsedTemplate =
  | { readonly ok: true; readonly parts: readonly TemplatePart[]; readonly required: readonly Slot[] }
  | { readonly ok: false; readonly problem: string };

/** Parse a phrase's text. Refused: unknown slots, brackets left open, brackets inside brackets. */
export function parseTemplate(source: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const required: Slot[] = [];
  for (const piece of source.split(/(\[[^[\]]*\])/)) {
    if (piece === '') continue;
    const optional = piece.startsWith('[') && piece.endsWith(']');
    const inner = parsePieces(optional ? piece.slice(1, -1) : piece);
    if (typeof inner === 'string') return { ok: false, problem: inner };
    if (optional) {
      if (!inner.some((part) => part.kind === 'slot')) return { ok: false, problem: `"${piece}" has no slot in it` };
      parts.push({ kind: 'optional', parts: inner });
    } else {
      for (const part of inner) if (part.kind === 'slot') required.push(part.slot);
      parts.push(...inner);
    }
  }
  return { ok: true, parts, required };
}

function parsePieces(text: string): TemplatePart[] | string {
  const parts: TemplatePart[] = [];
  for (const piece of text.split(/(\{[^{}]*\})/)) {
    if (piece === '') continue;
    if (piece.startsWith('{') && piece.endsWith('}')) {
      const slot = SLOTS.find((known) => `{${known}}` === piece);
      if (!slot) return `there is no slot ${piece}; known are ${SLOTS.map((known) => `{${known}}`).join(' ')}`;
      parts.push({ kind: 'slot', slot });
    } else if (/[{}[\]]/.test(piece)) return `"${piece.trim()}" has a bracket that is not closed`;
    else parts.push({ kind: 'text', text: piece });
  }
  return parts;
}
