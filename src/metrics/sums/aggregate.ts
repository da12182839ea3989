import { weekdayOf } from '../../calendar/isoDay.ts';
import { localDayOf, localHourOf } from '../../calendar/localDay.ts';
import { validMoment } from '../../hermes/sessions/moments.ts';
import { isDistinctModel, isLocalModel, providerOf } from '../session/modelProvider.ts';
import type { Aggregate, SessionMetric, SessionStats } from '../session/stats.ts';
import { type Addend, addendOf } from './addend.ts';
import { SESSION_METRICS } from './figureRow.ts';
import { MAXIMA, SUMS } from './rules.ts';
import { RunningMaximum } from './runningMaximum.ts';

const SATURDAY = 5;

const SUMMED_PLACES = SUMS.map(([, own]) => SESSION_METRICS.indexOf(own));
const GREATEST_PLACES = MAXIMA.map(([, own]) => SESSION_METRICS.indexOf(own));

/** The dashboard takes any number but 0 for a time, also one from before 1970. */
export type StartsCount = 'valid' | 'any';

/** The last second, before or after the epoch, that a date can name (ECMAScript's range). */
const LAST_DATE = 8.64e12;

function isDate(seconds: number | null): boolean {
  return Boolean(seconds) && Math.abs(seconds!) <= LAST_DATE;
}

/**
 * Adds sessions up. What was added can be taken back, so that a changed session costs the same in a history of ten
 * sessions and of a hundred thousand.
 */
export class Aggregator {
  /** In the order of `SUMS` and `MAXIMA`. */
  readonly #sums = new Float64Array(SUMS.length);
  readonly #maxima = MAXIMA.map(([, own]) => new RunningMaximum(() => this.#figuresOf(own)));
  readonly #sessions: () => Iterable<SessionStats>;
  readonly #startsCount: StartsCount;
  readonly #models = new Map<string, number>();
  readonly #providers = new Map<string, number>();
  #sessionCount = 0;
  #localSessions = 0;
  #weekendSessions = 0;
  #nightSessions = 0;

  /**
   * @param sessions all that were added and not taken back; asked for where the holder of a maximum has fallen
   * @param startsCount which starts tell a time of day; as a rule valid timestamps alone
   */
  constructor(sessions: () => Iterable<SessionStats>, startsCount: StartsCount = 'valid') {
    this.#sessions = sessions;
    this.#startsCount = startsCount;
  }

  /** A session's figures in place of what was known of it; either may be absent. */
  replace(before: Addend | undefined, after: Addend | undefined): void {
    if (after) this.#change(after, 1);
    if (before) this.#change(before, -1);
    for (let index = 0; index < GREATEST_PLACES.length; index++) {
      const place = GREATEST_PLACES[index]!;
      const maximum = this.#maxima[index]!;
      // First what is: a holder that has only grown holds it still.
      if (after) maximum.add(after.figures[place]!);
      if (before) maximum.remove(before.figures[place]!);
    }
  }

  figures(): Aggregate {
    return Object.fromEntries([
      ['session_count', this.#sessionCount],
      ...SUMS.map(([metric], index) => [metric, this.#sums[index]]),
      ...MAXIMA.map(([metric], index) => [metric, this.#maxima[index]!.value]),
      ['distinct_model_count', this.#models.size],
      ['distinct_provider_count', this.#providers.size],
      ['local_model_chat_sessions', this.#localSessions],
      ['weekend_sessions', this.#weekendSessions],
      ['night_sessions', this.#nightSessions],
    ]) as Aggregate;
  }

  *#figuresOf(own: SessionMetric): Generator<number, void, void> {
    for (const stats of this.#sessions()) yield stats[own];
  }

  #change({ stats, figures }: Addend, by: 1 | -1): void {
    this.#sessionCount += by;
    for (let index = 0; index < SUMMED_PLACES.length; index++)
      this.#sums[index]! += by * figures[SUMMED_PLACES[index]!]!;
    for (const name of stats.model_names) {
      if (isDistinctModel(name)) tally(this.#models, name, by);
      const provider = providerOf(name);
      if (provider !== undefined) tally(this.#providers, provider, by);
    }
    if (stats.model_names.some(isLocalModel)) this.#localSessions += by;
    const { weekend, night } = localTime(stats.started_at, this.#startsCount);
    if (weekend) this.#weekendSessions += by;
    if (night) this.#nightSessions += by;
  }
}

/** What sessions add up to that neither change nor go. */
export function aggregateOf(sessions: readonly SessionStats[]): Aggregate {
  const aggregator = new Aggregator(() => sessions);
  for (const stats of sessions) aggregator.replace(undefined, addendOf(stats));
  return aggregator.figures();
}

function tally(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** Weekend and night by the clock of this machine's time zone; neither without a time. @param seconds epoch */
export function localTime(
  seconds: number | null,
  startsCount: StartsCount = 'valid',
): { weekend: boolean; night: boolean } {
  const isTime = startsCount === 'valid' ? validMoment(seconds) !== null : isDate(seconds);
  if (seconds === null || !isTime) return { weekend: false, night: false };
  const hour = localHourOf(seconds);
  return { weekend: weekdayOf(localDayOf(seconds)) >= SATURDAY, night: hour < 6 || hour >= 23 };
}
