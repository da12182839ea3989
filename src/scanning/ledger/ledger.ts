import type { SessionRecord } from '../../archive/session/record.ts';
import { Leaderboards } from '../../badges/contributors/leaderboards.ts';
import type { ContributionSource } from '../../badges/evaluate.ts';
import type { FirstDayAt } from '../../badges/unlocks/reached.ts';
import type { Generation, HistoryMode } from '../../hermes/historyMode.ts';
import {
  type DatedSession,
  type DayActivity,
  FiguresOverTime,
} from '../../metrics/overTime/figuresOverTime.ts';
import type { Aggregate, SessionStats } from '../../metrics/session/stats.ts';
import { Aggregator } from '../../metrics/sums/aggregate.ts';

/** How a scan counts: `lifetime`, or as a generation of the dashboard does. */
export interface Counting {
  readonly mode: HistoryMode;
  /** Of the dashboard; of no account in `lifetime`. */
  readonly generation: Generation;
}

/** The dashboard that is counted for beside `lifetime`, which is counted always; null for none. */
export function dashboardOf({ mode, generation }: Counting): Generation | null {
  return mode === 'dashboard' ? generation : null;
}

interface Line {
  readonly record: SessionRecord;
  /** What it adds to the sums; absent while the session does not count (archived, say, in `dashboard` mode). */
  readonly counted: SessionStats | undefined;
}

/**
 * Every session that is known, and what they add up to. A changed session is subtracted and added again, so that a
 * refresh costs what changed, not what there is.
 */
export class Ledger {
  readonly counting: Counting;
  readonly #lines = new Map<string, Line>();
  readonly #aggregator: Aggregator;
  readonly #leaderboards = new Leaderboards();
  readonly #overTime = new FiguresOverTime(() => this.#dated());
  #countedSessions = 0;

  constructor(counting: Counting) {
    this.counting = counting;
    this.#aggregator = new Aggregator(counting.mode === 'dashboard' ? 'any' : 'valid');
  }

  /** How many sessions add to the sums. */
  get countedSessions(): number {
    return this.#countedSessions;
  }

  /** How many sessions are known, counted or not. */
  get size(): number {
    return this.#lines.size;
  }

  /** The same sessions, counted so, would come to the same. */
  countsAs({ mode, generation }: Counting): boolean {
    if (this.counting.mode !== mode) return false;
    return mode === 'lifetime' || this.counting.generation === generation;
  }

  get contributions(): ContributionSource {
    return this.#leaderboards;
  }

  get(id: string): SessionRecord | undefined {
    return this.#lines.get(id)?.record;
  }

  /** The sessions whose row was there when they were last seen. */
  *present(): Generator<string, void, void> {
    for (const [id, { record }] of this.#lines) if (record.goneAt === null) yield id;
  }

  *records(): Generator<SessionRecord, void, void> {
    for (const { record } of this.#lines.values()) yield record;
  }

  /** Puts a session in place of what was known of it. */
  put(record: SessionRecord): void {
    const before = this.#lines.get(record.id);
    const counted = figuresFor(record, this.counting);
    this.#lines.set(record.id, { record, counted });
    this.#count(record.id, before?.counted, counted);
    if (this.#isDated) this.#overTime.replace(before && datedOf(before.record), datedOf(record));
  }

  remove(id: string): void {
    const line = this.#lines.get(id);
    if (!line) return;
    this.#lines.delete(id);
    this.#count(id, line.counted, undefined);
    if (this.#isDated) this.#overTime.replace(datedOf(line.record), undefined);
  }

  figures(): Aggregate {
    return this.#aggregator.figures();
  }

  /** When figures reached what; undefined where nothing dates them (`dashboard` mode). */
  get firstDayAt(): FirstDayAt | undefined {
    return this.#isDated ? (metric, threshold) => this.#overTime.firstDayAt(metric, threshold) : undefined;
  }

  /** Days on which something happened, rising; none in `dashboard` mode. */
  days(): DayActivity[] {
    return this.#isDated ? this.#overTime.days() : [];
  }

  get #isDated(): boolean {
    return this.counting.mode === 'lifetime';
  }

  #count(id: string, before: SessionStats | undefined, counted: SessionStats | undefined): void {
    if (before) this.#aggregator.subtract(before);
    if (counted) {
      this.#aggregator.add(counted);
      this.#leaderboards.add(counted);
    } else if (before) {
      this.#leaderboards.remove({ session_id: id });
    }
    this.#countedSessions += Number(counted !== undefined) - Number(before !== undefined);
  }

  *#dated(): Generator<DatedSession, void, void> {
    for (const { record } of this.#lines.values()) yield datedOf(record);
  }
}

/** What a session counts; undefined where it counts nothing, or where that is not known. */
function figuresFor(record: SessionRecord, { mode, generation }: Counting): SessionStats | undefined {
  if (mode === 'lifetime') return record.lifetime;
  const { facts, goneAt, dashboard } = record;
  if (facts.archived || facts.hidden || goneAt !== null || !dashboard) return undefined;
  return dashboard.generation === 'any' || dashboard.generation === generation ? dashboard.stats : undefined;
}

function datedOf({ lifetime, days }: SessionRecord): DatedSession {
  return { stats: lifetime, days };
}
