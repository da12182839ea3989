/** What is left of one row's mark: two thousand of them add up without losing a digit. */
const ROW_BITS = 2 ** 42 - 1;
const ID_BITS = 2 ** 30 - 1;
/** An odd number, so that no two rows stand in for two others. */
const ID_SHIFT = 515_245;
/** No whole number times one of these is a whole number times another. */
const STEP = 0.618034;

/**
 * A number made of a row, which is another one whenever one of its numbers has changed, or a text in its length, its
 * first or its last character: cheap, for it is taken of every row there is.
 * @param numbers columns; what is no number counts as 0
 */
export function markOfRow(rowid: string, numbers: readonly string[], texts: readonly string[]): string {
  const parts = numbers.map((column) => `ifnull(+${column}, -1)`);
  for (const text of texts)
    parts.push(
      `ifnull(length(${text}), -1)`,
      `ifnull(unicode(${text}) + 3 * unicode(substr(${text}, -1)), 0)`,
    );
  const sum = parts.map((part, place) => `${part} * ${(1 + place * STEP).toFixed(6)}`).join(' + ');
  return `CAST(((${sum || '0'}) * (${rowid} * (${rowid} + ${ID_SHIFT}) & ${ID_BITS})) & ${ROW_BITS} AS REAL)`;
}
