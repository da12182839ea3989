/**
 * The colours that a chart is drawn in, as CSS has them: the panel gives those of its theme, a picture that leaves it
 * is drawn in fixed ones.
 */
export interface ChartInk {
  readonly text: string;
  readonly muted: string;
  /** Grid lines and base lines. */
  readonly line: string;
  /** What the chart stands on. */
  readonly page: string;
  readonly accent: string;
  /** For the parts of stacked bars, lowest first. */
  readonly series: readonly string[];
  /** For the days of a calendar, from nothing to most. */
  readonly steps: readonly [string, string, string, string, string];
  /** Around the days of a calendar; `none` where their colours tell them apart. */
  readonly edge: string;
}

/** For pictures: light on the dark ground of the share card. */
export const PICTURE_INK: ChartInk = {
  text: '#ffffff',
  muted: '#b4bac4',
  line: '#3a3f48',
  page: '#15171c',
  accent: '#f2c744',
  series: ['#f2c744', '#6fd6f5', '#c4a6ff', '#5fd3a0'],
  steps: ['#23272e', '#5b4a17', '#95751f', '#c99d2b', '#ffd95e'],
  edge: 'none',
};
