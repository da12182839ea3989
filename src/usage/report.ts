import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import type { DayRange } from '../calendar/range.ts';
import { type Activity, ActivityTally } from './activity.ts';
import { type Grouping, rowOrder, type SessionKeys, sourceKey } from './groups.ts';
import type { UsagePeriod } from './period.ts';
import { isWithin, Projects } from './projects.ts';
import type { UsageRecord } from './record.ts';
import type { UsageFigures } from './sums.ts';
import { type RowName, Tally } from './tally.ts';

/** Of which sessions usage is asked. */
export interface UsageFilter {
  /** Only sessions of this source; left out: of any. */
  readonly source?: string | undefined;
  /** Only sessions whose project is this folder, absolute and without a slash at its end, or below it. */
  readonly project?: string | undefined;
  /** Only what belongs to that row of another report of the same days. */
  readonly of?: RowName | undefined;
}

/** What is asked where the days are not known yet. */
export interface UsageOfPeriod extends UsageFilter {
  readonly period: UsagePeriod;
  readonly by: Grouping;
}

/** What is asked. */
export interface UsageQuestion extends UsageFilter {
  readonly range: DayRange;
  readonly by: Grouping;
}

/** The days on which sessions have messages that count. */
export interface ActiveDays {
  of(id: string): readonly LocalDay[];
  /** Those of every session. */
  all(): Iterable<readonly LocalDay[]>;
}

/** What there is to tell from. */
export interface UsageMaterial {
  /** By the session's id: all of them, or, where `isAboutItsDays`, those of which anything is known in the range or later. */
  readonly records: ReadonlyMap<string, UsageRecord>;
  readonly activeDays: ActiveDays;
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

/** Whether a question is answered by the sessions of its days: folders come from ancestors of any time, and so do streaks of some sessions. */
export function isAboutItsDays({
  by,
  source,
  project,
  of,
}: Pick<UsageQuestion, 'by'> & UsageFilter): boolean {
  return source === undefined && project === undefined && by !== 'project' && of?.by !== 'project';
}

/** A report, and what must be said beside it. */
export interface Reported {
  readonly report: UsageReport;
  /** The first day of the range with dollars, where there were tokens before of which none are known. */
  readonly pricedSince: LocalDay | null;
}

/** Sums up what was used in a range of days, by whatever is asked. */
export function usageReport(question: UsageQuestion, material: UsageMaterial): Reported {
  const { range, by } = question;
  const tally = new Tally(by, range, question.of);
  const activity = new ActivityTally(range);
  const isOfSome = question.source !== undefined || question.project !== undefined;
  for (const [keys, record] of chosen(question, material.records)) {
    tally.add(keys, record);
    activity.began(record.startedAt);
    if (isOfSome) activity.worked(material.activeDays.of(keys.id));
  }
  if (!isOfSome) for (const days of material.activeDays.all()) activity.worked(days);
  const rows = [...tally.rows].map(([key, sums]) => ({ key, ...sums.figures() }));
  const report = {
    range: { since: isoOfDay(range.since), until: isoOfDay(range.until), zone: material.zone },
    by,
    rows: rows.sort(rowOrder(by)),
    totals: tally.totals.figures(),
    activity: activity.activity(material.today),
  };
  return { report, pricedSince: tally.pricedSince };
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
