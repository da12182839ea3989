import { cellWidth, cut, wrap } from './cells.ts';
import { printable } from './printable.ts';

/** A title that has less room than this says nothing. */
const LEAST_TITLE = 16;

/**
 * A session by title and ID, in a line if there is room for both, else in two. The title is cut, the ID is not: it is
 * what `session` asks for.
 * @param before what the line begins with
 */
export function sessionLines(
  session: { readonly title: string; readonly id: string },
  columns: number,
  before = '',
): string {
  const title = printable(session.title);
  const id = `(${printable(session.id)})`;
  const room = columns - cellWidth(before) - cellWidth(id) - 2;
  if (room >= Math.min(LEAST_TITLE, cellWidth(title))) return `${before}${cut(title, room)}  ${id}`;
  const indent = /^ */.exec(before)![0];
  const indented = cellWidth(id) + indent.length + 2 <= columns ? `${indent}  ${id}` : wrap(id, columns);
  return `${before}${cut(title, columns - cellWidth(before))}\n${indented}`;
}
