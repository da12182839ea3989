/** What is left of one row's mark: a prime, below 2^42, so that two thousand of them add up without losing a digit. */
const MARKS = 2 ** 42 - 11;
/** What is left of what a row says: a prime, so small that times a row's own number it is an integer to SQLite. */
const SAYINGS = 2 ** 33 - 9;
const ID_BITS = 2 ** 30 - 1;
/** An odd number, so that no two rows stand in for two others. */
const ID_SHIFT = 515_245;
/** No whole number times one of these is a whole number times another. */
const STEP = 0.618034;
/** A millionth of a dollar is more than 1 of these. */
const SCALE = 2 ** 18;
/** So much of each of nine columns adds up, times `SCALE`, within SQLite's integers; what is more, or less than 0, is folded. */
const MOST = 1e12;
const FOLD = 999_983;

/**
 * A number made of a row, which is another one whenever one of its numbers has changed, or a text in its length, its
 * first or its last character: cheap, for it is taken of every row there is. Beyond its integers SQLite would make the
 * same of everything, so no step may leave them.
 * @param numbers columns; what is no number counts as none
 */
export function markOfRow(rowid: string, numbers: readonly string[], texts: readonly string[]): string {
  const parts = numbers.map(
    (column) => `iif(+${column} BETWEEN 0 AND ${MOST}, ${column}, ifnull(${column} % ${FOLD}, 0) - 1)`,
  );
  for (const text of texts)
    parts.push(
      `ifnull(length(${text}), -1)`,
      `ifnull(unicode(${text}) + 3 * unicode(substr(${text}, -1)), 0)`,
    );
  const sum = parts.map((part, place) => `${part} * ${(1 + place * STEP).toFixed(6)}`).join(' + ') || '0';
  const said = `CAST((${sum}) * ${SCALE} AS INTEGER) % ${SAYINGS}`;
  return `CAST(${said} * (${rowid} * (${rowid} + ${ID_SHIFT}) & ${ID_BITS} | 1) % ${MARKS} AS REAL)`;
}
