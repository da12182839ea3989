/** The last second that Hermes could have meant (2103); milliseconds lie far beyond. */
const LAST_SECOND = 4_200_000_000;

/**
 * A condition that a column's value is a valid timestamp: a number above 0 and at most `LAST_SECOND`. The plus keeps a
 * TEXT column from being compared as text; text and BLOBs are greater than any number.
 */
export function isMoment(column: string): string {
  return `(+${column} > 0 AND +${column} <= ${LAST_SECOND})`;
}

/** An expression that is the column's value in epoch seconds where that is a valid timestamp, else NULL. */
export function momentOf(column: string): string {
  return `CASE WHEN ${isMoment(column)} THEN CAST(${column} AS REAL) END`;
}

/** The same for a number that was read: itself where it is a valid timestamp, else null. */
export function validMoment(seconds: number | null): number | null {
  return seconds !== null && seconds > 0 && seconds <= LAST_SECOND ? seconds : null;
}

const GREATEST_NUMBER = '1.7976931348623157e308';

/** An expression that is the column's value where that is a finite number, valid as a timestamp or not, else NULL. */
export function numberOf(column: string): string {
  return `CASE WHEN +${column} BETWEEN -${GREATEST_NUMBER} AND ${GREATEST_NUMBER} THEN CAST(${column} AS REAL) END`;
}
