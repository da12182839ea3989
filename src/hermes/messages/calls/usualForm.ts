/** A string that Python prints as it is, and one that needs the short escapes, as the JSON of a call's arguments does. */
const PLAIN = String.raw`[ !#-\[\]-~]`;
const ESCAPED = String.raw`${PLAIN}*(?:\\["\\bfnrt]${PLAIN}*)*`;
const OPTIONAL = ['id', 'call_id', 'response_item_id', 'type'].map((key) => `(?:"${key}": "${PLAIN}*", )?`);
const CALL = new RegExp(
  String.raw`\{${OPTIONAL.join('')}"function": \{"name": "(${PLAIN}+)", "arguments": "${ESCAPED}"\}\}(, )?`,
  'y',
);

const IDENTIFIED = new RegExp(
  String.raw`\{"id": "(${PLAIN}+)", ${OPTIONAL.slice(1).join('')}"function": \{"name": "(${PLAIN}+)", "arguments": "${ESCAPED}"\}\}(, )?`,
  'y',
);

/**
 * The names of the calls in a cell of the shape that model providers give and Hermes prints: functions with a plain name
 * and their arguments as text. Undefined for any other, which may still be a list of calls. A cell of this shape is
 * printed just as Python would print it again.
 */
export function usualCallNames(cell: string): readonly string[] | undefined {
  if (!cell.startsWith('[')) return undefined;
  const names: string[] = [];
  CALL.lastIndex = 1;
  for (;;) {
    const call = CALL.exec(cell);
    if (!call) return undefined;
    names.push(call[1]!);
    if (call[2] === undefined) break;
  }
  return CALL.lastIndex === cell.length - 1 && cell.endsWith(']') ? names : undefined;
}

/**
 * The id and the name of each call in a cell of that shape; undefined where one has no id of its own, or another shape.
 * An id is a string that is printed as it is, so it needs no reading.
 */
export function usualCallIds(cell: string): readonly (readonly [string, string])[] | undefined {
  if (!cell.startsWith('[')) return undefined;
  const calls: [string, string][] = [];
  IDENTIFIED.lastIndex = 1;
  for (;;) {
    const call = IDENTIFIED.exec(cell);
    if (!call) return undefined;
    calls.push([call[1]!, call[2]!]);
    if (call[3] === undefined) break;
  }
  return IDENTIFIED.lastIndex === cell.length - 1 && cell.endsWith(']') ? calls : undefined;
}
