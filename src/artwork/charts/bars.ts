import { scaleBand } from 'd3-scale';
import { fixed } from '../svgPath.ts';
import { gutter, type Tick, valueAxis, valueScale, valueTicks, wordsBelow } from './axis.ts';
import { type ChartSize, type ChartTable, type PlotArea, WORDS_SIZE } from './chart.ts';
import type { ChartInk } from './ink.ts';

/** A bar of one part or several, lowest first. */
export interface Bar {
  readonly words: string;
  readonly parts: readonly number[];
}

export interface BarPart {
  /** Which of the parts, and so of the colours. */
  readonly series: number;
  readonly value: number;
  readonly y: number;
  readonly height: number;
}

export interface PlottedBar {
  readonly words: string;
  readonly total: number;
  readonly x: number;
  readonly width: number;
  /** Lowest first; parts that are nothing are not there. */
  readonly parts: readonly BarPart[];
}

export interface BarsPlot {
  readonly area: PlotArea;
  readonly bars: readonly PlottedBar[];
  readonly valueTicks: readonly Tick[];
}

const ABOVE = 10;
const BELOW = WORDS_SIZE + 10;
const VALUE_TICKS = 3;

export function barsPlot(
  bars: readonly Bar[],
  { width, height }: ChartSize,
  figure: (value: number) => string,
): BarsPlot {
  const totals = bars.map(({ parts }) => sum(parts));
  const rows = { top: ABOVE, bottom: height - BELOW };
  const scaleY = valueScale(Math.max(0, ...totals), rows).nice(VALUE_TICKS);
  const ticks = valueTicks(scaleY, VALUE_TICKS, figure);
  const area = { ...rows, left: gutter(ticks.map(({ words }) => words)), right: width - 2 };
  const scaleX = scaleBand(bars.keys(), [area.left, area.right]).paddingInner(0.25).paddingOuter(0.15);
  return {
    area,
    valueTicks: ticks,
    bars: bars.map(({ words, parts }, index) => ({
      words,
      total: totals[index]!,
      x: scaleX(index)!,
      width: scaleX.bandwidth(),
      parts: stacked(parts, (value) => scaleY(value)),
    })),
  };
}

export function barsShapes({ area, bars, valueTicks: ticks }: BarsPlot, ink: ChartInk): string {
  const below = bars.map(({ words, x, width }) => ({ words, at: x + width / 2 }));
  return (
    valueAxis(ticks, area, ink) +
    bars.map((bar) => barShapes(bar, ink)).join('') +
    wordsBelow(everyNth(below), area, ink)
  );
}

/** Words under the first bar and every so many-th further one, so that all have the room: evenly, they read as an axis. */
function everyNth(below: readonly Tick[]): readonly Tick[] {
  const [first, second] = below;
  if (first === undefined || second === undefined) return below;
  const step = Math.ceil(gutter(below.map(({ words }) => words)) / (second.at - first.at));
  return below.filter((_, index) => index % step === 0);
}

/** A row for each bar, with its parts and, where there are several, their sum. */
export function barsTable(
  bars: readonly Bar[],
  { caption, columns }: Pick<ChartTable, 'caption' | 'columns'>,
  figure: (value: number) => string,
): ChartTable {
  const rows = bars.map(({ words, parts }) => {
    const figures = parts.length > 1 ? [...parts, sum(parts)] : parts;
    return [words, ...figures.map(figure)];
  });
  return { caption, columns, rows };
}

function stacked(values: readonly number[], scale: (value: number) => number): BarPart[] {
  let below = 0;
  return values.flatMap((value, series) => {
    const [from, to] = [scale(below), scale(below + value)];
    below += value;
    return value > 0 ? [{ series, value, y: to, height: from - to }] : [];
  });
}

function barShapes({ x, width, parts }: PlottedBar, { series: colours }: ChartInk): string {
  return parts
    .map(
      ({ series, y, height }) =>
        `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}" fill="${colours[series % colours.length]}"/>`,
    )
    .join('');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
