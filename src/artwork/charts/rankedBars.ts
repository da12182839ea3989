import { fixed } from '../svgPath.ts';
import { wrapText } from '../textLayout.ts';
import { escapeXml } from '../xmlText.ts';
import type { Bar } from './bars.ts';
import { type ChartSize, roomFor, WORDS_SIZE } from './chart.ts';
import type { ChartInk } from './ink.ts';

export interface RankedPart {
  /** Which of the parts, and so of the colours. */
  readonly series: number;
  readonly x: number;
  readonly width: number;
}

export interface RankedBar {
  /** What fits of its words. */
  readonly words: string;
  readonly figure: string;
  readonly total: number;
  /** The top of its row. */
  readonly y: number;
  readonly parts: readonly RankedPart[];
}

export interface RankedPlot {
  readonly size: ChartSize;
  readonly bars: readonly RankedBar[];
}

/** Of a row: its words, the bar below them, and the gap to the next. */
export const ROW_HEIGHT = 36;
const BAR_TOP = WORDS_SIZE + 8;
const BAR_HEIGHT = 9;
const FIGURE_GAP = 12;

/** Bars below each other, each with its words and its figure above it; all begin at the left, the greatest is as wide as there is room. */
export function rankedPlot(
  bars: readonly Bar[],
  width: number,
  figure: (value: number) => string,
): RankedPlot {
  const totals = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const scale = width / Math.max(1, ...totals);
  return {
    size: { width, height: Math.max(1, bars.length) * ROW_HEIGHT },
    bars: bars.map(({ words, parts }, index) => {
      const total = totals[index]!;
      const said = figure(total);
      return {
        words: fitting(words, width - roomFor([said]) - FIGURE_GAP),
        figure: said,
        total,
        y: index * ROW_HEIGHT,
        parts: beside(parts, scale),
      };
    }),
  };
}

export function rankedShapes({ size, bars }: RankedPlot, ink: ChartInk): string {
  return bars
    .map(
      ({ words, figure, y, parts }) =>
        `<text x="0" y="${fixed(y + WORDS_SIZE + 2)}" fill="${ink.text}">${escapeXml(words)}</text>` +
        `<text x="${fixed(size.width)}" y="${fixed(y + WORDS_SIZE + 2)}" text-anchor="end" fill="${ink.muted}">${escapeXml(figure)}</text>` +
        parts.map((part) => partShape(part, y + BAR_TOP, ink)).join(''),
    )
    .join('');
}

function partShape({ series, x, width }: RankedPart, y: number, { series: colours }: ChartInk): string {
  const colour = colours[series % colours.length];
  return `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${BAR_HEIGHT}" fill="${colour}"/>`;
}

function beside(parts: readonly number[], scale: number): RankedPart[] {
  let before = 0;
  return parts.flatMap((value, series) => {
    const x = before * scale;
    before += value;
    return value > 0 ? [{ series, x, width: value * scale }] : [];
  });
}

function fitting(words: string, maxWidth: number): string {
  return wrapText(words, { fontSize: WORDS_SIZE, maxWidth, maxLines: 1 })[0] ?? '';
}
