import { isUtf8 } from 'node:buffer';
import { pythonJson } from '../json/reprint.ts';
import type { SqlValue } from '../sqlite/drivers/driver.ts';

/** Content that begins so is JSON, not text. */
const STRUCTURED = '\0json:';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const EMPTY = new Uint8Array(0);

/**
 * Longest text that is handed over through the reused buffer, in UTF-8 bytes: as a string it is collected with the
 * young objects, as a buffer it stays until V8 minds the memory outside its heap.
 */
export const SHORT_TEXT_BYTES = 64 * 1024;
const BYTES_PER_CODE_UNIT = 3;

/** Turns a content cell into the message's text. The text is valid until the next call. */
export class TextReader {
  readonly #buffer = new Uint8Array(SHORT_TEXT_BYTES * BYTES_PER_CODE_UNIT);
  /** The same bytes: a Buffer writes a string in two thirds of the time that a TextEncoder takes. */
  readonly #writer = Buffer.from(this.#buffer.buffer);
  /** The text last read was not plainly there: bytes that are no UTF-8. */
  damaged = false;
  /** How many code points the text last read has; null where they would have to be counted. */
  codePoints: number | null = null;

  fromString(content: string): Uint8Array {
    this.damaged = false;
    this.codePoints = 0;
    if (content.length === 0) return EMPTY;
    const text = content.charCodeAt(0) === 0 ? structuredText(content) : content;
    const bytes = text.length > SHORT_TEXT_BYTES ? encoder.encode(text) : this.#write(text);
    this.codePoints = bytes.length === text.length ? text.length : null;
    return bytes;
  }

  #write(text: string): Uint8Array {
    return this.#buffer.subarray(0, this.#writer.write(text));
  }

  fromBytes(bytes: Uint8Array): Uint8Array {
    // A Buffer looks different to V8, which would compile all that handles texts once more for both.
    const content = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.damaged = !isUtf8(content);
    this.codePoints = null;
    if (content[0] !== 0) return content;
    const raw = decoder.decode(content);
    const text = structuredText(raw);
    return text === raw ? content : encoder.encode(text);
  }
}

function structuredText(content: string): string {
  if (!content.startsWith(STRUCTURED)) return content;
  return pythonJson(content.slice(STRUCTURED.length)) ?? content;
}

/** Whether a content cell holds JSON instead of text. */
export function isStructured(content: SqlValue): boolean {
  if (typeof content === 'string') return content.startsWith(STRUCTURED);
  return (
    content instanceof Uint8Array && Buffer.from(content.subarray(0, 6)).toString('latin1') === STRUCTURED
  );
}
