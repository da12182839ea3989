import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ActivityOfYear } from '../../../../../activity/year.ts';
import { dayOfIso } from '../../../../../calendar/isoDay.ts';
import { MEASURES, type Measure } from '../../../protocol/viewState.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { intend } from '../../model/intents.ts';
import { choiceStyles } from '../../styles/choices.ts';
import { selectStyles } from '../../styles/select.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { dayOf, today } from '../../words/days.ts';
import { daysWords, measureName, measureWords, workWords } from '../../words/workWords.ts';
import { calendarReader } from '../charts/calendarReader.ts';
import { MeasuredWidth } from '../charts/measuredWidth.ts';
import type { ChartReader } from '../charts/readableChart.ts';
import '../charts/readableChart.ts';

/** The days of a year, each in the colour of how much there was on it; a day leads to its sessions. */
export class YearCalendar extends LitElement {
  static override properties = { activity: { attribute: false }, measure: {}, day: { type: Number } };
  declare activity: ActivityOfYear;
  declare measure: Measure;
  /** The day whose sessions are shown. */
  declare day: number | null;
  readonly #width = new MeasuredWidth(this);

  constructor() {
    super();
    new RovingFocus(this, { controls: '.choice', onMove: (choice) => choice.click() });
  }

  static override styles = [
    sharedStyles,
    selectStyles,
    choiceStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin-bottom: 10px;
      }
      .head h3 {
        margin: 0;
        font-size: 1.08em;
        font-weight: 600;
      }
      .legend {
        display: flex;
        align-items: center;
        gap: 3px;
        margin-top: 10px;
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      .legend span + svg,
      .legend svg + span {
        margin-inline-start: 3px;
      }
      .legend svg {
        flex: none;
      }
    `,
  ];

  override render(): TemplateResult {
    const { activity, measure } = this;
    const width = this.#width.value;
    return html`
      <div class="head">
        <h3>${t('Calendar')}</h3>
        <select aria-label=${t('Year')} @change=${this.#chooseYear}>
          ${this.#years().map((year) => html`<option value=${year} .selected=${year === activity.year}>${year}</option>`)}
        </select>
        <div class="choices" role="radiogroup" aria-label=${t('What the calendar shows')}>
          ${MEASURES.map(
            (name) => html`<button
              class="choice"
              role="radio"
              aria-checked=${name === measure}
              @click=${() => intend(this, { type: 'view', change: { measure: name } })}
            >${measureName(name)}</button>`,
          )}
        </div>
      </div>
      ${
        width > 0
          ? html`<ha-readable-chart choosable .reader=${this.#reader(width)} @chosen=${this.#chooseDay}></ha-readable-chart>`
          : nothing
      }
      <p class="legend" aria-hidden="true"><span>${t('less')}</span>${[0, 1, 2, 3, 4].map(legendStep)}<span>${t('more')}</span></p>
    `;
  }

  #years(): number[] {
    const { years, year } = this.activity;
    const thisYear = new Date().getFullYear();
    return [...new Set([...years, year, thisYear])].sort((a, b) => b - a);
  }

  #reader(width: number): ChartReader {
    const { activity, measure } = this;
    const days = new Map(activity.days.map((one) => [dayOf(one.day), one]));
    const { since, until } = rangeOf(activity.year);
    const values = new Map([...days].map(([day, one]) => [day, one[measure]]));
    const lastDay = activity.days.at(-1)?.day;
    const start = this.day ?? (lastDay === undefined ? today() : dayOf(lastDay));
    return calendarReader({ since, until, values }, width, start, {
      name: t('{0} of each day in {1}', measureName(measure), String(activity.year)),
      summary: t(
        '{0} in {1}, on {2}',
        measureWords(measure, activity.totals[measure]),
        String(activity.year),
        daysWords(activity.totals.active_days),
      ),
      unit: measureName(measure),
      day: (day) => workWords(days.get(day)),
    });
  }

  #chooseYear(event: Event): void {
    const year = Number((event.target as HTMLSelectElement).value);
    intend(this, { type: 'view', change: { year, day: null } });
  }

  #chooseDay(event: CustomEvent<number>): void {
    intend(this, { type: 'view', change: { day: rangeOf(this.activity.year).since + event.detail } });
  }
}
customElements.define('ha-year-calendar', YearCalendar);

function rangeOf(year: number): { since: number; until: number } {
  const name = String(year).padStart(4, '0');
  const since = dayOfIso(`${name}-01-01`) ?? 0;
  return { since, until: dayOfIso(`${name}-12-31`) ?? since };
}

function legendStep(step: number): TemplateResult {
  return html`<svg width="12" height="12"><rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="var(--ha-step-${step})" stroke="var(--ha-step-edge)"></rect></svg>`;
}
