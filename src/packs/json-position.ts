// Where a text stops being JSON. Engines word their parse errors differently and often leave the position out.

/** Line (from 1) of the first place at which `text` cannot go on as JSON; the last line where it only ends too early. */
export function whereJsonBreaks(text: string): number {
  const at = firstBreak(text);
  let line = 1;
  for (let index = 0; index < at; index++) if (text.charCodeAt(index) === 10) line++;
  return line;
}

const SPACE = /\s*/y;
const TOKEN =
  /([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

type Wants = 'value' | 'value_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end' | 'nothing';

function firstBreak(text: string): number {
  const open: ('{' | '[')[] = [];
  let wants: Wants = 'value';
  let at = 0;
  const afterValue = (): Wants => (open.length === 0 ? 'nothing' : 'comma_or_end');
  for (;;) {
    SPACE.lastIndex = at;
    const start = at + (SPACE.exec(text)?.[0].length ?? 0);
    if (start === text.length) return start;
    TOKEN.lastIndex = start;
    const token = TOKEN.exec(text);
    if (!token) return start;
    const [whole, sign, string] = token;
    const isKey: boolean = wants === 'key' || wants === 'key_or_end';
    if (sign === undefined) {
      if (isKey ? string === undefined : wants !== 'value' && wants !== 'value_or_end') return start;
      wants = isKey ? 'colon' : afterValue();
    } else if (sign === '{' || sign === '[') {
      if (wants !== 'value' && wants !== 'value_or_end') return start;
      open.push(sign);
      wants = sign === '{' ? 'key_or_end' : 'value_or_end';
    } else if (sign === ':') {
      if (wants !== 'colon') return start;
      wants = 'value';
    } else if (sign === ',') {
      if (wants !== 'comma_or_end') return start;
      wants = open.at(-1) === '{' ? 'key' : 'value';
    } else {
      const mayEnd = wants === 'comma_or_end' || wants === (sign === '}' ? 'key_or_end' : 'value_or_end');
      if (!mayEnd || open.pop() !== (sign === '}' ? '{' : '[')) return start;
      wants = afterValue();
    }
    at = start + whole.length;
  }
}
