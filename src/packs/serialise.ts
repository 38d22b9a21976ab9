// A pack as text, always the same bytes for the same pack: keys in the schema's order, two spaces, one newline at the end.
import type { Pack } from './schema';

/** Canonical JSON of a pack. `loadPack(serialisePack(p))` gives an equal pack. */
export function serialisePack(pack: Pack): string {
  return `${JSON.stringify(pack, null, 2)}\n`;
}
