/** A calendar day of this machine's time zone: days since 1970-01-01, whatever zone that was. */
export type LocalDay = number;

const DAY_MS = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Monday is 0, Sunday 6. */
export function weekdayOf(day: LocalDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD`; a year of more than four digits is written with its sign. */
export function isoOfDay(day: LocalDay): string {
  return new Date(day * DAY_MS).toISOString().split('T', 1)[0]!;
}

/** The day that a text `YYYY-MM-DD` names; undefined where it names none. */
export function dayOfIso(text: string): LocalDay | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY_MS;
  return Number.isInteger(day) && isoOfDay(day) === text ? day : undefined;
}
