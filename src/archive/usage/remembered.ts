import type { LocalDay } from '../../calendar/isoDay.ts';
import { book } from '../../usage/booking.ts';
import type { UsageRecord } from '../../usage/record.ts';
import type { UsageReading } from '../tables/usage.ts';

/**
 * What is remembered of the usage of sessions, in this process: of those of which anything is known on a day or later,
 * the earliest day that anybody asked from.
 */
export class RememberedUsage {
  /** What tells whether it is the same archive still, from which nothing was forgotten. */
  #of = '';
  #change = 0;
  #since: LocalDay = Number.POSITIVE_INFINITY;
  #records = new Map<string, UsageRecord>();

  /**
   * The change after which everything is missing here that is asked for; undefined where nothing is.
   * @param of another text for another archive
   * @param change the archive's last
   * @param day from which sessions are asked for
   */
  missingAfter(of: string, change: number, day: LocalDay): number | undefined {
    if (of !== this.#of || day < this.#since) {
      this.#of = of;
      this.#change = 0;
      this.#since = day;
      this.#records = new Map();
    }
    return this.#change === change && change > 0 ? undefined : this.#change;
  }

  /** From where on sessions are held. */
  get since(): LocalDay {
    return this.#since;
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
