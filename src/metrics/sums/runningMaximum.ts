/**
 * The greatest of numbers that come and go. Removing the greatest costs a look at the distinct values, of which there
 * are far fewer than sessions; everything else costs the same at any size.
 */
export class RunningMaximum {
  readonly #counts = new Map<number, number>();
  #value: number | undefined = 0;

  /** 0 when there is none. */
  get value(): number {
    if (this.#value === undefined) {
      this.#value = 0;
      for (const number of this.#counts.keys()) if (number > this.#value) this.#value = number;
    }
    return this.#value;
  }

  add(number: number): void {
    this.#counts.set(number, (this.#counts.get(number) ?? 0) + 1);
    if (this.#value !== undefined && number > this.#value) this.#value = number;
  }

  remove(number: number): void {
    const count = (this.#counts.get(number) ?? 0) - 1;
    if (count > 0) {
      this.#counts.set(number, count);
      return;
    }
    this.#counts.delete(number);
    if (number === this.#value) this.#value = undefined;
  }
}
