import type { SqlRow, SqlValue } from '../../hermes/sqlite/drivers/driver.ts';

/** Of a varint, SQLite's number of one to nine bytes. */
export interface Varint {
  readonly value: number;
  readonly next: number;
}

/** Undefined where the number does not end within the bytes, or is too large to be one of ours. */
export function varintAt(bytes: Uint8Array, at: number): Varint | undefined {
  let value = 0;
  for (let next = at; next < at + MOST_BYTES; next++) {
    const byte = bytes[next];
    if (byte === undefined) return undefined;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: next + 1 };
  }
  return undefined;
}

/** 49 bits; row numbers and lengths of ours are far below. */
const MOST_BYTES = 7;

/**
 * How long the values of a row in SQLite's record format are, by the types in its header (sqlite.org/fileformat2.html).
 * Undefined where the bytes are no header.
 * @param at where the header begins
 */
export function lengthOfValues(bytes: Uint8Array, at: number): number | undefined {
  const header = varintAt(bytes, at);
  if (!header) return undefined;
  let sum = 0;
  for (let place = header.next; place < at + header.value; ) {
    const type = varintAt(bytes, place);
    const length = type && lengthOf(type.value);
    if (length === undefined) return undefined;
    sum += length;
    place = type!.next;
  }
  return sum;
}

/** The values of a row. @param payload the whole of it, of the length that its header says */
export function rowOf(payload: Buffer, rowid: number): SqlRow {
  const header = varintAt(payload, 0)!;
  const row: SqlRow = [];
  let place = header.value;
  for (let at = header.next; at < header.value; ) {
    const type = varintAt(payload, at)!;
    const length = lengthOf(type.value)!;
    row.push(valueAt(payload, type.value, place, length));
    place += length;
    at = type.next;
  }
  // The key of a row is not among its values.
  row[0] = rowid;
  return row;
}

const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const REAL = 7;
const ONE = 9;
const FIRST_TEXT = 13;

function lengthOf(type: number): number | undefined {
  return type >= FIRST_TEXT - 1 ? (type - (type % 2 === 1 ? FIRST_TEXT : FIRST_TEXT - 1)) / 2 : LENGTHS[type];
}

function valueAt(payload: Buffer, type: number, place: number, length: number): SqlValue {
  if (type >= FIRST_TEXT - 1) {
    const bytes = payload.subarray(place, place + length);
    return type % 2 === 1 ? bytes.toString('utf8') : Uint8Array.from(bytes);
  }
  if (type === 0) return null;
  if (type === REAL) return payload.readDoubleBE(place);
  if (length === 0) return type === ONE ? 1 : 0;
  return length === 8 ? Number(payload.readBigInt64BE(place)) : payload.readIntBE(place, length);
}
