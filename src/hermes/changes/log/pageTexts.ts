/** The least page that is read here: of each row on a larger one, at least the first 489 bytes are on it. */
const LEAST_PAGE = 4096;
const TABLE_LEAF = 0x0d;
const HEADER_BYTES = 8;
/** The first page begins with the header of the file. */
const FILE_HEADER_BYTES = 100;
const CELL_COUNT_OFFSET = 3;
const FIRST_TEXT = 13;
/** Bytes of a value by its serial type, where that is not a text's or a BLOB's. */
const BYTES_OF_TYPE = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** Longer texts are passed over. */
const LONGEST_BYTES = 400;
/** Texts of so many UTF-16 code units are never passed over. */
export const LONGEST_TEXT = LONGEST_BYTES / 4;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The texts in one column of the rows that stand on a page, if it is a page of rows; numbers, and long texts
 * are passed over. Whose table the page belongs to is not known: what it holds is taken for a row of the table that is meant.
 * @param column its place among the columns of the table
 * @returns null where a text is not wholly on the page, or the page is not one that is understood
 */
export function textsOnPage(page: Uint8Array, number: number, column: number): string[] | null {
  if (page.length < LEAST_PAGE) return null;
  const start = number === 1 ? FILE_HEADER_BYTES : 0;
  if (page[start] !== TABLE_LEAF) return [];
  const texts: string[] = [];
  const cells = word(page, start + CELL_COUNT_OFFSET);
  for (let cell = 0; cell < cells; cell++) {
    const text = textInCell(page, word(page, start + HEADER_BYTES + 2 * cell), column);
    if (text === null) return null;
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** Undefined for a value that is no text, or a row that has no such column. */
function textInCell(page: Uint8Array, at: number, column: number): string | undefined | null {
  const payload = varint(page, at);
  const rowid = varint(page, payload.end);
  const header = varint(page, rowid.end);
  const headerEnd = rowid.end + header.value;
  let place = header.end;
  let offset = headerEnd;
  for (let index = 0; place < headerEnd; index++) {
    const type = varint(page, place);
    const bytes = type.value < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type.value]! : (type.value - 12) >>> 1;
    if (index === column) {
      if (type.value < FIRST_TEXT || type.value % 2 === 0 || bytes > LONGEST_BYTES) return undefined;
      return offset + bytes - rowid.end <= localBytes(page.length, payload.value)
        ? decoder.decode(page.subarray(offset, offset + bytes))
        : null;
    }
    place = type.end;
    offset += bytes;
  }
  return undefined;
}

/** How much of a row is on the page itself, at least. */
function localBytes(pageBytes: number, payload: number): number {
  return payload <= pageBytes - 35 ? payload : Math.floor(((pageBytes - 12) * 32) / 255) - 23;
}

function word(page: Uint8Array, at: number): number {
  return (page[at]! << 8) | page[at + 1]!;
}

/** Up to nine bytes, seven bits in each but the last. Values beyond 2^53 lose their last bits. */
function varint(page: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = page[at + index] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value: value * 256 + (page[at + 8] ?? 0), end: at + 9 };
}
