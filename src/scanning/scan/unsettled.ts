/**
 * Sessions that may be known in another state than the last settled look at the database saw: it moved on before they
 * were read, or the scan that read them was never finished. What a look compares with its forerunner says nothing of
 * these; they are to be compared themselves.
 */
export class Unsettled {
  #ids = new Set<string>();
  /** Analysed since the latest look; true for one that was as that look had seen it. */
  readonly #analysed = new Map<string, boolean>();
  /** They are looked at each time, until they can be read. */
  #unreadable = new Set<string>();

  /** To be called before each look: whatever was analysed and not settled until now counts as unsettled. */
  begin(): ReadonlySet<string> {
    for (const id of this.#analysed.keys()) this.#ids.add(id);
    this.#analysed.clear();
    return new Set([...this.#ids, ...this.#unreadable]);
  }

  /** Only these are to be analysed; the others are known as they are. */
  planned(ids: Iterable<string>): void {
    this.#unreadable = new Set([...ids].filter((id) => this.#unreadable.has(id)));
  }

  /** How many sessions could not be read when they were last tried. */
  get unreadable(): number {
    return this.#unreadable.size;
  }

  /** @param isReadable false where the session could not be read; true where it was, or is gone */
  tried(id: string, isReadable: boolean): void {
    if (isReadable) this.#unreadable.delete(id);
    else this.#unreadable.add(id);
  }

  analysed(id: string, asSeen: boolean): void {
    this.#analysed.set(id, asSeen);
  }

  /** The latest look counts from now on. @param isStill nothing was written between it and the end of the reading */
  settle(isStill: boolean): void {
    const moved = [...this.#analysed].filter(([, asSeen]) => !asSeen && !isStill);
    this.#ids = new Set(moved.map(([id]) => id));
    this.#analysed.clear();
  }
}
