const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** What this machine's clock and calendar showed at a moment. */
export interface LocalTime {
  /** Days since 1970-01-01, of the calendar day. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  /** Seconds that the clock was ahead of UTC. */
  readonly offset: number;
}

/**
 * The one place where a moment becomes local time, by the rules of this machine's zone.
 * @param seconds epoch, within what a date can name
 */
export function localTimeOf(seconds: number): LocalTime {
  const date = new Date(seconds * SECOND_MS);
  return {
    day: Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS,
    hour: date.getHours(),
    offset: -date.getTimezoneOffset() * 60,
  };
}

/** The first moment of a local day, epoch seconds. A midnight that the clock leaves out or repeats: the first there is. */
export function startOfDay(day: number): number {
  const date = new Date(day * DAY_MS);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime() / SECOND_MS;
}
