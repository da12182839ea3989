import { cellWidth, cut } from './cells.ts';
import { printable } from './printable.ts';

export interface Column<Row> {
  readonly title: string;
  readonly align?: 'right';
  readonly value: (row: Row) => string;
}

const GAP = '  ';

/**
 * Lays rows out in columns, in at most so many cells.
 * @param layouts from the most that can be told to the least: the first that fits is taken, and where none does, the
 *   last, its first column cut
 */
export function table<Row>(
  rows: readonly Row[],
  layouts: readonly (readonly Column<Row>[])[],
  columns: number,
): string {
  let parts: Part[] = [];
  for (const layout of layouts) {
    parts = layout.map((column) => measured(column, rows));
    if (widthOf(parts) <= columns) break;
  }
  const excess = widthOf(parts) - columns;
  if (excess > 0) parts = [narrowed(parts[0]!, parts[0]!.width - excess), ...parts.slice(1)];
  const lines = parts[0]!.cells.map((_, row) =>
    parts
      .map(({ cells, width, align }) => pad(cells[row]!, width, align))
      .join(GAP)
      .trimEnd(),
  );
  return lines.join('\n');
}

/** A column of a table, its title first. */
interface Part {
  readonly cells: readonly string[];
  readonly width: number;
  readonly align: 'right' | undefined;
}

function measured<Row>({ title, align, value }: Column<Row>, rows: readonly Row[]): Part {
  const cells = [title, ...rows.map((row) => printable(value(row)))];
  return { cells, width: Math.max(...cells.map(cellWidth)), align };
}

function narrowed({ cells, align }: Part, width: number): Part {
  const least = Math.max(1, width);
  return { cells: cells.map((cell) => cut(cell, least)), width: least, align };
}

function widthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { width }) => sum + width, GAP.length * (parts.length - 1));
}

function pad(text: string, width: number, align: 'right' | undefined): string {
  const space = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'right' ? space + text : text + space;
}
