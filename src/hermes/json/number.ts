/** Python refuses to read longer integers. */
const MOST_INTEGER_DIGITS = 4300;

/** Number tokens as Python's reader takes them, at one place of a text. */
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;

/** The number token that begins at `position`, and how Python prints it; undefined where none begins. */
export function readNumber(text: string, position: number): { length: number; printed: string } | undefined {
  NUMBER.lastIndex = position;
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [token, fraction, exponent] = match;
  if (fraction !== undefined || exponent !== undefined) {
    return { length: token.length, printed: printFloat(Number(token)) };
  }
  const digits = token.startsWith('-') ? token.length - 1 : token.length;
  if (digits > MOST_INTEGER_DIGITS) return undefined;
  return { length: token.length, printed: token === '-0' ? '0' : token };
}

/**
 * A float as Python prints it. Both languages use the shortest digits that read back the same; they differ in when
 * they turn to an exponent, and in showing that a whole number is a float.
 */
function printFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e16)) {
    const printed = String(value);
    return printed.includes('.') ? printed : `${printed}.0`;
  }
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.replace(/^[-+]/, '').padStart(2, '0')}`;
}
