// Expected failures. A fault is a value with a closed code; the words for people come from _locales (`fault_<code>`).
// A bug is not a fault: it throws.

export const FAULT_CODES = [
  'pack_not_json',
  'pack_too_large',
  'pack_wrong_shape',
  'pack_unknown_format',
  'pack_bad_pattern',
  'pack_duplicate_id',
  'pack_example_fails',
  'pack_unknown_slot',
  'pack_too_many',
  'pack_unknown',
  'pack_in_use',
  'message_unknown',
  'message_refused',
  'message_bad_shape',
  'no_reader',
  'no_conversation',
  'no_suggestion',
  'not_permitted',
  'storage_full',
  'gone',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One expected failure. `where` is a line ("line 3") or a path ("cues[4].weight"); `detail` quotes the offending value, never chat text. */
export type Fault = { readonly code: FaultCode; readonly where?: string; readonly detail?: string };

export type Result<T, F = Fault> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const failed = <F>(fault: F): { readonly ok: false; readonly fault: F } => ({ ok: false, fault });

export const fault = (code: FaultCode, where?: string, detail?: string): Fault => ({
  code,
  ...(where === undefined ? {} : { where }),
  ...(detail === undefined ? {} : { detail }),
});
