import type { Schema } from '../sessions/schema.ts';

/** Marks are numbers below this. */
export const MARK_RANGE = 2 ** 52;

/** What is left of one row's mark: two million of them add up within SQLite's integers. */
const ROW_BITS = 2 ** 42 - 1;

/** A moment of today, a double, tells so many parts of a second: multiplied by them it is whole, and not rounded. */
const PARTS = 2 ** 22;
/** A prime. What is left of a moment's parts can be multiplied by an id's bits within SQLite's integers. */
const MOMENT_MODULUS = 2 ** 31 - 1;
/** An odd number that an id is multiplied by once it was added, so that no two ids stand in for two others. */
const ID_SHIFT = 515_245;
const ID_BITS = 2 ** 30 - 1;
/** Seconds, of which no tool will move a message by so many. */
const PER_STATE = 1_048_583.3;
/** A state that stands for NULL, which would leave the whole row out of a sum. */
const NO_STATE = 77;
const FIRST_STRANGE_MOMENT = 4.2e9;

/**
 * The sum over messages of a number made of a row's id, `active` and timestamp: as cheap as telling rows apart can be,
 * for it is taken of every row there is.
 *
 * ((timestamp + state) in parts of a second, modulo a prime) * (id * (id + shift)). Whole numbers, never rounded: two rows
 * that are moved against each other show, be it by the least that a clock can tell. The id's square keeps two rows from
 * being given other ids, timestamps or states that add up to the same. Three rows could, by somebody who means it.
 */
export function markOfRows(schema: Schema): string {
  const state = schema.has('messages', 'active') ? stateOf('messages.active') : '1';
  return sumOf(`(${momentOrOddity('messages.timestamp')} + ${state} * ${PER_STATE})`, 'messages.id');
}

/** The same of `compacted`, over the rows that are not active; `0` where the table lacks either column. */
export function markOfCompacted(schema: Schema): string {
  if (!schema.has('messages', 'active') || !schema.has('messages', 'compacted')) return '0';
  const sum = sumOf(`(1.7 + ${stateOf('messages.compacted')} * ${PER_STATE})`, 'messages.id');
  return `${sum} FILTER (WHERE messages.active IS NOT 1)`;
}

/** The same of a column that holds moments, over the rows of any table. */
export function markOfMoments(column: string, rowid: string): string {
  return sumOf(momentOrOddity(column), rowid);
}

/** A mark as a number that every driver hands over as it is. */
export function markValue(mark: string): string {
  return `CAST(coalesce(${mark}, 0) & ${MARK_RANGE - 1} AS REAL)`;
}

function sumOf(factor: string, id: string): string {
  // `& -1` makes an integer of it: SQLite's remainder of a real number is one too, and its product would be rounded.
  const moment = `((${factor} * ${PARTS}.0 & -1) % ${MOMENT_MODULUS})`;
  return `sum(${moment} * (${id} * (${id} + ${ID_SHIFT}) & ${ID_BITS}) & ${ROW_BITS})`;
}

function stateOf(column: string): string {
  return `ifnull(${column}, ${NO_STATE})`;
}

/** What is no moment is made a small number of its own: of its length, three of its characters, its value. */
function momentOrOddity(column: string): string {
  const parts = [
    `length(${column})`,
    `unicode(${column})`,
    `unicode(substr(${column}, 2))`,
    `unicode(substr(${column}, -1))`,
    `${column} % 1000003`,
  ].map((part, place) => `ifnull(${part}, 0) * ${5.1 + 7.3 * place}`);
  return `iif(${column} < ${FIRST_STRANGE_MOMENT}, ${column}, 3.3 + ${parts.join(' + ')})`;
}
