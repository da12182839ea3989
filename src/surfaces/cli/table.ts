/** Width of a text in terminal cells: CJK and emoji take two, combining marks none. */
export function cellWidth(text: string): number {
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

/** Cuts a text to a number of cells, with an ellipsis where something is missing. */
export function shorten(text: string, cells: number): string {
  if (cellWidth(text) <= cells) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > cells - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

export interface Column<Row> {
  readonly title: string;
  readonly align?: 'right';
  /** This column gives way when the table is wider than the terminal. */
  readonly flexible?: boolean;
  readonly value: (row: Row) => string;
}

const GAP = '  ';

/** Lays rows out in columns, within `columns` terminal cells where a flexible column allows it. */
export function table<Row>(rows: readonly Row[], layout: readonly Column<Row>[], columns: number): string {
  const cells = rows.map((row) => layout.map((column) => column.value(row)));
  const widths = layout.map((column, index) =>
    Math.max(cellWidth(column.title), ...cells.map((line) => cellWidth(line[index] ?? ''))),
  );
  shrinkFlexible(widths, layout, columns);
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => pad(shorten(text, widths[index]!), widths[index]!, layout[index]?.align))
      .join(GAP)
      .trimEnd();
  return [line(layout.map((column) => column.title)), ...cells.map(line)].join('\n');
}

function shrinkFlexible<Row>(widths: number[], layout: readonly Column<Row>[], columns: number): void {
  const excess = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - columns;
  const index = layout.findIndex((column) => column.flexible);
  if (excess > 0 && index >= 0) widths[index] = Math.max(8, widths[index]! - excess);
}

function pad(text: string, width: number, align: 'right' | undefined): string {
  const space = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'right' ? space + text : text + space;
}
