import type { LocalDay } from '../calendar/isoDay.ts';
import { type DayRange, isInRange } from '../calendar/range.ts';
import type { Amounts, UseKey } from '../hermes/usage/use.ts';
import { totalOf } from './amounts.ts';
import { type CostKind, costKindOf } from './costKind.ts';
import { type Grouping, type RowKey, rowKeyBy, type SessionKeys } from './groups.ts';
import { type UsageRecord, wholeOf } from './record.ts';
import { Sums } from './sums.ts';

/** A row of a report, by what it is grouped by. */
export interface RowName {
  readonly by: Grouping;
  readonly key: string | null;
}

/** Rows as they come to be, session after session. */
export class Tally {
  readonly rows = new Map<string | null, Sums>();
  readonly totals = new Sums();
  readonly #keyOf: RowKey;
  readonly #isOf: (session: SessionKeys, day: LocalDay, use?: UseKey) => boolean;
  readonly #range: DayRange;
  readonly #firstOf: { unpriced: LocalDay; dollars: LocalDay } = { unpriced: Infinity, dollars: Infinity };
  #session = 0;

  /**
   * @param by null for totals alone
   * @param of only what belongs to that row of another report
   */
  constructor(by: Grouping | null, range: DayRange, of?: RowName) {
    this.#keyOf = by === null ? () => undefined : rowKeyBy(by);
    this.#range = range;
    const keyOf = of && rowKeyBy(of.by);
    this.#isOf = keyOf ? (...where) => keyOf(...where) === of.key : () => true;
  }

  /** The first day with dollars, where there were tokens before of which none are known; null where there were none. */
  get pricedSince(): LocalDay | null {
    const { unpriced, dollars } = this.#firstOf;
    return unpriced < dollars && dollars !== Infinity ? dollars : null;
  }

  add(keys: SessionKeys, record: UsageRecord): void {
    const session = ++this.#session;
    const { firstDay } = record;
    if (isInRange(firstDay, this.#range) && this.#isOf(keys, firstDay)) {
      this.totals.addSession(session);
      this.#rowOf(this.#keyOf(keys, firstDay))?.addSession(session);
    }
    for (const unit of record.units) {
      if (!unit.days.some(({ day }) => isInRange(day, this.#range))) continue;
      const whole = wholeOf(unit);
      const kind = costKindOf({ ...unit, amounts: whole });
      for (const { day, amounts } of unit.days) {
        if (!isInRange(day, this.#range) || !this.#isOf(keys, day, unit)) continue;
        this.totals.add(session, kind, amounts, whole);
        this.#rowOf(this.#keyOf(keys, day, unit))?.add(session, kind, amounts, whole);
        this.#noteFirst(kind, day, amounts);
      }
    }
  }

  #noteFirst(kind: CostKind, day: LocalDay, amounts: Amounts): void {
    const first = this.#firstOf;
    if (kind === 'unpriced' && totalOf(amounts) > 0) first.unpriced = Math.min(first.unpriced, day);
    if ((kind === 'actual' || kind === 'estimated') && (amounts[kind] ?? 0) > 0)
      first.dollars = Math.min(first.dollars, day);
  }

  #rowOf(key: string | null | undefined): Sums | undefined {
    if (key === undefined) return undefined;
    const known = this.rows.get(key);
    if (known) return known;
    const fresh = new Sums();
    this.rows.set(key, fresh);
    return fresh;
  }
}
