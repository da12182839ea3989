import { t } from '@vscode/l10n';
import {
  type CalendarFigures,
  calendarPlot,
  calendarShapes,
  calendarTable,
  cellAt,
} from '../../../../../artwork/charts/calendar.ts';
import { chartSvg } from '../../../../../artwork/charts/chart.ts';
import { THEME_INK } from '../../drawing/themeInk.ts';
import { mediumDay, monthName, weekdayName } from '../../words/days.ts';
import { figure } from '../../words/formats.ts';
import type { ChartReader } from './readableChart.ts';

export interface CalendarNames {
  readonly name: string;
  readonly summary: string;
  /** Of the column of figures. */
  readonly unit: string;
  /** Everything that a day tells: "3 sessions, 120 messages, 41 tool calls". */
  readonly day: (day: number) => string;
}

const WEEK = 7;
const MONTH = 28;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -WEEK,
  ArrowRight: WEEK,
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -MONTH,
  PageDown: MONTH,
};

/** The days of a year: up and down are days, left and right are weeks. @param start the day where the keys begin */
export function calendarReader(
  figures: CalendarFigures,
  width: number,
  start: number,
  names: CalendarNames,
): ChartReader {
  const plot = calendarPlot(figures, width, {
    month: monthName,
    weekday: (weekday) => weekdayName(weekday, 'short'),
  });
  const { since, until } = figures;
  const last = until - since;
  return {
    name: names.name,
    size: plot,
    svg: chartSvg(plot, { name: names.name, description: names.summary }, calendarShapes(plot, THEME_INK)),
    table: () =>
      calendarTable(
        figures,
        { caption: names.name, columns: [t('Day'), names.unit] },
        { figure, day: mediumDay },
      ),
    count: last + 1,
    start: Math.min(last, Math.max(0, start - since)),
    summary: names.summary,
    at: (x, y) => {
      const cell = cellAt(plot, x, y);
      return cell && cell.day - since;
    },
    read: (place) => {
      const { day, x, y } = plot.cells[place]!;
      const words = t('{0}: {1}', mediumDay(day), names.day(day));
      return { words, x: x - 1, y: y - 1, width: plot.side + 2, height: plot.side + 2 };
    },
    step: (place, key) => {
      if (key === 'Home') return 0;
      if (key === 'End') return last;
      const step = STEPS[key];
      return step === undefined ? undefined : Math.min(last, Math.max(0, place + step));
    },
  };
}
