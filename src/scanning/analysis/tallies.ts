import type { DashboardFigures } from '../../archive/session/record.ts';
import type { Generation } from '../../hermes/historyMode.ts';
import type { Message } from '../../hermes/messages/message.ts';
import type { Row } from '../../hermes/messages/rows/row.ts';
import type { SeenRows } from '../../hermes/messages/rows/seen.ts';
import type { Session } from '../../hermes/sessions/session.ts';
import { COUNTING_RULES } from '../../metrics/countingRules.ts';
import type { FrozenCounter, SessionCounter } from '../../metrics/session/counter.ts';
import type { SessionDays } from '../../metrics/session/daySlices.ts';
import { DayCounter } from '../../metrics/session/days.ts';
import { newSessionCounter } from '../../metrics/session/newCounter.ts';
import type { SessionStats } from '../../metrics/session/stats.ts';
import { figureRowOf } from '../../metrics/sums/figureRow.ts';
import type { Bookmark } from './bookmark.ts';

/** Figures at the end of a day are kept without what tells whose they are. */
const NOBODY: Session = {
  id: '',
  source: null,
  model: null,
  title: '',
  startedAt: null,
  lastActive: null,
  archived: false,
};

/** What is counted of one session in one go: for `lifetime` with its days, and for the dashboard where that differs. */
export class Tallies {
  readonly #startedAt: number | null;
  readonly #generation: Generation | null;
  readonly #seen: SeenRows;
  readonly #lifetime: SessionCounter;
  readonly #days: DayCounter;
  #dashboard: SessionCounter | undefined;
  /** So far every row counts, whole and once, in every mode. */
  #isPlain: boolean;
  /** So far every mode takes the same names for all calls. */
  #namesAlike: boolean;

  /** @param seen is told of all rows by whoever reads them */
  constructor(startedAt: number | null, generation: Generation | null, seen: SeenRows, bookmark?: Bookmark) {
    this.#startedAt = startedAt;
    this.#generation = generation;
    this.#seen = seen;
    this.#lifetime = newSessionCounter(bookmark?.lifetime as FrozenCounter | undefined);
    this.#days = new DayCounter(startedAt, () => figureRowOf(this.#lifetime.stats(NOBODY)), bookmark?.days);
    this.#dashboard = bookmark?.dashboard
      ? newSessionCounter(bookmark.dashboard as FrozenCounter)
      : undefined;
    this.#isPlain = bookmark?.isPlain ?? true;
    this.#namesAlike = bookmark?.namesAlike ?? true;
  }

  /** The dashboard's figures are others, and have to be counted by themselves. */
  get hasOwnDashboard(): boolean {
    return !this.#isPlain || !this.#namesAlike;
  }

  /** Some row does not count, whole and once, in every mode. */
  rowsDiffer(): void {
    this.#isPlain = false;
  }

  /** A row that may count or not. */
  look(row: Row): void {
    if (!row.namesAlike) this.#namesAlike = false;
  }

  /** A row that counts in every mode. */
  addPlain(row: Row): void {
    this.look(row);
    this.#days.beforeMessage(row.timestamp);
    this.#lifetime.add(row);
    this.#dashboard?.add({ ...row, callNames: row.dashboardNames });
  }

  /** A message that counts in `lifetime`. */
  addLifetime(message: Message): void {
    this.#days.beforeMessage(message.timestamp);
    this.#lifetime.add(message);
  }

  /** A message that the dashboard counts. */
  addDashboard(message: Message): void {
    this.#dashboard ??= newSessionCounter();
    this.#dashboard.add(message);
  }

  figures(session: Session): {
    lifetime: SessionStats;
    days: SessionDays;
    dashboard: DashboardFigures | null;
  } {
    const lifetime = this.#lifetime.stats(session);
    return {
      lifetime,
      days: this.#days.days(session.lastActive),
      dashboard: this.#dashboardOf(session, lifetime),
    };
  }

  /** @param carriedBefore rows with a timestamp before this are carried over from another session */
  freeze(carriedBefore: number): Bookmark {
    const frozen: Omit<Bookmark, 'lifetime' | 'dashboard' | 'days'> = {
      rules: COUNTING_RULES,
      startedAt: this.#startedAt,
      carriedBefore: Number.isFinite(carriedBefore) ? carriedBefore : null,
      rows: this.#seen.freeze(),
      generation: this.#generation,
      isPlain: this.#isPlain,
      namesAlike: this.#namesAlike,
    };
    return {
      ...frozen,
      lifetime: this.#lifetime.freeze(),
      days: this.#days.freeze(),
      dashboard: this.#dashboard?.freeze() ?? null,
    } as Bookmark;
  }

  #dashboardOf(session: Session, lifetime: SessionStats): DashboardFigures | null {
    if (!this.hasOwnDashboard) return { generation: 'any', stats: lifetime };
    const generation = this.#generation;
    if (generation === null) return null;
    if (this.#dashboard) return { generation, stats: this.#dashboard.stats(session) };
    if (!this.#isPlain) return { generation, stats: newSessionCounter().stats(session) };
    return { generation, stats: this.#lifetime.dashboardStats(session) };
  }
}
