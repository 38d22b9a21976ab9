// The labelled sets beside the project, as far as they are on this machine. Real text: never tuned on, never quoted.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type LabelledText = { readonly id: string; readonly text: string; readonly labels: string; readonly positive: boolean };

/** One turn of a gold dialogue; `anger` by two readers. */
export type GoldTurn = {
  readonly speaker: 'customer' | 'agent';
  readonly text: string;
  readonly anger?: readonly [number, number];
};
export type GoldDialogue = { readonly id: string; readonly turns: readonly GoldTurn[] };

export type DataSets = {
  readonly read: (file: string, positive: (row: Readonly<Record<string, string>>) => boolean) => LabelledText[] | null;
  readonly dialogues: (file: string) => GoldDialogue[] | null;
  /** Files asked for that are not here. */
  readonly missing: () => readonly string[];
};

export function openDataSets(folder: string): DataSets {
  const missing = new Set<string>();
  const readText = (file: string): string | null => {
    const path = join(folder, file);
    if (!existsSync(path)) {
      missing.add(file);
      return null;
    }
    const bytes = readFileSync(path);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd();
  };
  return {
    read(file, positive) {
      const [head, ...rows] = readText(file)?.split('\n') ?? [];
      if (head === undefined) return null;
      const columns = head.split('\t');
      return rows.map((source) => {
        const cells = source.split('\t');
        const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
        return { id: row['id'] ?? '', text: row['text'] ?? '', labels: row['labels'] ?? '', positive: positive(row) };
      });
    },
    dialogues: (file) =>
      readText(file)
        ?.split('\n')
        .map((line) => JSON.parse(line) as GoldDialogue) ?? null,
    missing: () => [...missing],
  };
}
