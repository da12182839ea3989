import { type Problem, problem } from '../words/problem.ts';
import { type MachineZone, machineZone } from './machineZone.ts';
import type { OffsetAt } from './posixZone.ts';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** No clock is further from UTC, and none changes twice within it. */
const AROUND_SECONDS = 36 * 3600;

/** What this machine's clock and calendar showed at a moment. */
export interface LocalTime {
  /** Days since 1970-01-01, of the calendar day. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 59. */
  readonly second: number;
  /** Seconds that the clock was ahead of UTC. */
  readonly offset: number;
}

/** What was made of `TZ` when it was last looked at: it is a variable, and may be set anew. */
let zone: { readonly tz: string | undefined; readonly is: MachineZone } | undefined;

function zoneHere(): MachineZone {
  const tz = process.env['TZ'];
  if (zone === undefined || zone.tz !== tz) zone = { tz, is: machineZone(tz) };
  return zone.is;
}

/** Where `TZ` names no zone that is known here; undefined where it names one. */
export function unknownZone(): Problem | undefined {
  const { unknown } = zoneHere();
  return unknown === undefined ? undefined : problem('zone.unknown', unknown);
}

/**
 * The one place where a moment becomes local time, by the rules of this machine's zone.
 * @param seconds epoch, within what a date can name
 */
export function localTimeOf(seconds: number): LocalTime {
  const { offsetAt } = zoneHere();
  if (offsetAt) return timeAt(seconds, offsetAt(seconds));
  const date = new Date(seconds * SECOND_MS);
  return {
    day: Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS,
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
    offset: -date.getTimezoneOffset() * 60,
  };
}

/** The first moment of a local day, epoch seconds. A midnight that the clock leaves out or repeats: the first there is. */
export function startOfDay(day: number): number {
  const { offsetAt } = zoneHere();
  if (offsetAt) return startAt(day, offsetAt);
  const date = new Date(day * DAY_MS);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime() / SECOND_MS;
}

function timeAt(seconds: number, offset: number): LocalTime {
  const wall = new Date((seconds + offset) * SECOND_MS);
  return {
    day: Math.floor(wall.getTime() / DAY_MS),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    offset,
  };
}

function startAt(day: number, offsetAt: OffsetAt): number {
  const midnight = day * DAY_SECONDS;
  const before = offsetAt(midnight - AROUND_SECONDS);
  const after = offsetAt(midnight + AROUND_SECONDS);
  const change =
    before === after
      ? midnight
      : changeBetween(midnight - AROUND_SECONDS, midnight + AROUND_SECONDS, offsetAt);
  const candidates = [midnight - before, change, midnight - after].sort((a, b) => a - b);
  return candidates.find((moment) => timeAt(moment, offsetAt(moment)).day === day) ?? midnight - after;
}

/** The second at which the clock changes between two moments of different offsets. */
function changeBetween(from: number, to: number, offsetAt: OffsetAt): number {
  const before = offsetAt(from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
