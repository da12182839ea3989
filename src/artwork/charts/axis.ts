import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import type { LocalDay } from '../../calendar/isoDay.ts';
import { fixed } from '../svgPath.ts';
import { textWidth } from '../textLayout.ts';
import { escapeXml } from '../xmlText.ts';
import { type PlotArea, roomFor, WORDS_SIZE } from './chart.ts';
import type { ChartInk } from './ink.ts';

export interface Tick {
  /** Across the chart for days, down it for values; CSS pixels. */
  readonly at: number;
  readonly words: string;
}

/** What the ticks of a time axis are apart, which says how much of a date is worth writing. */
export type TickUnit = 'day' | 'month' | 'year';
export type DayWords = (day: LocalDay, unit: TickUnit) => string;

const DAY_MS = 86_400_000;
const MONTH_DAYS = 28;
const YEAR_DAYS = 365;
/** Between the words of an axis and what they stand at. */
const GAP = 6;

/** A scale from nothing to a value, which are whole numbers. */
export function valueScale(
  most: number,
  { top, bottom }: Pick<PlotArea, 'top' | 'bottom'>,
): ScaleLinear<number, number> {
  return scaleLinear([0, Math.max(1, most)], [bottom, top]);
}

export function dayScale(
  since: LocalDay,
  until: LocalDay,
  { left, right }: Pick<PlotArea, 'left' | 'right'>,
): ScaleTime<number, number> {
  return scaleUtc([since * DAY_MS, until * DAY_MS], [left, right]);
}

export function dateOfDay(day: LocalDay): Date {
  return new Date(day * DAY_MS);
}

/** About so many ticks at round values, no two of them between whole numbers. */
export function valueTicks(
  scale: ScaleLinear<number, number>,
  count: number,
  words: (value: number) => string,
): Tick[] {
  const whole = scale.ticks(count).filter(Number.isInteger);
  return whole.map((value) => ({ at: scale(value), words: words(value) }));
}

/** About so many ticks at the beginning of days, months or years. */
export function dayTicks(scale: ScaleTime<number, number>, count: number, words: DayWords): Tick[] {
  const days = scale.ticks(count).map((date) => date.getTime() / DAY_MS);
  const whole = days.filter(Number.isInteger);
  const unit = unitOf(whole);
  return whole.map((day) => ({ at: scale(dateOfDay(day)), words: words(day, unit) }));
}

function unitOf([first, second]: readonly LocalDay[]): TickUnit {
  if (first === undefined) return 'day';
  // One alone stands at the beginning of what it is a tick of.
  const apart = second === undefined ? 0 : second - first;
  const date = dateOfDay(first);
  if (apart >= YEAR_DAYS || (apart === 0 && date.getUTCMonth() === 0 && date.getUTCDate() === 1))
    return 'year';
  return apart >= MONTH_DAYS || (apart === 0 && date.getUTCDate() === 1) ? 'month' : 'day';
}

/** How wide the widest of the words at an axis is, with the gap beside it. */
export function gutter(words: readonly string[]): number {
  return roomFor(words) + GAP;
}

/** Lines across the plot, with their values left of it. */
export function valueAxis(ticks: readonly Tick[], { left, right }: PlotArea, ink: ChartInk): string {
  return ticks
    .map(
      ({ at, words }) =>
        `<path d="M${fixed(left)} ${fixed(at)}H${fixed(right)}" stroke="${ink.line}" fill="none"/>` +
        `<text x="${fixed(left - GAP)}" y="${fixed(at + WORDS_SIZE * 0.35)}" text-anchor="end" fill="${ink.muted}">${escapeXml(words)}</text>`,
    )
    .join('');
}

/** Words below the plot. Those at its ends stay within it, and those that have no room are left out. */
export function wordsBelow(ticks: readonly Tick[], { left, right, bottom }: PlotArea, ink: ChartInk): string {
  let drawn = '';
  let free = Number.NEGATIVE_INFINITY;
  for (const { at, words } of ticks) {
    const width = textWidth(words, WORDS_SIZE);
    const start = Math.min(Math.max(at - width / 2, left - GAP), right - roomFor([words]));
    if (start < free) continue;
    free = start + width + GAP;
    drawn += `<text x="${fixed(start + width / 2)}" y="${fixed(bottom + WORDS_SIZE + GAP)}" text-anchor="middle" fill="${ink.muted}">${escapeXml(words)}</text>`;
  }
  return drawn;
}
