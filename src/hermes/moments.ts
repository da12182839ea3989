/** The last second, before or after the epoch, that a date can name (ECMAScript's range). */
const LAST_SECOND = 8.64e12;

/**
 * A condition that a column's value is a moment: absent, text, BLOBs, infinite numbers and those beyond every calendar
 * are none. The plus keeps a TEXT column from being compared as text.
 */
export function isMoment(column: string): string {
  return `+${column} BETWEEN -${LAST_SECOND} AND ${LAST_SECOND}`;
}

/** An expression that is the column's value in epoch seconds where that is a moment, else NULL. */
export function momentOf(column: string): string {
  return `CASE WHEN ${isMoment(column)} THEN CAST(${column} AS REAL) END`;
}
