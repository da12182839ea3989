import type { SessionRecord } from '../../archive/session/record.ts';
import { Leaderboards } from '../../badges/contributors/leaderboards.ts';
import type { ContributionSource } from '../../badges/evaluate.ts';
import type { FirstDayAt } from '../../badges/unlocks/reached.ts';
import type { Generation, HistoryMode } from '../../hermes/historyMode.ts';
import {
  type DatedAddend,
  type DatedSession,
  type DayActivity,
  FiguresOverTime,
} from '../../metrics/overTime/figuresOverTime.ts';
import type { Aggregate, SessionStats } from '../../metrics/session/stats.ts';
import { type Addend, addendOf } from '../../metrics/sums/addend.ts';
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

/**
 * Every session that is known, and what they add up to. A changed session is subtracted and added again, so that a
 * refresh costs what changed, not what there is.
 */
export class Ledger {
  readonly counting: Counting;
  #records = new Map<string, SessionRecord>();
  readonly #aggregator: Aggregator;
  readonly #leaderboards = new Leaderboards(() => this.#counted());
  readonly #overTime = new FiguresOverTime(() => this.#dated());
  #countedSessions = 0;

  constructor(counting: Counting) {
    this.counting = counting;
    this.#aggregator = new Aggregator(() => this.#counted(), counting.mode === 'dashboard' ? 'any' : 'valid');
  }

  /** How many sessions add to the sums. */
  get countedSessions(): number {
    return this.#countedSessions;
  }

  /** How many sessions are known, counted or not. */
  get size(): number {
    return this.#records.size;
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
    return this.#records.get(id);
  }

  /** The sessions whose row was there when they were last seen. */
  *present(): Generator<string, void, void> {
    for (const [id, { goneAt }] of this.#records) if (goneAt === null) yield id;
  }

  records(): MapIterator<SessionRecord> {
    return this.#records.values();
  }

  /** Puts many sessions. @param records by id; an empty ledger keeps the map itself */
  putAll(records: Map<string, SessionRecord>): void {
    if (this.size > 0) {
      for (const record of records.values()) this.put(record);
      return;
    }
    this.#records = records;
    for (const record of records.values()) this.#replace(undefined, record);
  }

  /** Puts a session in place of what was known of it. */
  put(record: SessionRecord): void {
    const before = this.#records.get(record.id);
    this.#records.set(record.id, record);
    this.#replace(before, record);
  }

  remove(id: string): void {
    const record = this.#records.get(id);
    this.#records.delete(id);
    this.#replace(record, undefined);
  }

  figures(): Aggregate {
    return this.#aggregator.figures();
  }

  /** When figures reached what; undefined where nothing dates them (`dashboard` mode). */
  get firstDayAt(): FirstDayAt | undefined {
    return this.#isDated ? (metric, threshold) => this.#overTime.firstDayAt(metric, threshold) : undefined;
  }

  /** Every figure over its days; undefined where nothing dates them (`dashboard` mode). */
  get overTime(): FiguresOverTime | undefined {
    return this.#isDated ? this.#overTime : undefined;
  }

  /** Days on which something happened, rising; none in `dashboard` mode. */
  days(): DayActivity[] {
    return this.#isDated ? this.#overTime.days() : [];
  }

  get #isDated(): boolean {
    return this.counting.mode === 'lifetime';
  }

  #replace(before: SessionRecord | undefined, after: SessionRecord | undefined): void {
    const was = before && this.#addendOf(before);
    const is = after && this.#addendOf(after);
    this.#aggregator.replace(was, is);
    this.#leaderboards.replace(was, is);
    this.#countedSessions += Number(is !== undefined) - Number(was !== undefined);
    // What is dated is counted, and in the same way.
    if (this.#isDated) this.#overTime.replace(was && datedAs(was, before), is && datedAs(is, after));
  }

  #addendOf(record: SessionRecord): Addend | undefined {
    const counted = figuresFor(record, this.counting);
    return counted && addendOf(counted);
  }

  /** What adds to the sums: a session may not count (archived, say, in `dashboard` mode). */
  *#counted(): Generator<SessionStats, void, void> {
    for (const record of this.#records.values()) {
      const counted = figuresFor(record, this.counting);
      if (counted) yield counted;
    }
  }

  *#dated(): Generator<DatedSession, void, void> {
    for (const record of this.#records.values()) yield datedOf(record);
  }
}

/** What a session counts; undefined where it counts nothing, or where that is not known. */
function figuresFor(record: SessionRecord, { mode, generation }: Counting): SessionStats | undefined {
  if (mode === 'lifetime') return record.lifetime;
  const { facts, goneAt, dashboard } = record;
  if (facts.archived || facts.hidden || goneAt !== null || !dashboard) return undefined;
  return dashboard.generation === 'any' || dashboard.generation === generation ? dashboard.stats : undefined;
}

function datedAs({ stats, figures }: Addend, { days }: SessionRecord): DatedAddend {
  return { stats, figures, days };
}

function datedOf({ lifetime, days }: SessionRecord): DatedSession {
  return { stats: lifetime, days };
}
