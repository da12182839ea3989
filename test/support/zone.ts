import { localDayOf } from '../../src/calendar/localDay.ts';

/** From now on this process is in a time zone; undefined: in that of the machine. */
export function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  // Another zone's days must not be remembered: the last moment that any has is of another day than what follows.
  localDayOf(4.1e9);
}
