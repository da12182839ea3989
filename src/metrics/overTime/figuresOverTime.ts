import type { LocalDay } from '../../calendar/isoDay.ts';
import type { DayRange } from '../../calendar/range.ts';
import type { FigureRow, SessionDays } from '../session/daySlices.ts';
import { isDistinctModel, isLocalModel, providerOf } from '../session/modelProvider.ts';
import type { AggregateMetric, SessionMetric, SessionStats } from '../session/stats.ts';
import type { Addend } from '../sums/addend.ts';
import { localTime } from '../sums/aggregate.ts';
import { SESSION_METRICS } from '../sums/figureRow.ts';
import { MAXIMA, SUMS } from '../sums/rules.ts';
import { Arrivals } from './arrivals.ts';
import { BEFORE_ALL_DAYS, DailySums } from './dailySums.ts';
import { type Climb, Records } from './records.ts';

/** A session's figures and the days on which they came to be. */
export interface DatedSession {
  readonly stats: SessionStats;
  readonly days: SessionDays;
}

/** The same, as it is added to what is there. */
export type DatedAddend = DatedSession & Addend;

/** What happened on one day. */
export interface DayActivity {
  readonly day: LocalDay;
  /** Sessions whose own day it is. */
  readonly sessions: number;
  readonly messages: number;
  readonly tool_calls: number;
}

/** What a figure came to at the end of a day. */
export interface DayFigure {
  readonly day: LocalDay;
  readonly value: number;
}

/** Sums over messages, by the day of the message: those of the whole history, and how many messages there are. */
const SUMMED: readonly number[] = [...SUMS.map(([, own]) => own), 'message_count' as const].map((own) =>
  SESSION_METRICS.indexOf(own),
);
const MESSAGES = SUMS.length;
const TOOL_CALLS = SUMS.findIndex(([metric]) => metric === 'total_tool_calls');
/** Counts of sessions, by the session's own day, follow. */
const [SESSIONS, LOCAL_SESSIONS, WEEKEND_SESSIONS, NIGHT_SESSIONS, COLUMNS] = [1, 2, 3, 4, 5].map(
  (further) => MESSAGES + further,
) as [number, number, number, number, number];
const COLUMN_OF: ReadonlyMap<AggregateMetric, number> = new Map([
  ...SUMS.map(([metric], column) => [metric, column] as const),
  ['session_count', SESSIONS],
  ['local_model_chat_sessions', LOCAL_SESSIONS],
  ['weekend_sessions', WEEKEND_SESSIONS],
  ['night_sessions', NIGHT_SESSIONS],
]);
const RECORDS = MAXIMA.map(([metric, own]) => ({ metric, own, place: SESSION_METRICS.indexOf(own) }));

/**
 * Every figure of the whole history, over its days (counting.md, "Days"). A changed session is taken back and added
 * again, so that a refresh costs the days of what changed.
 */
export class FiguresOverTime {
  readonly #sessions: () => Iterable<DatedSession>;
  readonly #sums = new DailySums(COLUMNS);
  readonly #records = MAXIMA.map(() => new Records());
  readonly #models = new Arrivals();
  readonly #providers = new Arrivals();

  /** @param sessions all that were added and not taken back; asked for where the holder of a record has fallen */
  constructor(sessions: () => Iterable<DatedSession>) {
    this.#sessions = sessions;
  }

  /** A session's figures in place of what was known of it; either may be absent. */
  replace(before: DatedAddend | undefined, after: DatedAddend | undefined): void {
    if (before) this.#count(before, -1);
    if (after) this.#count(after, 1);
    const session = after ?? before;
    if (!session) return;
    const { stats, figures, days } = session;
    const from = days.earlier[0]?.day ?? lastDayOf(session);
    for (let index = 0; index < RECORDS.length; index++) {
      const { own, place } = RECORDS[index]!;
      const records = this.#records[index]!;
      const concerns =
        (after !== undefined && records.isRecord(from, figures[place]!)) ||
        (before !== undefined && records.isHolder(stats.session_id));
      if (concerns) records.replace(stats.session_id, after ? climbOf(after, own, place) : []);
    }
  }

  /** The first day at whose end the figure was at the threshold; null while it is not, or where no day is known. */
  firstDayAt(metric: AggregateMetric, threshold: number): LocalDay | null {
    const day = this.#firstAt(metric, threshold);
    if (day === undefined) return null;
    return day === BEFORE_ALL_DAYS ? (this.#sums.runningTotals().days[0] ?? null) : day;
  }

  /** What the figure came to at the end of each day on which it changed, rising; what has no day is on the first of all. */
  changes(metric: AggregateMetric): readonly DayFigure[] {
    const first = this.firstDay;
    if (first === null) return [];
    return risesOf(this.#figuresOf(metric).map(({ day, value }) => ({ day: Math.max(day, first), value })));
  }

  /** What a sum has gained in a range of days; null for a figure that is no sum. */
  gained(metric: AggregateMetric, { since, until }: DayRange): number | null {
    const column = COLUMN_OF.get(metric);
    if (column === undefined) return null;
    const { days, totals } = this.#sums.runningTotals();
    const totalBefore = (day: LocalDay): number => totals[column]![firstAtLeast(days, day) - 1] ?? 0;
    return totalBefore(until + 1) - totalBefore(since);
  }

  /** The first day on which anything happened; null where nothing has a day. */
  get firstDay(): LocalDay | null {
    return this.#sums.runningTotals().days[0] ?? null;
  }

  /** Days on which something happened, rising. */
  days(): DayActivity[] {
    const found: DayActivity[] = [];
    for (const { day, figures } of this.#sums.days()) {
      const activity = {
        day,
        sessions: figures[SESSIONS]!,
        messages: figures[MESSAGES]!,
        tool_calls: figures[TOOL_CALLS]!,
      };
      if (activity.sessions + activity.messages + activity.tool_calls > 0) found.push(activity);
    }
    return found;
  }

  #firstAt(metric: AggregateMetric, threshold: number): LocalDay | undefined {
    const column = COLUMN_OF.get(metric);
    if (column !== undefined) {
      const { days, totals } = this.#sums.runningTotals();
      const reached = firstAtLeast(totals[column]!, threshold);
      return days[reached];
    }
    if (metric === 'distinct_model_count') return this.#models.firsts()[threshold - 1];
    if (metric === 'distinct_provider_count') return this.#providers.firsts()[threshold - 1];
    const index = RECORDS.findIndex((record) => record.metric === metric);
    return this.#records[index]?.marks(() => this.#climbs(index)).find(({ value }) => value >= threshold)
      ?.day;
  }

  /** Days and figures, rising; a figure may stand there twice. */
  #figuresOf(metric: AggregateMetric): readonly DayFigure[] {
    const column = COLUMN_OF.get(metric);
    if (column !== undefined) {
      const { days, totals } = this.#sums.runningTotals();
      return days.map((day, place) => ({ day, value: totals[column]![place]! }));
    }
    const index = RECORDS.findIndex((record) => record.metric === metric);
    if (index >= 0) return this.#records[index]!.marks(() => this.#climbs(index));
    const arrivals = metric === 'distinct_model_count' ? this.#models : this.#providers;
    return arrivals.firsts().map((day, place) => ({ day, value: place + 1 }));
  }

  *#climbs(index: number): Generator<readonly [string, Climb], void, void> {
    const { own, place } = RECORDS[index]!;
    for (const session of this.#sessions()) yield [session.stats.session_id, climbOf(session, own, place)];
  }

  #count(session: DatedAddend, by: 1 | -1): void {
    const { stats, days } = session;
    let before: FigureRow | undefined;
    for (const { day, figures } of days.earlier) {
      this.#countDay(day, figures, before, by);
      before = figures;
    }
    this.#countDay(lastDayOf(session), session.figures, before, by);
    this.#countOwnDay(stats, days.own ?? BEFORE_ALL_DAYS, by);
  }

  /** What a day added to what there was at the end of the one before. */
  #countDay(day: LocalDay, figures: FigureRow, before: FigureRow | undefined, by: 1 | -1): void {
    const sums = this.#sums.on(day);
    for (let column = 0; column < SUMMED.length; column++) {
      const place = SUMMED[column]!;
      sums[column]! += by * (before ? figures[place]! - before[place]! : figures[place]!);
    }
  }

  #countOwnDay(stats: SessionStats, own: LocalDay, by: 1 | -1): void {
    const sums = this.#sums.on(own);
    const { weekend, night } = localTime(stats.started_at);
    sums[SESSIONS]! += by;
    if (weekend) sums[WEEKEND_SESSIONS]! += by;
    if (night) sums[NIGHT_SESSIONS]! += by;
    if (stats.model_names.some(isLocalModel)) sums[LOCAL_SESSIONS]! += by;
    for (const name of stats.model_names) {
      if (isDistinctModel(name)) this.#models.count(name, own, by);
      const provider = providerOf(name);
      if (provider !== undefined) this.#providers.count(provider, own, by);
    }
  }
}

/** The day that a session's final figures belong to. */
function lastDayOf({ days }: DatedSession): LocalDay {
  return days.last ?? days.own ?? BEFORE_ALL_DAYS;
}

function climbOf(session: DatedSession, own: SessionMetric, place: number): Climb {
  const earlier = session.days.earlier.map(({ day, figures }) => [day, figures[place]!] as const);
  return [...earlier, [lastDayOf(session), session.stats[own]]];
}

/** The last figure of each day, those left out that are as the one before. */
function risesOf(figures: readonly DayFigure[]): DayFigure[] {
  const rises: DayFigure[] = [];
  for (const [place, figure] of figures.entries()) {
    if (figures[place + 1]?.day === figure.day) continue;
    if (figure.value !== (rises.at(-1)?.value ?? 0)) rises.push(figure);
  }
  return rises;
}

/** The first place of a value in rising numbers; their length where there is none. */
function firstAtLeast(rising: ArrayLike<number>, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
