import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { RowName } from '../../../../../usage/tally.ts';
import type { UsageShown } from '../../../protocol/questions.ts';
import type { UsageView } from '../../../protocol/viewState.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import './usageChart.ts';
import './usageChoices.ts';
import './usageNotes.ts';
import './usageSessions.ts';
import './usageTable.ts';
import './usageTotals.ts';

/** What was used: tokens and dollars of a period, by whatever is chosen, as bars and as a table. */
export class UsagePage extends LitElement {
  static override properties = { view: { attribute: false }, version: { type: Number } };
  declare view: UsageView;
  declare version: number;
  readonly #usage = new AskedAnswer<'usage'>(this, () => {
    const { period, by } = this.view;
    return { question: { kind: 'usage', period, by, of: null }, version: this.version };
  });

  static override styles = [
    sharedStyles,
    css`
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 18px;
      }
      .nothing {
        padding: 40px 16px;
        text-align: center;
        color: var(--ha-muted);
      }
    `,
  ];

  override render(): TemplateResult {
    const { value, failed } = this.#usage;
    return html`<div class="parts">
      <ha-usage-choices .view=${this.view}></ha-usage-choices>
      ${failed ? html`<p class="nothing">${t('The usage could not be read. The log tells why.')}</p>` : nothing}
      ${value && !failed ? this.#parts(value) : nothing}
    </div>`;
  }

  #parts(usage: UsageShown): TemplateResult {
    const { totals } = usage.report;
    if (totals.sessions === 0)
      return html`<p class="nothing">${t('No data: no session used anything in this time.')}</p>`;
    const { sort, of, period } = this.view;
    return html`
      <ha-usage-totals .totals=${totals}></ha-usage-totals>
      ${
        totals.total > 0
          ? html`<ha-usage-chart .usage=${usage} @chosen=${this.#choose}></ha-usage-chart>`
          : html`<p class="muted">${t('Hermes recorded no tokens in this time.')}</p>`
      }
      ${of === null ? nothing : html`<ha-usage-sessions .period=${period} .of=${of} .version=${this.version} @closed=${() => this.#change({ of: null })}></ha-usage-sessions>`}
      <ha-usage-table .usage=${usage} .sort=${sort} .name=${t('Usage')} @sorted=${this.#sort} @chosen=${this.#choose}></ha-usage-table>
      <ha-usage-notes .usage=${usage}></ha-usage-notes>
    `;
  }

  /** A row leads to its sessions, a session to its transcript. */
  #choose({ detail: of }: CustomEvent<RowName>): void {
    if (of.by !== 'session') this.#change({ of });
    else if (of.key !== null) intend(this, { type: 'openTranscript', badge: null, session: of.key });
  }

  #sort({ detail: sort }: CustomEvent<UsageView['sort']>): void {
    this.#change({ sort });
  }

  #change(change: Partial<UsageView>): void {
    intend(this, { type: 'view', change: { usage: { ...this.view, ...change } } });
  }
}
customElements.define('ha-usage-page', UsagePage);
