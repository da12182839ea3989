import { t } from '@vscode/l10n';
import { type Bar, barsPlot, barsShapes, barsTable } from '../../../../../artwork/charts/bars.ts';
import { chartSvg } from '../../../../../artwork/charts/chart.ts';
import { THEME_INK } from '../../drawing/themeInk.ts';
import { figure } from '../../words/formats.ts';
import type { ChartReader } from './readableChart.ts';
import { type ArrowSteps, stepAlong } from './steps.ts';

export interface BarsNames {
  readonly name: string;
  readonly summary: string;
  /** Of the columns: of the bars, of their parts, and where those are several of their sum. */
  readonly columns: readonly string[];
  /** "12 sessions" @param value the sum of its parts */
  readonly bar: (index: number, value: number) => string;
  /** Of a bar where it is read, if that is more than stands below it. */
  readonly place?: (index: number) => string;
  /** Of a value at the axis, if that is less than the value itself. */
  readonly tick?: (value: number) => string;
}

interface BarsLook {
  /** CSS pixels. */
  readonly height: number;
  /** Where the keys begin. */
  readonly start: number;
}

const USUAL_LOOK: BarsLook = { height: 140, start: 0 };
const ARROWS: ArrowSteps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** Of a bar with its gap, and of the axis beside them: CSS pixels. */
const NARROWEST = 7;
const AXIS = 50;

/** How many bars a chart of this width has room for. */
export function barsFitting(width: number): number {
  return Math.max(1, Math.floor((width - AXIS) / NARROWEST));
}

/** Bars beside each other, read one by one. */
export function barsReader(
  bars: readonly Bar[],
  width: number,
  names: BarsNames,
  { height, start } = USUAL_LOOK,
): ChartReader {
  const size = { width, height };
  const plot = barsPlot(bars, size, names.tick ?? figure);
  const place = names.place ?? ((index) => bars[index]!.words);
  const { area } = plot;
  const last = bars.length - 1;
  return {
    name: names.name,
    size,
    svg: chartSvg(size, { name: names.name, description: names.summary }, barsShapes(plot, THEME_INK)),
    table: () =>
      barsTable(
        bars.map(({ parts }, index) => ({ words: place(index), parts })),
        { caption: names.name, columns: names.columns },
        figure,
      ),
    count: bars.length,
    start,
    summary: names.summary,
    at: (x) => {
      const pitch = (area.right - area.left) / bars.length;
      const index = Math.floor((x - area.left) / pitch);
      return index >= 0 && index <= last ? index : undefined;
    },
    read: (index) => {
      const { x, width: wide, total, parts } = plot.bars[index]!;
      const top = parts.at(-1)?.y ?? area.bottom;
      return {
        words: t('{0}: {1}', place(index), names.bar(index, total)),
        x: x - 1,
        y: top - 1,
        width: wide + 2,
        height: area.bottom - top + 2,
      };
    },
    step: (index, key) => stepAlong(index, last, key, ARROWS),
  };
}
