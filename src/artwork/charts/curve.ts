import type { LocalDay } from '../../calendar/isoDay.ts';
import { fixed } from '../svgPath.ts';
import { escapeXml } from '../xmlText.ts';
import {
  type DayWords,
  dateOfDay,
  dayScale,
  dayTicks,
  gutter,
  type Tick,
  valueAxis,
  valueScale,
  valueTicks,
  wordsBelow,
} from './axis.ts';
import { type ChartSize, type ChartTable, type PlotArea, roomFor, WORDS_SIZE } from './chart.ts';
import type { ChartInk } from './ink.ts';

/** A figure over days: it keeps a value until the day of the next point. */
export interface CurveFigures {
  /** By day, rising. */
  readonly points: readonly { readonly day: LocalDay; readonly value: number }[];
  /** The day that the curve is drawn to. */
  readonly until: LocalDay;
  /** Lines across it. */
  readonly thresholds: readonly CurveThreshold[];
}

export interface CurveThreshold {
  readonly value: number;
  readonly words: string;
  readonly colour: string;
}

export interface CurveWords {
  readonly figure: (value: number) => string;
  readonly day: DayWords;
}

/** A place on the curve. */
export interface CurveReading {
  readonly x: number;
  readonly y: number;
  readonly day: LocalDay;
  readonly value: number;
}

/** Where everything of a curve stands. */
export interface CurvePlot {
  readonly area: PlotArea;
  /** One for each point, and one for the day that the curve is drawn to. */
  readonly readings: readonly CurveReading[];
  readonly thresholds: readonly (CurveThreshold & { readonly y: number; readonly wordsY: number })[];
  readonly valueTicks: readonly Tick[];
  readonly dayTicks: readonly Tick[];
}

const LINE_HEIGHT = WORDS_SIZE + 3;
const BELOW = WORDS_SIZE + 10;
/** A curve of one day has a week to stand in. */
const SHORTEST_DAYS = 6;
const VALUE_TICKS = 4;
const DAY_TICK_WIDTH = 76;

export function curvePlot(figures: CurveFigures, { width, height }: ChartSize, words: CurveWords): CurvePlot {
  const { points } = figures;
  const until = Math.max(figures.until, points.at(-1)?.day ?? figures.until);
  const since = Math.min(points[0]?.day ?? until, until - SHORTEST_DAYS);
  const last = points.at(-1)?.value ?? 0;
  const thresholds = upToTheNext(figures.thresholds, last);
  const most = Math.max(last, ...thresholds.map(({ value }) => value));
  const rows = { top: LINE_HEIGHT, bottom: height - BELOW };
  const scaleY = valueScale(most, rows);
  const ticks = valueTicks(scaleY, VALUE_TICKS, words.figure);
  const labels = roomFor(thresholds.map((line) => line.words));
  const area = {
    ...rows,
    left: gutter(ticks.map((tick) => tick.words)),
    right: width - labels - 8,
  };
  const scaleX = dayScale(since, until, area);
  const readings = [...points, { day: until, value: last }].map(({ day, value }) => {
    return { day, value, x: scaleX(dateOfDay(day)), y: scaleY(value) };
  });
  return {
    area,
    readings,
    thresholds: spread(thresholds.map((line) => ({ ...line, y: scaleY(line.value) }))),
    valueTicks: ticks,
    dayTicks: dayTicks(scaleX, Math.max(2, Math.floor((area.right - area.left) / DAY_TICK_WIDTH)), words.day),
  };
}

/** What the curve says at a place across the chart: the figure of the day that is there. */
export function readingAt({ area, readings }: CurvePlot, x: number): CurveReading {
  const [first, last] = [readings[0]!, readings.at(-1)!];
  const at = Math.min(Math.max(x, first.x, area.left), last.x);
  const share = last.x === first.x ? 1 : (at - first.x) / (last.x - first.x);
  const day = Math.round(first.day + share * (last.day - first.day));
  const { value, y } = readings.findLast((reading) => reading.day <= day) ?? first;
  const exact =
    last.day === first.day
      ? last.x
      : first.x + ((day - first.day) / (last.day - first.day)) * (last.x - first.x);
  return { day, value, y, x: exact };
}

export function curveShapes(plot: CurvePlot, ink: ChartInk): string {
  const { area, readings } = plot;
  const [first, ...rest] = readings;
  const climb = rest.map(({ x, y }) => `H${fixed(x)}V${fixed(y)}`).join('');
  const line = `M${fixed(first!.x)} ${fixed(area.bottom)}V${fixed(first!.y)}${climb}`;
  return (
    valueAxis(plot.valueTicks, area, ink) +
    wordsBelow(plot.dayTicks, area, ink) +
    plot.thresholds.map((threshold) => thresholdShapes(threshold, area)).join('') +
    `<path d="${line}V${fixed(area.bottom)}Z" fill="${ink.accent}" fill-opacity="0.14"/>` +
    `<path d="${line}" fill="none" stroke="${ink.accent}" stroke-width="2" stroke-linejoin="round"/>`
  );
}

/** Each day on which the figure changed, and what it came to. */
export function curveTable(
  { points }: CurveFigures,
  { caption, columns }: Pick<ChartTable, 'caption' | 'columns'>,
  { figure, day }: { readonly figure: (value: number) => string; readonly day: (day: LocalDay) => string },
): ChartTable {
  return { caption, columns, rows: points.map((point) => [day(point.day), figure(point.value)]) };
}

/** What lies further above is left out: it would press the curve flat. */
function upToTheNext(thresholds: readonly CurveThreshold[], value: number): CurveThreshold[] {
  const next = thresholds.findIndex((threshold) => threshold.value > value);
  return next < 0 ? [...thresholds] : thresholds.slice(0, next + 1);
}

/** Lines stand at their values; their words move apart where lines are close. */
function spread<Line extends { readonly y: number }>(lines: readonly Line[]): (Line & { wordsY: number })[] {
  let ceiling = Number.NEGATIVE_INFINITY;
  // From the top down, each at its line or below the one before.
  const placed = lines
    .toSorted((a, b) => a.y - b.y)
    .map((line) => {
      const wordsY = Math.max(line.y, ceiling + LINE_HEIGHT);
      ceiling = wordsY;
      return { ...line, wordsY };
    });
  // What was pushed below the lowest line pushes the others up again, as far as there is room above it.
  let floor = Math.max(WORDS_SIZE / 2 + (lines.length - 1) * LINE_HEIGHT, ...lines.map(({ y }) => y));
  for (const line of placed.toReversed()) {
    line.wordsY = Math.min(line.wordsY, floor);
    floor = line.wordsY - LINE_HEIGHT;
  }
  return placed.toReversed();
}

function thresholdShapes(
  { y, wordsY, words, colour }: CurvePlot['thresholds'][number],
  { left, right }: PlotArea,
): string {
  return (
    `<path d="M${fixed(left)} ${fixed(y)}H${fixed(right)}" stroke="${colour}" stroke-dasharray="4 3" fill="none"/>` +
    `<text x="${fixed(right + 6)}" y="${fixed(wordsY + WORDS_SIZE * 0.35)}" fill="${colour}">${escapeXml(words)}</text>`
  );
}
