import type { LocalDay } from '../calendar/isoDay.ts';
import type { Amounts, SessionPlace, UseKey } from '../hermes/usage/use.ts';
import { NO_AMOUNTS, plus } from './amounts.ts';

/** What is remembered of what a session used; only ever grows. */
export interface UsageRecord extends SessionPlace {
  /** The day of first sight: on which it began, as far as that is known. */
  readonly firstDay: LocalDay;
  /** In the order of their keys, the residuals last. */
  readonly units: readonly RecordedUnit[];
}

/** A unit as it was last read, and what was booked of it. */
export interface RecordedUnit extends UseKey {
  readonly isResidual: boolean;
  /** What was last said of its cost. */
  readonly status: string;
  /** What Hermes said of it at the last scan; null where it said nothing of it any more. */
  readonly seen: Amounts | null;
  /** What was booked, by day, rising. None for one that took over what was booked elsewhere. */
  readonly days: readonly BookedDay[];
}

export interface BookedDay {
  readonly day: LocalDay;
  readonly amounts: Amounts;
}

/** Everything that was booked of a unit. A cost that Hermes knows to be nothing is there, though nothing was booked. */
export function wholeOf({ seen, days }: RecordedUnit): Amounts {
  const booked = days.reduce((sum, { amounts }) => plus(sum, amounts), NO_AMOUNTS);
  return {
    ...booked,
    estimated: booked.estimated ?? zeroIfThere(seen?.estimated),
    actual: booked.actual ?? zeroIfThere(seen?.actual),
  };
}

function zeroIfThere(cost: number | null | undefined): number | null {
  return typeof cost === 'number' ? 0 : null;
}

/** The last day of which anything is known of a session: on which it began, or something was booked. */
export function lastDayOf({ firstDay, units }: Pick<UsageRecord, 'firstDay' | 'units'>): LocalDay {
  return units.reduce((last, { days }) => Math.max(last, days.at(-1)?.day ?? last), firstDay);
}
