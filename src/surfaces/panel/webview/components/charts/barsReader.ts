import { t } from '@vscode/l10n';
import { type Bar, barsPlot, barsShapes, barsTable } from '../../../../../artwork/charts/bars.ts';
import { chartSvg } from '../../../../../artwork/charts/chart.ts';
import { THEME_INK } from '../../drawing/themeInk.ts';
import { figure } from '../../words/formats.ts';
import type { ChartReader } from './readableChart.ts';

export interface BarsNames {
  readonly name: string;
  readonly summary: string;
  /** Of the columns: of the bars, and of their figures. */
  readonly columns: readonly [string, string];
  /** "9 AM: 12 sessions" */
  readonly bar: (index: number, value: number) => string;
}

const HEIGHT = 140;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** Bars beside each other, read one by one. */
export function barsReader(bars: readonly Bar[], width: number, names: BarsNames): ChartReader {
  const size = { width, height: HEIGHT };
  const plot = barsPlot(bars, size, figure);
  const { area } = plot;
  const last = bars.length - 1;
  return {
    name: names.name,
    size,
    svg: chartSvg(size, { name: names.name, description: names.summary }, barsShapes(plot, THEME_INK)),
    table: barsTable(bars, { caption: names.name, columns: names.columns }, figure),
    count: bars.length,
    start: 0,
    summary: names.summary,
    at: (x) => {
      const pitch = (area.right - area.left) / bars.length;
      const place = Math.floor((x - area.left) / pitch);
      return place >= 0 && place <= last ? place : undefined;
    },
    read: (place) => {
      const { x, width: wide, total, parts } = plot.bars[place]!;
      const top = parts.at(-1)?.y ?? area.bottom;
      return {
        words: t('{0}: {1}', bars[place]!.words, names.bar(place, total)),
        x: x - 1,
        y: top - 1,
        width: wide + 2,
        height: area.bottom - top + 2,
      };
    },
    step: (place, key) => {
      if (key === 'Home') return 0;
      if (key === 'End') return last;
      const step = STEPS[key];
      return step === undefined ? undefined : Math.min(last, Math.max(0, place + step));
    },
  };
}
