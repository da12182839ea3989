import { t } from '@vscode/l10n';
import { dateOfDay, dayScale } from '../../../../../artwork/charts/axis.ts';
import { chartSvg } from '../../../../../artwork/charts/chart.ts';
import {
  type CurveFigures,
  curvePlot,
  curveShapes,
  curveTable,
  readingAt,
} from '../../../../../artwork/charts/curve.ts';
import { THEME_INK } from '../../drawing/themeInk.ts';
import { mediumDay, tickWords } from '../../words/days.ts';
import { figure } from '../../words/formats.ts';
import type { ChartReader } from './readableChart.ts';

const HEIGHT = 220;
const MARK = 5;
/** How many of the days on which something changed Page Up and Page Down pass over. */
const LEAP = 10;

export interface CurveNames {
  readonly name: string;
  readonly summary: string;
  /** Of the column of figures. */
  readonly unit: string;
  /** "812 terminal calls" */
  readonly value: (value: number) => string;
}

/** A figure over time: the mouse reads every day, the keys go from change to change. */
export function curveReader(figures: CurveFigures, width: number, names: CurveNames): ChartReader {
  const size = { width, height: HEIGHT };
  const plot = curvePlot(figures, size, { figure, day: tickWords });
  const { readings, area } = plot;
  const changes = [...new Set(readings.map(({ day }) => day))];
  const first = changes[0]!;
  const last = changes.at(-1)!;
  const scale = dayScale(first, Math.max(last, first + 1), {
    left: readings[0]!.x,
    right: readings.at(-1)!.x,
  });
  const xOf = (place: number): number => (last === first ? area.right : scale(dateOfDay(first + place)));
  const steps = changes.map((day) => day - first);
  return {
    name: names.name,
    size,
    svg: chartSvg(size, { name: names.name, description: names.summary }, curveShapes(plot, THEME_INK)),
    table: () =>
      curveTable(
        figures,
        { caption: names.name, columns: [t('Day'), names.unit] },
        { figure, day: mediumDay },
      ),
    count: last - first + 1,
    start: last - first,
    summary: names.summary,
    at: (x) => readingAt(plot, x).day - first,
    read: (place) => {
      const { day, value, x, y } = readingAt(plot, xOf(place));
      const words = t('{0}: {1}', mediumDay(day), names.value(value));
      return { words, x: x - MARK, y: y - MARK, width: 2 * MARK, height: 2 * MARK };
    },
    step: (place, key) => stepTo(steps, place, key),
  };
}

function stepTo(steps: readonly number[], place: number, key: string): number | undefined {
  const before = steps.findLastIndex((step) => step < place);
  const after = steps.findIndex((step) => step > place);
  const last = steps.length - 1;
  const go = (index: number): number => steps[Math.min(last, Math.max(0, index))]!;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return go(before);
    case 'ArrowRight':
    case 'ArrowUp':
      return go(after < 0 ? last : after);
    case 'PageUp':
      return go(before + 1 - LEAP);
    case 'PageDown':
      return go(before + 1 + LEAP);
    case 'Home':
      return steps[0];
    case 'End':
      return steps[last];
    default:
      return undefined;
  }
}
