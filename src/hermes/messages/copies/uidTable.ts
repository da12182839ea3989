const START_SIZE = 1 << 12;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Which uids were seen, by a hash of 32 bits: what it has not seen was not there, what it has may be another of the
 * same hash. Four bytes a row, and no text is kept. Its memory is used again by the next session.
 */
export class UidTable {
  #slots = new Uint32Array(START_SIZE);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** @returns false where it, or another of the same hash, was there already */
  add(uid: string): boolean {
    return this.#insert(hashOf(uid));
  }

  clear(): void {
    if (this.#count === 0) return;
    if (this.#slots.length > START_SIZE) this.#slots = new Uint32Array(START_SIZE);
    else this.#slots.fill(0);
    this.#count = 0;
  }

  /** The hashes, as text of five to six characters each. */
  freeze(): string {
    const hashes = this.#slots.filter((hash) => hash !== 0);
    return Buffer.from(hashes.buffer).toString('base64');
  }

  /** Takes over what `freeze` gave. */
  thaw(frozen: string): void {
    this.clear();
    const bytes = new Uint8Array(Buffer.from(frozen, 'base64'));
    for (const hash of new Uint32Array(bytes.buffer, 0, bytes.length >> 2))
      if (hash !== 0) this.#insert(hash);
  }

  #insert(hash: number): boolean {
    if (this.#count * 2 >= this.#slots.length) this.#grow();
    const mask = this.#slots.length - 1;
    let at = hash & mask;
    for (let found = this.#slots[at]!; found !== 0; found = this.#slots[at]!) {
      if (found === hash) return false;
      at = (at + 1) & mask;
    }
    this.#slots[at] = hash;
    this.#count++;
    return true;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    this.#count = 0;
    for (const hash of before) if (hash !== 0) this.#insert(hash);
  }
}

/** FNV-1a with its bits mixed once more; never 0. */
function hashOf(uid: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < uid.length; index++) hash = Math.imul(hash ^ uid.charCodeAt(index), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash >>> 0 || 1;
}
