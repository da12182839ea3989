import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { messagesBy } from '../../../../../exports/recap/words.ts';
import { messagesOverTime } from '../../../../../recap/messagesOverTime.ts';
import type { Recap } from '../../../../../recap/recap.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { tickWords, unitWords } from '../../words/days.ts';
import { groupingName } from '../../words/usageWords.ts';
import { messagesWords } from '../../words/workWords.ts';
import { barsFitting, barsReader } from '../charts/barsReader.ts';
import { MeasuredWidth } from '../charts/measuredWidth.ts';
import '../charts/readableChart.ts';

/** How the messages of a recap's period came over its days. */
export class RecapBars extends LitElement {
  static override properties = { recap: { attribute: false } };
  declare recap: Recap;
  readonly #width = new MeasuredWidth(this);

  static override styles = [
    sharedStyles,
    css`
      h4 {
        margin: 0 0 4px;
        font-size: 1em;
        font-weight: 600;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const width = this.#width.value;
    if (width === 0) return nothing;
    const { unit, times } = messagesOverTime(this.recap, barsFitting(width));
    const heading = messagesBy(unit, t);
    const bars = times.map(({ day, messages }) => ({
      words: tickWords(day, unit === 'month' ? 'month' : 'day'),
      parts: [messages],
    }));
    const reader = barsReader(bars, width, {
      name: heading,
      summary: messagesWords(this.recap.totals.messages),
      columns: [groupingName(unit), t('Messages')],
      bar: (_, value) => messagesWords(value),
      place: (index) => unitWords(unit, times[index]!.day),
    });
    return html`<h4>${heading}</h4><ha-readable-chart .reader=${reader}></ha-readable-chart>`;
  }
}
customElements.define('ha-recap-bars', RecapBars);
