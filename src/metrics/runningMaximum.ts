/** Numbers below this are counted in an array, which costs a tenth of a map. */
const SMALL = 1_024;

/**
 * The greatest of numbers that come and go: whole, not negative. Removing the greatest costs a look at the distinct
 * values, of which there are far fewer than sessions; everything else costs the same at any size.
 */
export class RunningMaximum {
  /** How often each number is there: small ones by the number, others in a map. */
  readonly #small = new Uint32Array(SMALL);
  readonly #large = new Map<number, number>();
  #value: number | undefined = 0;

  /** 0 when there is none. */
  get value(): number {
    this.#value ??= this.#greatest();
    return this.#value;
  }

  add(number: number): void {
    if (number < SMALL) this.#small[number]!++;
    else this.#large.set(number, (this.#large.get(number) ?? 0) + 1);
    if (this.#value !== undefined && number > this.#value) this.#value = number;
  }

  remove(number: number): void {
    if (this.#leave(number) === 0 && number === this.#value) this.#value = undefined;
  }

  #greatest(): number {
    let greatest = Math.max(
      0,
      this.#small.findLastIndex((count) => count > 0),
    );
    for (const number of this.#large.keys()) if (number > greatest) greatest = number;
    return greatest;
  }

  /** @returns how many of the same are left */
  #leave(number: number): number {
    if (number < SMALL) return --this.#small[number]!;
    const count = this.#large.get(number)! - 1;
    if (count === 0) this.#large.delete(number);
    else this.#large.set(number, count);
    return count;
  }
}
