import type { ChartInk } from '../../../../artwork/charts/ink.ts';

/** The theme's own colours: the page's style sheet names them. */
export const THEME_INK: ChartInk = {
  text: 'var(--ha-text)',
  muted: 'var(--ha-muted)',
  line: 'var(--ha-chart-line)',
  page: 'var(--ha-page)',
  accent: 'var(--ha-chart)',
  series: ['var(--ha-chart)', 'var(--ha-chart-2)', 'var(--ha-chart-3)', 'var(--ha-chart-4)'],
  steps: ['var(--ha-step-0)', 'var(--ha-step-1)', 'var(--ha-step-2)', 'var(--ha-step-3)', 'var(--ha-step-4)'],
  edge: 'var(--ha-step-edge)',
};
