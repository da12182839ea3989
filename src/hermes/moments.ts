/** The last second, before or after the epoch, that a date can name (ECMAScript's range). */
const LAST_SECOND = 8.64e12;

/**
 * An expression that is the column's value in epoch seconds where that is a moment, else NULL: absent, text, BLOBs,
 * infinite numbers and those beyond every calendar are none. The plus keeps a TEXT column from being compared as text.
 */
export function momentOf(column: string): string {
  return `CASE WHEN +${column} BETWEEN -${LAST_SECOND} AND ${LAST_SECOND} THEN CAST(${column} AS REAL) END`;
}
