/**
 * The greatest of numbers that come and go. Nothing is kept but it and how many there are of it: when the last of them
 * has gone, all numbers are looked at again.
 */
export class RunningMaximum {
  readonly #all: () => Iterable<number>;
  #value = 0;
  /** How many numbers are as great. */
  #holders = 0;
  #isStale = false;

  /** @param all the numbers that are there; none is less than 0 */
  constructor(all: () => Iterable<number>) {
    this.#all = all;
  }

  /** 0 when there is none. */
  get value(): number {
    if (this.#isStale) {
      this.#isStale = false;
      this.#value = 0;
      for (const number of this.#all()) this.add(number);
    }
    return this.#value;
  }

  add(number: number): void {
    if (this.#isStale || number < this.#value) return;
    if (number > this.#value) this.#holders = 0;
    this.#value = number;
    this.#holders++;
  }

  remove(number: number): void {
    if (this.#isStale || number < this.#value) return;
    this.#holders--;
    this.#isStale = this.#holders === 0;
  }
}
