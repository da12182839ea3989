import { isWordAt, isWordBefore } from '../characters.ts';
import type { Word } from './notation.ts';

interface Spelling {
  readonly bytes: Uint8Array;
  readonly before: boolean;
  readonly after: boolean;
}

/** A to Z as a to z, all other bytes as they are. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
);
const EXACT = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** The spellings of one part of a phrase, looked for at a given place. */
export class WordSet {
  readonly #spellings: readonly Spelling[];
  /** By byte whether a spelling may begin with it. */
  readonly #first = new Uint8Array(256);
  /** By byte whether a spelling may have it second, or end before it. */
  readonly #second = new Uint8Array(256);
  readonly #fold: Uint8Array;

  constructor(words: readonly Word[], caseSensitive = false) {
    const encoder = new TextEncoder();
    this.#spellings = words.map(({ text, before, after }) => ({
      bytes: encoder.encode(text),
      before,
      after,
    }));
    this.#fold = caseSensitive ? EXACT : FOLDED;
    for (const { bytes } of this.#spellings) {
      for (const byte of caseSensitive ? [bytes[0]!] : bothCases(bytes[0]!)) this.#first[byte] = 1;
      if (bytes.length === 1) this.#second.fill(1);
      else for (const byte of caseSensitive ? [bytes[1]!] : bothCases(bytes[1]!)) this.#second[byte] = 1;
    }
  }

  /** Where the first spelling that stands at `at` and ends by `limit` ends; -1 if none does. */
  endAt(text: Uint8Array, at: number, limit: number): number {
    if (at >= limit || this.#first[text[at]!] === 0) return -1;
    if (at + 1 < limit && this.#second[text[at + 1]!] === 0) return -1;
    for (const { bytes, before, after } of this.#spellings) {
      const end = at + bytes.length;
      if (end > limit || !this.#spells(text, at, bytes)) continue;
      if (before && isWordBefore(text, at)) continue;
      if (after && isWordAt(text, end)) continue;
      return end;
    }
    return -1;
  }

  /** Where the last spelling that begins at `from` or later and ends by `limit` begins; -1 if there is none. */
  lastIn(text: Uint8Array, from: number, limit: number): number {
    for (let at = limit - 1; at >= from; at--) {
      if (this.#first[text[at]!] === 1 && this.endAt(text, at, limit) >= 0) return at;
    }
    return -1;
  }

  #spells(text: Uint8Array, at: number, bytes: Uint8Array): boolean {
    for (let index = 0; index < bytes.length; index++) {
      if (this.#fold[text[at + index]!] !== bytes[index]) return false;
    }
    return true;
  }
}

/** @param byte of a lower-case spelling */
function bothCases(byte: number): readonly number[] {
  const isLetter = byte >= 0x61 && byte <= 0x7a;
  return isLetter ? [byte, byte & ~0x20] : [byte];
}
