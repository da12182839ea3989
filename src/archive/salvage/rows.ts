import type { SqlRow } from '../../hermes/sqlite/drivers/driver.ts';
import { PAGE_SIZE } from '../schema.ts';
import type { FileWindow } from './fileWindow.ts';
import { lengthOfValues, rowOf, varintAt } from './record.ts';

/** No row of ours is longer; a longer one would only cost memory. */
const LONGEST_ROW = 16 * 1024 * 1024;
/** A row's header: its own length, then a type for each of three to six columns, the first of which is the key's. */
const LEAST_HEADER = 4;
const LARGEST_HEADER = 24;
const KEY_TYPE = 0;
/** Of a row's length and its key. */
const LONGEST_PREFIX = 14;

/** In a file made for it rows could be read again and again that go on in the same pages. */
const MOST_READ = 8;

/**
 * Whatever looks like a row of ours, wherever in a file's pages it stands: neither the schema nor the tree of pages, nor
 * a page's own list of its rows is needed. What only looks like one is told by its sum, which is the caller's to check.
 * The time is bounded by the file's length.
 * @param file a database of pages of `PAGE_SIZE`
 */
export function* possibleRows(file: FileWindow): Generator<SqlRow> {
  const overflow = new Overflow(file);
  for (const page of file.pieces(PAGE_SIZE)) {
    for (let at = 0; at < PAGE_SIZE - LEAST_HEADER; at++) {
      // Nearly all that is no header is passed over by these two bytes.
      if (page[at + 1] !== KEY_TYPE || page[at]! < LEAST_HEADER || page[at]! > LARGEST_HEADER) continue;
      yield* rowsAt(overflow, page, at);
    }
  }
}

/**
 * The row whose header stands here. Before it stand the row's length and its key, numbers of unknown length: what stands
 * there can mean more than one row.
 */
function* rowsAt(overflow: Overflow, page: Buffer, header: number): Generator<SqlRow> {
  const values = lengthOfValues(page, header);
  if (values === undefined) return;
  const length = page[header]! + values;
  if (length > LONGEST_ROW) return;
  for (let start = header - 2; start >= Math.max(0, header - LONGEST_PREFIX); start--) {
    const told = varintAt(page, start);
    const rowid = told?.value === length ? varintAt(page, told.next) : undefined;
    if (rowid?.next !== header) continue;
    const payload = payloadAt(overflow, page, header, length);
    if (payload) yield rowOf(payload, rowid.value);
  }
}

/** A row that is too long for its page goes on in others. */
function payloadAt(overflow: Overflow, page: Buffer, at: number, length: number): Buffer | undefined {
  const local = localLength(length);
  const end = at + local;
  if (local === length) return end <= PAGE_SIZE ? page.subarray(at, end) : undefined;
  if (end + 4 > PAGE_SIZE) return undefined;
  const rest = overflow.read(page.readUInt32BE(end), length - local);
  return rest && Buffer.concat([page.subarray(at, end), ...rest]);
}

/** How much of a row stands in its own page, by SQLite's rule for leaves of tables. */
function localLength(length: number): number {
  const most = PAGE_SIZE - 35;
  if (length <= most) return length;
  const least = Math.floor(((PAGE_SIZE - 12) * 32) / 255) - 23;
  const surplus = least + ((length - least) % (PAGE_SIZE - 4));
  return surplus <= most ? surplus : least;
}

/** Pages that hold the rest of a long row; each names the next. */
class Overflow {
  readonly #file: FileWindow;
  #left: number;

  constructor(file: FileWindow) {
    this.#file = file;
    this.#left = MOST_READ * Math.max(file.size, LONGEST_ROW);
  }

  /** @param number of the first page, counted from 1 */
  read(number: number, length: number): Buffer[] | undefined {
    const parts: Buffer[] = [];
    let missing = length;
    for (let next = number; missing > 0; ) {
      this.#left -= PAGE_SIZE;
      if (next < 1 || next > this.#file.size / PAGE_SIZE || this.#left < 0) return undefined;
      const page = this.#file.bytes((next - 1) * PAGE_SIZE, PAGE_SIZE);
      const part = page.subarray(4, 4 + missing);
      parts.push(part);
      missing -= part.length;
      next = page.readUInt32BE(0);
    }
    return parts;
  }
}
