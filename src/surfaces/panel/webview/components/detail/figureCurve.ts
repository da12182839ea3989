import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CurveFigures } from '../../../../../artwork/charts/curve.ts';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { AnswerOf } from '../../../protocol/questions.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { metricFigure, metricName, tierName } from '../../words/badgeWords.ts';
import { dayOf, mediumDay, today } from '../../words/days.ts';
import { figure } from '../../words/formats.ts';
import { curveReader } from '../charts/curveReader.ts';
import { MeasuredWidth } from '../charts/measuredWidth.ts';
import '../charts/readableChart.ts';

/** A badge's figure over time, with its tiers as lines across it. */
export class FigureCurve extends LitElement {
  static override properties = { badge: { attribute: false }, version: { type: Number } };
  declare badge: Achievement;
  declare version: number;
  readonly #width = new MeasuredWidth(this);
  readonly #curve = new AskedAnswer<'curve'>(this, () => ({
    question: { kind: 'curve', badge: this.badge.id },
    version: this.version,
  }));

  static override styles = [sharedStyles];

  override render(): TemplateResult | typeof nothing {
    const { value } = this.#curve;
    const width = this.#width.value;
    if (!value || value.id !== this.badge.id || value.points.length === 0 || width === 0) return nothing;
    return html`<ha-readable-chart .reader=${curveReader(figuresOf(value), width, this.#names(value))}></ha-readable-chart>`;
  }

  #names({ points }: NonNullable<AnswerOf<'curve'>>) {
    const metric = this.badge.threshold_metric;
    const value = (amount: number): string =>
      metric === undefined ? t('{0}%', amount) : metricFigure(metric, amount);
    const unit = metric === undefined ? t('Progress') : metricName(metric);
    const last = points.at(-1)!;
    return {
      name: t('{0} over time', unit),
      summary: t('{0}, up to {1}', value(last.value), mediumDay(dayOf(last.day))),
      unit,
      value,
    };
  }
}
customElements.define('ha-figure-curve', FigureCurve);

function figuresOf({ points, tiers }: NonNullable<AnswerOf<'curve'>>): CurveFigures {
  return {
    points: points.map(({ day, value }) => ({ day: dayOf(day), value })),
    until: today(),
    thresholds: tiers.map(({ tier, threshold }) => ({
      value: threshold,
      words: tier === null ? t('Complete') : t('{0} {1}', tierName(tier), figure(threshold)),
      colour: `var(--ha-${tier ?? 'feat'})`,
    })),
  };
}
