import { t } from '@vscode/l10n';
import { type Bar, barsTable } from '../../../../../artwork/charts/bars.ts';
import { chartSvg } from '../../../../../artwork/charts/chart.ts';
import { ROW_HEIGHT, rankedPlot, rankedShapes } from '../../../../../artwork/charts/rankedBars.ts';
import { THEME_INK } from '../../drawing/themeInk.ts';
import { figure } from '../../words/formats.ts';
import type { BarsNames } from './barsReader.ts';
import type { ChartReader } from './readableChart.ts';
import { type ArrowSteps, stepAlong } from './steps.ts';

const ARROWS: ArrowSteps = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** Bars below each other, read one by one. */
export function rankedReader(bars: readonly Bar[], width: number, names: BarsNames): ChartReader {
  const plot = rankedPlot(bars, width, names.tick ?? figure);
  const last = bars.length - 1;
  return {
    name: names.name,
    size: plot.size,
    svg: chartSvg(plot.size, { name: names.name, description: names.summary }, rankedShapes(plot, THEME_INK)),
    table: () => barsTable(bars, { caption: names.name, columns: names.columns }, figure),
    count: bars.length,
    start: 0,
    summary: names.summary,
    at: (_, y) => {
      const index = Math.floor(y / ROW_HEIGHT);
      return index >= 0 && index <= last ? index : undefined;
    },
    read: (index) => {
      const { total, y } = plot.bars[index]!;
      const words = t('{0}: {1}', bars[index]!.words, names.bar(index, total));
      return { words, x: -3, y, width: width + 6, height: ROW_HEIGHT - 3 };
    },
    step: (index, key) => stepAlong(index, last, key, ARROWS),
  };
}
