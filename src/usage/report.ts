import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import { type DayRange, isInRange } from '../calendar/range.ts';
import { type Activity, ActivityTally } from './activity.ts';
import { costKindOf } from './costKind.ts';
import { type Grouping, type RowKey, rowKeyBy, rowOrder, type SessionKeys, sourceKey } from './groups.ts';
import { isWithin, Projects } from './projects.ts';
import { type UsageRecord, wholeOf } from './record.ts';
import { Sums, type UsageFigures } from './sums.ts';

/** What is asked. */
export interface UsageQuestion {
  readonly range: DayRange;
  readonly by: Grouping;
  /** Only sessions of this source; left out: of any. */
  readonly source?: string | undefined;
  /** Only sessions whose project is this folder, absolute and without a slash at its end, or below it. */
  readonly project?: string | undefined;
}

/** What there is to tell from. */
export interface UsageMaterial {
  /** By the session's id. */
  readonly records: ReadonlyMap<string, UsageRecord>;
  /** The days on which a session has messages that count. */
  readonly activeDays: (id: string) => readonly LocalDay[];
  readonly today: LocalDay;
  /** The IANA name of the zone that the days are of. */
  readonly zone: string;
}

/** The report of usage.md, "Command line", with its very keys. */
export interface UsageReport {
  readonly range: { readonly since: string; readonly until: string; readonly zone: string };
  readonly by: Grouping;
  readonly rows: readonly UsageRow[];
  readonly totals: UsageFigures;
  readonly activity: Activity;
}

export interface UsageRow extends UsageFigures {
  readonly key: string | null;
}

/** Sums up what was used in a range of days, by whatever is asked. */
export function usageReport(question: UsageQuestion, material: UsageMaterial): UsageReport {
  const { range, by } = question;
  const tally = new Tally(rowKeyBy(by), range);
  const activity = new ActivityTally(range);
  for (const [keys, record] of chosen(question, material.records)) {
    tally.add(keys, record);
    activity.add(record.startedAt, material.activeDays(keys.id));
  }
  const rows = [...tally.rows].map(([key, sums]) => ({ key, ...sums.figures() }));
  return {
    range: { since: isoOfDay(range.since), until: isoOfDay(range.until), zone: material.zone },
    by,
    rows: rows.sort(rowOrder(by)),
    totals: tally.totals.figures(),
    activity: activity.activity(material.today),
  };
}

function* chosen(
  { source, project }: UsageQuestion,
  records: ReadonlyMap<string, UsageRecord>,
): Generator<readonly [SessionKeys, UsageRecord], void, void> {
  const projects = new Projects(records);
  for (const [id, record] of records) {
    const keys = { id, source: sourceKey(record.source), project: projects.of(id) };
    if (source !== undefined && keys.source !== source) continue;
    if (project !== undefined && !isWithin(keys.project, project)) continue;
    yield [keys, record];
  }
}

/** Rows as they come to be, session after session. */
class Tally {
  readonly rows = new Map<string | null, Sums>();
  readonly totals = new Sums();
  readonly #keyOf: RowKey;
  readonly #range: DayRange;
  #session = 0;

  constructor(keyOf: RowKey, range: DayRange) {
    this.#keyOf = keyOf;
    this.#range = range;
  }

  add(keys: SessionKeys, record: UsageRecord): void {
    const session = ++this.#session;
    if (isInRange(record.firstDay, this.#range)) {
      this.totals.addSession(session);
      this.#rowOf(this.#keyOf(keys, record.firstDay))?.addSession(session);
    }
    for (const unit of record.units) {
      if (!unit.days.some(({ day }) => isInRange(day, this.#range))) continue;
      const whole = wholeOf(unit);
      const kind = costKindOf({ ...unit, amounts: whole });
      for (const { day, amounts } of unit.days) {
        if (!isInRange(day, this.#range)) continue;
        this.totals.add(session, kind, amounts, whole);
        this.#rowOf(this.#keyOf(keys, day, unit))?.add(session, kind, amounts, whole);
      }
    }
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
