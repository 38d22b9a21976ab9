// The labelled sets beside the project, as far as they are on this machine. Real text, never tuned on,
// never quoted; what stands in the training text word for word is left out.
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
  /** Texts left out so far because they stand in the training text. */
  readonly removed: () => number;
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `folder` holds the sets to measure on; `learned` the texts learned from, which are taken out of them. */
export function openDataSets(folder: string, learned: string): DataSets {
  let seen: Set<string> | null = null;
  let removed = 0;
  const isSeen = (text: string): boolean => {
    seen ??= new Set(
      existsSync(learned)
        ? gunzipSync(readFileSync(learned))
            .toString('utf8')
            .split('\n')
            .map((row) => plain(row.split('\t').at(-1) ?? ''))
        : [],
    );
    return seen.has(plain(text));
  };
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
      const texts = rows.map((source) => {
        const cells = source.split('\t');
        const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
        return { id: row['id'] ?? '', text: row['text'] ?? '', labels: row['labels'] ?? '', positive: positive(row) };
      });
      const fresh = texts.filter(({ text }) => !isSeen(text));
      removed += texts.length - fresh.length;
      return fresh;
    },
    dialogues: (file) =>
      readText(file)
        ?.split('\n')
        .map((line) => JSON.parse(line) as GoldDialogue) ?? null,
    missing: () => [...missing],
    removed: () => removed,
  };
}
