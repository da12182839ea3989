/** Epoch seconds of the range that has a four-digit year; a file of ours could have been edited to hold anything. */
const LAST_SECOND = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** `2026-11-21T04:36:00.000Z`; null for no time, and for one that no calendar can show. */
export function utcInstant(epochSeconds: number | undefined): string | null {
  if (epochSeconds === undefined || !(epochSeconds > 0 && epochSeconds <= LAST_SECOND)) return null;
  return new Date(Math.floor(epochSeconds) * 1000).toISOString();
}

/** `2026-11-21` */
export function utcDay(epochSeconds: number | undefined): string | null {
  return utcInstant(epochSeconds)?.slice(0, 10) ?? null;
}

/** `2026-11-21 04:36 UTC` */
export function utcMinute(epochSeconds: number | undefined): string | null {
  const instant = utcInstant(epochSeconds);
  return instant && `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
