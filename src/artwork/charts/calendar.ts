import { scaleQuantile } from 'd3-scale';
import { type LocalDay, weekdayOf } from '../../calendar/isoDay.ts';
import { fixed } from '../svgPath.ts';
import { textWidth } from '../textLayout.ts';
import { escapeXml } from '../xmlText.ts';
import { dateOfDay } from './axis.ts';
import { type ChartTable, WORDS_SIZE } from './chart.ts';
import type { ChartInk } from './ink.ts';

/** Days of weeks that stand beside each other, each a column from Monday to Sunday. */
export interface CalendarFigures {
  readonly since: LocalDay;
  readonly until: LocalDay;
  /** What there was on a day; nothing where it is missing. */
  readonly values: ReadonlyMap<LocalDay, number>;
}

export interface CalendarWords {
  readonly month: (day: LocalDay) => string;
  /** Monday is 0. */
  readonly weekday: (weekday: number) => string;
}

export type Step = 0 | 1 | 2 | 3 | 4;

export interface CalendarCell {
  readonly day: LocalDay;
  readonly value: number;
  /** From nothing to most. */
  readonly step: Step;
  readonly x: number;
  readonly y: number;
}

export interface CalendarPlot {
  readonly width: number;
  readonly height: number;
  /** Of a cell. */
  readonly side: number;
  /** By day, rising. */
  readonly cells: readonly CalendarCell[];
  readonly words: readonly { readonly x: number; readonly y: number; readonly words: string }[];
}

const WEEK = 7;
const SMALLEST_SIDE = 10;
const LARGEST_SIDE = 18;
const GAP = 3;
const HEAD = WORDS_SIZE + 6;
const BETWEEN_BANDS = 10;
/** The weekdays that are named, others stand between them: Monday, Wednesday, Friday. */
const NAMED_WEEKDAYS = [0, 2, 4];

/** Weeks that do not fit beside each other go on in another band below. */
export function calendarPlot(figures: CalendarFigures, width: number, words: CalendarWords): CalendarPlot {
  const { since, until, values } = figures;
  const monday = since - weekdayOf(since);
  const weeks = Math.floor((until - monday) / WEEK) + 1;
  const names = NAMED_WEEKDAYS.map((weekday) => ({ weekday, words: words.weekday(weekday) }));
  const left = Math.ceil(Math.max(...names.map((name) => textWidth(name.words, WORDS_SIZE)))) + 6;
  const fitting = Math.max(1, Math.floor((width - left + GAP) / (SMALLEST_SIDE + GAP)));
  const bands = Math.ceil(weeks / fitting);
  const columns = Math.ceil(weeks / bands);
  const side = Math.min(LARGEST_SIDE, Math.floor((width - left + GAP) / columns) - GAP);
  const pitch = side + GAP;
  const bandHeight = HEAD + WEEK * pitch + BETWEEN_BANDS;
  const stepOf = steps(values);
  const placeOf = (day: LocalDay): { x: number; y: number } => {
    const week = Math.floor((day - monday) / WEEK);
    const y = Math.floor(week / columns) * bandHeight + HEAD + weekdayOf(day) * pitch;
    return { x: left + (week % columns) * pitch, y };
  };
  const cells = Array.from({ length: until - since + 1 }, (_, index) => {
    const day = since + index;
    const value = values.get(day) ?? 0;
    return { day, value, step: stepOf(value), ...placeOf(day) };
  });
  const weekdays = Array.from({ length: bands }, (_, band) =>
    names.map((name) => ({
      x: 0,
      y: band * bandHeight + HEAD + name.weekday * pitch + side / 2 + WORDS_SIZE * 0.35,
      words: name.words,
    })),
  ).flat();
  return {
    width: left + columns * pitch - GAP,
    height: bands * bandHeight - BETWEEN_BANDS,
    side,
    cells,
    words: [...weekdays, ...monthsOver(cells, pitch, words)],
  };
}

export function calendarShapes({ cells, side, words }: CalendarPlot, ink: ChartInk): string {
  const lines = words.map(
    (line) =>
      `<text x="${fixed(line.x)}" y="${fixed(line.y)}" fill="${ink.muted}">${escapeXml(line.words)}</text>`,
  );
  // A stroke lies half beside its line: all of it is to be in the cell.
  const days = cells.map(
    ({ x, y, step }) =>
      `<rect x="${fixed(x + 0.5)}" y="${fixed(y + 0.5)}" width="${side - 1}" height="${side - 1}" rx="2" fill="${ink.steps[step]}" stroke="${ink.edge}"/>`,
  );
  return lines.join('') + days.join('');
}

/** The day at a place on the calendar, the gap around it included; undefined beside all of them. */
export function cellAt({ cells, side }: CalendarPlot, x: number, y: number): CalendarCell | undefined {
  const isIn = (at: number, start: number): boolean => at >= start - GAP / 2 && at < start + side + GAP / 2;
  return cells.find((cell) => isIn(x, cell.x) && isIn(y, cell.y));
}

/** The days on which there was anything. */
export function calendarTable(
  { values }: CalendarFigures,
  { caption, columns }: Pick<ChartTable, 'caption' | 'columns'>,
  { day, figure }: { readonly day: (day: LocalDay) => string; readonly figure: (value: number) => string },
): ChartTable {
  const rows = [...values].filter(([, value]) => value > 0).toSorted(([a], [b]) => a - b);
  return { caption, columns, rows: rows.map(([then, value]) => [day(then), figure(value)]) };
}

/** A quarter of the days with anything is in each step: one day of excess leaves the others their colours. */
function steps(values: ReadonlyMap<LocalDay, number>): (value: number) => Step {
  const busy = [...values.values()].filter((value) => value > 0);
  if (busy.length === 0) return () => 0;
  const scale = scaleQuantile<Step>(busy, [1, 2, 3, 4]);
  return (value) => (value > 0 ? scale(value) : 0);
}

/** Each month's name over the first week that begins in it, where it does not run into the one before. */
function monthsOver(
  cells: readonly CalendarCell[],
  pitch: number,
  { month }: CalendarWords,
): CalendarPlot['words'] {
  const names: { x: number; y: number; words: string }[] = [];
  let named: number | undefined;
  let free = { x: 0, y: 0 };
  for (const { day, x, y } of cells) {
    const thisMonth = dateOfDay(day).getUTCMonth();
    if (thisMonth === named || (named !== undefined && weekdayOf(day) !== 0)) continue;
    named = thisMonth;
    const head = y - weekdayOf(day) * pitch - 6;
    if (head === free.y && x < free.x) continue;
    const words = month(day);
    names.push({ x, y: head, words });
    free = { x: x + textWidth(words, WORDS_SIZE) + 6, y: head };
  }
  return names;
}
