/**
 * A parameter whose value SQLite does not look at when it plans. In place of a plain one beside an ORDER BY: there a
 * SQLite built with STAT4, as better-sqlite3's is, would compile the query anew for every value.
 */
export const UNPLANNED = '(SELECT ?)';
