const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const SPACE = 0x20;
const TILDE = 0x7e;

const LITERALS = ['true', 'false', 'null'];
const INTEGER = /(?:0|-?[1-9][0-9]{0,4299})(?![.eE0-9])/y;
/** `"`, `\`, and the letters of the short escapes; `/` is never escaped by Python. */
const SHORT_ESCAPES = new Set([...'"\\bfnrt'].map((letter) => letter.charCodeAt(0)));
const FOUR_HEX = /[0-9a-f]{4}/y;

/**
 * Whether a text is exactly what Python's `json.dumps` prints for the value it holds, as nearly all that Hermes wrote
 * is: then it needs no reading and printing again. Says no to floats, rather than prove their digits.
 */
export function isPrintedByPython(text: string): boolean {
  /** For each container that is open, innermost last: the keys seen so far, null for a list. */
  const open: (Set<string> | null)[] = [];
  let position = 0;
  for (;;) {
    const first = text[position];
    if (first === '[' || first === '{') {
      const closing = first === '[' ? ']' : '}';
      if (text[position + 1] !== closing) {
        open.push(first === '[' ? null : new Set());
        position = open.at(-1) ? keyEnd(text, position + 1, open.at(-1)) : position + 1;
        if (position < 0) return false;
        continue;
      }
      position += 2;
    } else {
      position = scalarEnd(text, position);
      if (position < 0) return false;
    }
    for (;;) {
      if (open.length === 0) return position === text.length;
      const keys = open.at(-1);
      if (text.charCodeAt(position) === COMMA && text.charCodeAt(position + 1) === SPACE) {
        position = keys ? keyEnd(text, position + 2, keys) : position + 2;
        if (position < 0) return false;
        break;
      }
      if (text[position] !== (keys ? '}' : ']')) return false;
      open.pop();
      position += 1;
    }
  }
}

/** Where the value after a key begins; -1 if there is no such key, or it was there before. */
function keyEnd(text: string, start: number, keys: Set<string> | null | undefined): number {
  const end = stringEnd(text, start);
  if (end < 0 || text.charCodeAt(end) !== COLON || text.charCodeAt(end + 1) !== SPACE) return -1;
  const key = text.slice(start, end);
  if (keys?.has(key)) return -1;
  keys?.add(key);
  return end + 2;
}

function scalarEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === QUOTE) return stringEnd(text, start);
  INTEGER.lastIndex = start;
  if (INTEGER.test(text)) return INTEGER.lastIndex;
  const word = LITERALS.find((literal) => text.startsWith(literal, start));
  return word === undefined ? -1 : start + word.length;
}

function stringEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== QUOTE) return -1;
  let position = start + 1;
  for (;;) {
    const unit = text.charCodeAt(position);
    if (unit === QUOTE) return position + 1;
    if (unit === BACKSLASH) {
      position = escapeEnd(text, position + 1);
      if (position < 0) return -1;
    } else if (unit >= SPACE && unit <= TILDE) {
      position += 1;
    } else {
      return -1;
    }
  }
}

function escapeEnd(text: string, start: number): number {
  if (SHORT_ESCAPES.has(text.charCodeAt(start))) return start + 1;
  if (text[start] !== 'u') return -1;
  FOUR_HEX.lastIndex = start + 1;
  if (!FOUR_HEX.test(text)) return -1;
  const unit = Number.parseInt(text.slice(start + 1, start + 5), 16);
  const needsEscape = unit > TILDE || (unit < SPACE && !/[\b\f\n\r\t]/.test(String.fromCharCode(unit)));
  return needsEscape ? start + 5 : -1;
}
