import { isoOfDay } from '../../calendar/localDay.ts';
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
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
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
