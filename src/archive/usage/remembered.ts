import { book } from '../../usage/booking.ts';
import type { UsageRecord } from '../../usage/record.ts';
import type { UsageReading } from '../tables/usage.ts';

/** What is remembered of the usage of all sessions, in this process: loaded when somebody first asks. */
export class RememberedUsage {
  /** What tells whether it is the same archive still, from which nothing was forgotten. */
  #of = '';
  #change = 0;
  #records = new Map<string, UsageRecord>();

  get isLoaded(): boolean {
    return this.#change > 0;
  }

  /** The change after which everything is missing here. @param of another text for another archive */
  changeIn(of: string): number {
    if (of !== this.#of) {
      this.#of = of;
      this.#change = 0;
      this.#records = new Map();
    }
    return this.#change;
  }

  /** @param change of the archive that they were read from */
  add(records: Iterable<readonly [string, UsageRecord]>, change: number): void {
    for (const [id, record] of records) this.#records.set(id, record);
    this.#change = change;
  }

  /**
   * With what could not be written yet.
   * @param stored what is known otherwise, while the archive cannot be read
   */
  with(
    readings: readonly UsageReading[],
    stored: ReadonlyMap<string, UsageRecord> = this.#records,
  ): ReadonlyMap<string, UsageRecord> {
    if (readings.length === 0) return stored;
    const records = new Map(stored);
    for (const { use, at } of readings) records.set(use.id, book(records.get(use.id), use, at));
    return records;
  }
}
