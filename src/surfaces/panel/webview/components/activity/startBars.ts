import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Starts } from '../../../../../activity/starts.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { weekdayName } from '../../words/days.ts';
import { hourOfDay } from '../../words/formats.ts';
import { sessionsWords } from '../../words/workWords.ts';
import { barsReader } from '../charts/barsReader.ts';
import { MeasuredWidth } from '../charts/measuredWidth.ts';
import '../charts/readableChart.ts';

const GAP = 28;
/** Below that the two stand below each other. */
const SIDE_BY_SIDE = 640;

/** At which hours and on which weekdays sessions began. */
export class StartBars extends LitElement {
  static override properties = { starts: { attribute: false }, year: { type: Number } };
  declare starts: Starts;
  declare year: number;
  readonly #width = new MeasuredWidth(this);

  static override styles = [
    sharedStyles,
    css`
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 306px), 1fr));
        gap: 20px 28px;
      }
      h3 {
        margin: 0 0 4px;
        font-size: 1.05em;
        font-weight: 600;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const width = this.#width.value;
    if (width === 0) return nothing;
    const room = width >= SIDE_BY_SIDE ? Math.floor((width - GAP) / 2) : width;
    const { hours, weekdays } = this.starts;
    return html`<div class="charts">
      ${this.#chart(t('Hours'), t('Sessions by the hour in which they began'), hours, hourOfDay, room)}
      ${this.#chart(
        t('Weekdays'),
        t('Sessions by the weekday on which they began'),
        weekdays,
        (weekday) => weekdayName(weekday, 'short'),
        room,
      )}
    </div>`;
  }

  #chart(
    heading: string,
    name: string,
    values: readonly number[],
    words: (index: number) => string,
    width: number,
  ): TemplateResult {
    const bars = values.map((value, index) => ({ words: words(index), parts: [value] }));
    const most = values.indexOf(Math.max(...values));
    const total = values.reduce((sum, value) => sum + value, 0);
    const reader = barsReader(bars, width, {
      name,
      summary: total === 0 ? t('nothing') : t('Most often: {0}', bars[most]!.words),
      columns: [heading, t('Sessions')],
      bar: (_, value) => sessionsWords(value),
    });
    return html`<section>
      <h3>${heading}</h3>
      <ha-readable-chart .reader=${reader}></ha-readable-chart>
    </section>`;
  }
}
customElements.define('ha-start-bars', StartBars);
