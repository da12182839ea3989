import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DayRange } from '../../../../../calendar/range.ts';
import { GROUPINGS, type Grouping } from '../../../../../usage/groups.ts';
import { LAST_DAYS, type UsagePeriod } from '../../../../../usage/period.ts';
import type { UsageView } from '../../../protocol/viewState.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { intend } from '../../model/intents.ts';
import { choiceStyles } from '../../styles/choices.ts';
import { selectStyles } from '../../styles/select.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { today } from '../../words/days.ts';
import { groupingName, periodName } from '../../words/usageWords.ts';
import '../choices/dayRange.ts';

const MONTH = 30;

/** Which time is shown, and by what. */
export class UsageChoices extends LitElement {
  static override properties = { view: { attribute: false } };
  declare view: UsageView;

  constructor() {
    super();
    new RovingFocus(this, { controls: '.choice', onMove: (choice) => choice.click() });
  }

  static override styles = [
    sharedStyles,
    selectStyles,
    choiceStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
      }
    `,
  ];

  override render(): TemplateResult {
    const { period, by } = this.view;
    return html`
      <div class="choices" role="radiogroup" aria-label=${t('Time')}>${this.#periods().map((one) => this.#choice(one))}</div>
      ${
        'range' in period
          ? html`<ha-day-range .days=${period.range} @chosen=${({ detail: range }: CustomEvent<DayRange>) => this.#change({ period: { range } })}></ha-day-range>`
          : nothing
      }
      <label>${t('by')}
        <select aria-label=${t('Grouped by')} @change=${this.#group}>
          ${GROUPINGS.map((name) => html`<option value=${name} .selected=${name === by}>${groupingName(name)}</option>`)}
        </select>
      </label>
    `;
  }

  /** A range that was chosen keeps its days while it stands beside the others. */
  #periods(): UsagePeriod[] {
    const { period } = this.view;
    const [short, usual, long, year] = LAST_DAYS.map((last) => ({ last }));
    const range = 'range' in period ? period : { range: { since: today() - MONTH + 1, until: today() } };
    return [short!, usual!, long!, { this: 'month' }, year!, { all: true }, range];
  }

  #choice(period: UsagePeriod): TemplateResult {
    const chosen = JSON.stringify(period) === JSON.stringify(this.view.period);
    return html`<button class="choice" role="radio" aria-checked=${chosen} @click=${() => this.#change({ period })}>${periodName(period)}</button>`;
  }

  #group(event: Event): void {
    this.#change({ by: (event.target as HTMLSelectElement).value as Grouping, sort: null });
  }

  /** Another time, or another grouping, has other rows. */
  #change(change: Partial<UsageView>): void {
    intend(this, { type: 'view', change: { usage: { ...this.view, of: null, ...change } } });
  }
}
customElements.define('ha-usage-choices', UsageChoices);
