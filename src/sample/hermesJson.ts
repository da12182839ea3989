const BEYOND_ASCII = /[\x7f-\uffff]/g;

/**
 * JSON as Hermes, a Python program, stores it: a space after every comma and colon, everything beyond ASCII escaped.
 * Which form stands there decides what reading it costs.
 */
export function hermesJson(value: object): string {
  // Line ends come from the indentation alone: within strings they are escaped.
  const indented = JSON.stringify(value, null, 1);
  return indented
    .replace(/,\n */g, ', ')
    .replace(/\n */g, '')
    .replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
