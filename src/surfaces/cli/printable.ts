import { isoOfDay } from '../../calendar/isoDay.ts';
import { localTimeOf } from '../../calendar/localTime.ts';

/** Control characters (a title may hold terminal escapes) and characters that reorder a line. */
export const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text from history made safe to print on a terminal, in one line. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}

/** A number as people read it: 12,345. */
export function figure(value: number): string {
  return value.toLocaleString('en-US');
}

/** Milliseconds in the unit that reads best. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 120_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ${seconds % MINUTE} s`;
  const minutes = Math.round(seconds / MINUTE);
  if (seconds < 2 * DAY) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return plural(Math.floor(seconds / DAY), 'day');
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1],
] as const;

/** How long ago something was, as people say it: in the largest unit of which there are two, or days up to two months. */
export function ago(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= 2 * length) ?? ['second', 1];
  const count = Math.floor(seconds / length);
  return count < 1 ? 'just now' : `${plural(count, unit)} ago`;
}

/** An epoch second as a local date and time, to the minute. */
export function moment(epochSeconds: number): string {
  if (Number.isNaN(new Date(epochSeconds * 1000).getTime())) return 'beyond the calendar';
  const { day, hour, minute } = localTimeOf(epochSeconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${isoOfDay(day)} ${two(hour)}:${two(minute)}`;
}

/** A share from 0 to 1 as people read it: 12.5%. */
export function percent(share: number): string {
  return share.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 1 });
}

/** A bar of `width` cells, filled to `filledPercent`. */
export function bar(filledPercent: number, width: number): string {
  const filled = Math.round((Math.max(0, Math.min(100, filledPercent)) / 100) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}

/** `1 session`, `2,000 sessions`. */
export function plural(count: number, noun: string): string {
  return `${figure(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What is said where something was forgotten that damaged archives still hold; none where there are none. */
export function setAsideLines({ setAside }: { readonly setAside: readonly string[] }): string[] {
  if (setAside.length === 0) return [];
  return [
    `What was forgotten still stands in ${setAside.length === 1 ? 'a damaged file' : 'damaged files'} set aside earlier; to be rid of it, delete:`,
    ...setAside.map((path) => `  ${printable(path)}`),
  ];
}
