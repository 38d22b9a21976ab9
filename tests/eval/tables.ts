// Figures as Markdown tables.

export type Cell = string | number | null;

const shown = (cell: Cell): string => (cell === null ? '–' : typeof cell === 'number' ? figure(cell) : cell);

/** A share or an area, to three places. Counts come as text. */
export const figure = (value: number): string => value.toFixed(3);

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map((row) => line(row.map(shown)))].join(
    '\n',
  );
}
