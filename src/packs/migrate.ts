// Brings an older pack file up to the present format, one numbered step at a time. There is only format 1 so far.
import { done, type Fault, failed, fault, type Result } from '../protocol/fault';
import { PACK_FORMAT } from './schema';

/** Step n turns format n into format n + 1. */
const MIGRATIONS: readonly ((pack: Record<string, unknown>) => Record<string, unknown>)[] = [];

/** `data` as parsed from the file. Faults: not an object, no format number, a format newer than this version knows. */
export function migrate(data: unknown): Result<unknown, Fault> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return failed(fault('pack_wrong_shape', 'the file', 'a pack is one JSON object'));
  let pack = data as Record<string, unknown>;
  const format = pack['format'];
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1 || format > PACK_FORMAT) {
    return failed(fault('pack_unknown_format', 'format', String(format).slice(0, 40)));
  }
  for (const step of MIGRATIONS.slice(format - 1)) pack = step(pack);
  return done(pack);
}
