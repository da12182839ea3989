/** A word character as Python sees it: letters, numbers, underscore; no combining marks. */
const WORD = '[\\p{L}\\p{N}_]';
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
/** White space as Python sees it: with U+001C to U+001F and U+0085, without U+FEFF. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/**
 * Turns a pattern of the vocabulary into a JavaScript one that matches what Python's `re` would.
 * Case folding under the flags `iu` already pairs s with U+017F and k with U+212A; i is widened by hand.
 */
export function pythonPattern(source: string, ignoreCase: boolean): string {
  let result = '';
  let inClass = false;
  for (let index = 0; index < source.length; index++) {
    const char = source[index]!;
    if (char === '\\') {
      result += escaped(source[++index]!, inClass);
    } else if (char === '[' || char === ']') {
      inClass = char === '[';
      // A range over the letters holds the i's that JavaScript does not pair.
      result += char === '[' && ignoreCase && source.startsWith('[a-z', index) ? '[\u0130\u0131' : char;
    } else if (char === '.' && !inClass) {
      result += '[^\\n]';
    } else if (ignoreCase && !inClass && (char === 'i' || char === 'I')) {
      result += '[i\u0130\u0131]';
    } else if (inClass && char === '-' && source[index + 1] === ']') {
      result += '\\-';
    } else {
      result += char;
    }
  }
  return result;
}

function escaped(char: string, inClass: boolean): string {
  if (char === 'b') return BOUNDARY;
  if (char === 'w') return inClass ? WORD.slice(1, -1) : WORD;
  if (char === 's') return inClass ? SPACE : `[${SPACE}]`;
  return `\\${char}`;
}
