/** A word character as Python sees it: letters, numbers, underscore; no combining marks. */
const WORD = '\\p{L}\\p{N}_';
const BOUNDARY = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
/** White space as Python sees it: with U+001C to U+001F and U+0085, without U+FEFF. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
/** What Python takes for a letter where case is ignored, besides its two ASCII cases. */
const ALSO: Readonly<Record<string, string>> = { i: '\u0130\u0131', s: '\u017f', k: '\u212a' };

/**
 * Turns a pattern of the vocabulary into a JavaScript one (flag `u`) that matches what Python's `re` would.
 * Case is spelled out: the flag `i` would make other pairs than Python, in classes and properties too.
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
      // The only range of letters is all of them.
      const whole = char === '[' && ignoreCase && source.startsWith('[a-z', index);
      result += whole ? `[A-Z${Object.values(ALSO).join('')}` : char;
    } else if (char === '.' && !inClass) {
      result += '[^\\n]';
    } else if (ignoreCase && !inClass && /[a-z]/i.test(char)) {
      const letter = char.toLowerCase();
      result += `[${letter}${letter.toUpperCase()}${ALSO[letter] ?? ''}]`;
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
  if (char === 'w') return inClass ? WORD : `[${WORD}]`;
  if (char === 's') return inClass ? SPACE : `[${SPACE}]`;
  return `\\${char}`;
}
