/** Width of a text in terminal cells: CJK and emoji take two, combining marks none. */
function cellWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const DOUBLE_WIDTH =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

function widthOf(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  return DOUBLE_WIDTH.test(character) ? 2 : 1;
}

export interface Column<Row> {
  readonly title: string;
  readonly align?: 'right';
  /** Left out when the table is wider than the terminal, the last such column first. */
  readonly optional?: boolean;
  readonly value: (row: Row) => string;
}

const GAP = '  ';

/** Lays rows out in columns; optional columns give way where the table would be wider than `columns` cells. */
export function table<Row>(rows: readonly Row[], layout: readonly Column<Row>[], columns: number): string {
  const measured = layout.map((column) => {
    const cells = rows.map(column.value);
    return { column, cells, width: Math.max(cellWidth(column.title), ...cells.map(cellWidth)) };
  });
  const kept = withinWidth(measured, columns);
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => pad(text, kept[index]!.width, kept[index]!.column.align))
      .join(GAP)
      .trimEnd();
  const header = line(kept.map(({ column }) => column.title));
  return [header, ...rows.map((_, row) => line(kept.map(({ cells }) => cells[row]!)))].join('\n');
}

function withinWidth<Part extends { column: { optional?: boolean }; width: number }>(
  parts: readonly Part[],
  columns: number,
): readonly Part[] {
  const total = parts.reduce((sum, { width }) => sum + width, GAP.length * (parts.length - 1));
  const last = parts.findLastIndex(({ column }) => column.optional);
  return total <= columns || last < 0 ? parts : withinWidth(parts.toSpliced(last, 1), columns);
}

function pad(text: string, width: number, align: 'right' | undefined): string {
  const space = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'right' ? space + text : text + space;
}
