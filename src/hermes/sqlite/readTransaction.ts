/**
 * A connection's read transactions. Several reads in a row share one: beginning and ending it costs as much as reading a
 * short session. It begins with the first read, and an error ends it, so that what follows does not read on outside.
 */
export class ReadTransaction {
  readonly #begin: () => number;
  readonly #rollback: () => void;
  /** The data version of the transaction that is open. */
  #dataVersion: number | undefined;
  #isKept = false;

  /**
   * @param begin begins a transaction and makes it read; returns the data version
   * @param rollback ends it; never throws
   */
  constructor(begin: () => number, rollback: () => void) {
    this.#begin = begin;
    this.#rollback = rollback;
  }

  get isOpen(): boolean {
    return this.#dataVersion !== undefined;
  }

  /** Everything that `read` reads is of the same moment. Not to be nested. */
  within<T>(read: (dataVersion: number) => T): T {
    let isDone = false;
    try {
      this.#dataVersion ??= this.#begin();
      const result = read(this.#dataVersion);
      isDone = true;
      return result;
    } finally {
      if (!isDone || !this.#isKept) this.#end();
    }
  }

  /** All reads `within` are of the same moment, unless one fails. */
  kept<T>(reads: () => T): T {
    this.#isKept = true;
    try {
      return reads();
    } finally {
      this.#isKept = false;
      this.#end();
    }
  }

  #end(): void {
    this.#dataVersion = undefined;
    this.#rollback();
  }
}
