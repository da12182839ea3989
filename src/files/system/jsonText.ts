/** Our files are nested less than ten deep. */
const DEEPEST = 500;

/**
 * Reads JSON as the dashboard's Python may have written it: with a byte order mark, and with the bare words `NaN`,
 * `Infinity` and `-Infinity`, which are read as null.
 * @throws SyntaxError; RangeError when the text is longer than a string can be, or nested without reason: each level
 * takes the parser fifty times the memory of the text
 */
export function parseJson(bytes: Buffer): unknown {
  if (isNestedBeyond(bytes, DEEPEST)) throw new RangeError('nested too deep');
  const text = stripMark(decode(bytes));
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/NaN|Infinity/.test(text)) throw error;
    return JSON.parse(
      text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?Infinity|NaN/gs, (part) => (part[0] === '"' ? part : 'null')),
    );
  }
}

/**
 * JSON in pure ASCII: the dashboard reads it alike whatever encoding its platform takes for granted.
 * @throws RangeError when the value is nested too deep
 */
export function printJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A JSON object, as opposed to null, a list or a plain value. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNestedBeyond(bytes: Uint8Array, deepest: number): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at + 1);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > deepest) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
  }
  return false;
}

function endOfString(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function decode(bytes: Buffer): string {
  return bytes.toString('utf8');
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
