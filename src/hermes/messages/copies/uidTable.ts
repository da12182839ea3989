const START_SLOTS = 1 << 11;
/** Words of 32 bits that a uid is remembered by. */
const WORDS = 2;
/** The second word of a uid that was written down without it: it may be any. */
const FORGOTTEN = 0;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const GOLDEN_RATIO = 0x9e3779b1;

/**
 * Which uids were seen, by a hash of 64 bits: what it has not seen was not there; what it has may be another of the same
 * hash, in one of a billion sessions of 190,000 rows. By 32 bits it would be in nearly every one, and all of its rows have
 * to be told apart once more. Eight bytes a row, and no text is kept. Its memory is used again by the next session.
 */
export class UidTable {
  /** Both words of a uid side by side; the first is 0 where there is none. */
  #slots = new Uint32Array(START_SLOTS * WORDS);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** @returns false where it, or another of the same hash, was there already */
  add(uid: string): boolean {
    // Every other character goes into another sum: none is looked at twice.
    let [even, odd] = [FNV_OFFSET, FNV_OFFSET];
    const length = uid.length & ~1;
    for (let index = 0; index < length; index += 2) {
      even = Math.imul(even ^ uid.charCodeAt(index), FNV_PRIME);
      odd = Math.imul(odd ^ uid.charCodeAt(index + 1), FNV_PRIME);
    }
    if (length < uid.length) even = Math.imul(even ^ uid.charCodeAt(length), FNV_PRIME);
    return this.#insert(mixed(even ^ Math.imul(odd, GOLDEN_RATIO)), mixed(odd));
  }

  clear(): void {
    if (this.#count === 0) return;
    if (this.#slots.length > START_SLOTS * WORDS) this.#slots = new Uint32Array(START_SLOTS * WORDS);
    else this.#slots.fill(0);
    this.#count = 0;
  }

  /** The first words, as text of five to six characters each: enough to hold the few rows against that come later. */
  freeze(): string {
    const words = this.#slots.filter((word, at) => at % WORDS === 0 && word !== 0);
    return Buffer.from(words.buffer).toString('base64');
  }

  /** Takes over what `freeze` gave. */
  thaw(frozen: string): void {
    this.clear();
    const bytes = new Uint8Array(Buffer.from(frozen, 'base64'));
    for (const word of new Uint32Array(bytes.buffer, 0, bytes.length >> 2))
      if (word !== 0) this.#insert(word, FORGOTTEN);
  }

  #insert(first: number, second: number): boolean {
    if (this.#count * WORDS * 2 >= this.#slots.length) this.#grow();
    const slots = this.#slots;
    const mask = slots.length - WORDS;
    let at = (first * WORDS) & mask;
    for (; slots[at] !== 0; at = (at + WORDS) & mask) {
      if (slots[at] !== first) continue;
      if (slots[at + 1] === second || slots[at + 1] === FORGOTTEN) return false;
    }
    slots[at] = first;
    slots[at + 1] = second;
    this.#count++;
    return true;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    this.#count = 0;
    for (let at = 0; at < before.length; at += WORDS)
      if (before[at] !== 0) this.#insert(before[at]!, before[at + 1]!);
  }
}

/** The bits of a hash mixed once more; never 0. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  bits ^= bits >>> 13;
  return bits >>> 0 || 1;
}
