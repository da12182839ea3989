/**
 * Bytes that no literal tells apart share a class, and so a column of the automaton's table; upper and lower case of
 * an ASCII letter are one class, which is all the case folding that scanning needs.
 */
export interface ByteClasses {
  /** The class of each byte; 0 for bytes that occur in no literal. */
  readonly of: Uint8Array;
  readonly count: number;
}

/** @param literals lower-case spellings */
export function byteClasses(literals: readonly Uint8Array[]): ByteClasses {
  const of = new Uint8Array(256);
  let count = 1;
  for (const byte of literals.flatMap((literal) => [...literal])) {
    if (of[byte] !== 0) continue;
    of[byte] = count;
    const isLetter = byte >= 0x61 && byte <= 0x7a;
    if (isLetter) of[byte & ~0x20] = count;
    count++;
  }
  return { of, count };
}
