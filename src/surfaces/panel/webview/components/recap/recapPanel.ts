import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { DayRange } from '../../../../../calendar/range.ts';
import { SPANS, type Span } from '../../../../../calendar/spans.ts';
import type { RecapPeriod } from '../../../../../recap/period.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { intend } from '../../model/intents.ts';
import { choiceStyles } from '../../styles/choices.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { today } from '../../words/days.ts';
import '../choices/dayRange.ts';
import './recapView.ts';

const MONTH = 30;

/** The choice of a period, and its recap. */
export class RecapPanel extends LitElement {
  static override properties = {
    badges: { attribute: false },
    period: { attribute: false },
    version: { type: Number },
  };
  declare badges: readonly Achievement[];
  /** Null while none is shown. */
  declare period: RecapPeriod | null;
  declare version: number;
  readonly #recap = new AskedAnswer<'recap'>(this, () =>
    this.period === null ? null : { question: { kind: 'recap', period: this.period }, version: this.version },
  );

  static override styles = [
    sharedStyles,
    choiceStyles,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 14px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
      }
      h3 {
        margin: 0;
        font-size: 1.08em;
        font-weight: 600;
      }
      .shown {
        padding: 14px 16px 16px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
      }
    `,
  ];

  override render(): TemplateResult {
    const { period } = this;
    const { value, failed } = this.#recap;
    return html`<section aria-labelledby="recap">
      <div class="head">
        <h3 id="recap">${t('Recap')}</h3>
        <div class="choices" role="group" aria-labelledby="recap">
          ${SPANS.map((span) => this.#choice(spanName(span), { last: span }, period !== null && 'last' in period && period.last === span))}
          ${this.#choice(t('From … to …'), lastDays(), period !== null && 'range' in period)}
        </div>
        ${
          period !== null && 'range' in period
            ? html`<ha-day-range .days=${period.range} @chosen=${this.#chooseRange}></ha-day-range>`
            : nothing
        }
      </div>
      ${failed && period !== null ? html`<p class="muted">${t('The recap could not be read. The log tells why.')}</p>` : nothing}
      ${
        value && period !== null
          ? html`<ha-recap-view class="shown" .recap=${value} .badges=${this.badges}></ha-recap-view>`
          : nothing
      }
    </section>`;
  }

  /** Pressed again, a choice puts the recap away. */
  #choice(label: string, period: RecapPeriod, chosen: boolean): TemplateResult {
    return html`<button class="choice" aria-pressed=${chosen} @click=${() => this.#show(chosen ? null : period)}>${label}</button>`;
  }

  #chooseRange({ detail: range }: CustomEvent<DayRange>): void {
    this.#show({ range });
  }

  #show(recap: RecapPeriod | null): void {
    intend(this, { type: 'view', change: { recap } });
  }
}
customElements.define('ha-recap-panel', RecapPanel);

function spanName(span: Span): string {
  switch (span) {
    case 'week':
      return t('Last week');
    case 'month':
      return t('Last month');
    case 'year':
      return t('Last year');
  }
}

function lastDays(): RecapPeriod {
  const until = today();
  return { range: { since: until - MONTH + 1, until } };
}
