import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { UsagePeriod } from '../../../../../usage/period.ts';
import type { RowName } from '../../../../../usage/tally.ts';
import type { UsageView } from '../../../protocol/viewState.ts';
import { codicon } from '../../drawing/codicon.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { intend } from '../../model/intents.ts';
import { closeButtonStyles } from '../../styles/closeButton.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { rowName } from '../../words/usageWords.ts';
import './usageTable.ts';

/** The sessions behind a row: each opens its transcript, as far as Hermes still has it. Tells when it is to be put away: `closed`. */
export class UsageSessions extends LitElement {
  static override properties = {
    period: { attribute: false },
    of: { attribute: false },
    version: { type: Number },
    sort: { state: true },
  };
  declare period: UsagePeriod;
  declare of: RowName;
  declare version: number;
  declare sort: UsageView['sort'];
  readonly #sessions = new AskedAnswer<'usage'>(this, () => {
    const { period, of, version } = this;
    return { question: { kind: 'usage', period, by: 'session', of }, version };
  });

  constructor() {
    super();
    this.sort = null;
  }

  static override styles = [
    sharedStyles,
    closeButtonStyles,
    css`
      section {
        padding: 12px 14px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
        --ha-table: var(--ha-card);
        scroll-margin: 12px;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        margin-bottom: 6px;
      }
      h3 {
        margin: 0;
        min-width: 0;
        font-size: 1.05em;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render(): TemplateResult {
    const { value, failed } = this.#sessions;
    const name = t('Sessions of {0}', rowName(this.of));
    return html`<section aria-labelledby="title">
      <div class="head">
        <h3 id="title" dir="auto">${name}</h3>
        <button class="close" aria-label=${t('Close')} title=${t('Close')} @click=${this.#close}>${codicon('close')}</button>
      </div>
      <p class="muted" aria-live="polite">${failed ? t('The sessions could not be read. The log tells why.') : ''}</p>
      ${
        value && !failed
          ? html`<ha-usage-table .usage=${value} .sort=${this.sort} .name=${name} @sorted=${this.#sorted} @chosen=${this.#open}></ha-usage-table>`
          : nothing
      }
    </section>`;
  }

  /** Whoever chose a row below this sees what came of it. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.has('of')) this.renderRoot.querySelector('section')!.scrollIntoView({ block: 'nearest' });
  }

  #sorted({ detail }: CustomEvent<UsageView['sort']>): void {
    this.sort = detail;
  }

  #open({ detail: { key } }: CustomEvent<RowName>): void {
    if (key !== null) intend(this, { type: 'openTranscript', badge: null, session: key });
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
customElements.define('ha-usage-sessions', UsageSessions);
