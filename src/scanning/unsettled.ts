/**
 * Sessions that may be known in another state than the last settled look at the database saw: it moved on before they
 * were read, or the scan that read them was never finished. What a look compares with its forerunner says nothing of
 * these; they are to be compared themselves.
 */
export class Unsettled {
  #ids = new Set<string>();
  /** Analysed since the latest look; true for one that was as that look had seen it. */
  readonly #analysed = new Map<string, boolean>();

  /** To be called before each look: whatever was analysed and not settled until now counts as unsettled. */
  begin(): ReadonlySet<string> {
    for (const id of this.#analysed.keys()) this.#ids.add(id);
    this.#analysed.clear();
    return this.#ids;
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
