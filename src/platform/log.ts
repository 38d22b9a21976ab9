// The console, with a fixed form: a code and plain values. Never a word of a conversation, never an error's own message,
// which may quote one.

export type LogDetail = Record<string, string | number | boolean>;

const MAX_VALUE_CHARS = 80;

/** Values longer than an id or a name are cut: whatever is that long has no place in a log. */
function cut(detail: LogDetail): LogDetail {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, MAX_VALUE_CHARS) : value]),
  );
}

/** `warn`: something expected went wrong and was coped with. `error`: a bug. Codes are snake_case and stable. */
export const log = {
  warn(code: string, detail: LogDetail = {}): void {
    console.warn(`composure: ${code}`, cut(detail));
  },
  error(code: string, detail: LogDetail = {}): void {
    console.error(`composure: ${code}`, cut(detail));
  },
} as const;
