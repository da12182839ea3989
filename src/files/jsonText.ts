/**
 * Reads JSON as the dashboard's Python may have written it: with a byte order mark, and with the bare words `NaN`,
 * `Infinity` and `-Infinity`, which are read as null.
 * @throws SyntaxError; RangeError when the text is longer than a string can be
 */
export function parseJson(bytes: Buffer): unknown {
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

function decode(bytes: Buffer): string {
  return bytes.toString('utf8');
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
