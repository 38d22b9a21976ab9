// A pack as text, always the same bytes for the same pack: keys in the schema's order, two spaces, one newline at the end.
import * as v from 'valibot';
import { type Pack, PackSchema } from './schema';

/** Canonical JSON of a pack. `loadPack(serialisePack(p))` gives an equal pack. */
export function serialisePack(pack: Pack): string {
  // The schema puts the keys in its own order, however the pack came to be.
  return `${JSON.stringify(v.parse(PackSchema, pack), null, 2)}\n`;
}
