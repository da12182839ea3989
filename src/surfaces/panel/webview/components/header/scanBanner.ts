import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ScanView } from '../../../../../host/scanTracker.ts';
import { codicon } from '../../drawing/codicon.ts';
import { meter } from '../../drawing/meter.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { figure, timeLeft } from '../../words/formats.ts';

/** A running scan: how far it is, how long it still takes, and Cancel. Moves only when an event arrives. */
export class ScanBanner extends LitElement {
  static override properties = { scan: { attribute: false } };
  declare scan: ScanView;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: 1fr;
        /* A scan that is over at once should not make the page jump. */
        animation: unfold calc(var(--ha-motion) * 160ms + 1ms) 120ms both ease-out;
      }
      @keyframes unfold {
        from {
          grid-template-rows: 0fr;
          opacity: 0;
        }
      }
      .fold {
        overflow: hidden;
        min-height: 0;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 8px 16px;
        padding: 12px 16px;
        border: 1px solid var(--vscode-contrastBorder, var(--vscode-progressBar-background));
        border-radius: var(--ha-radius);
        background: color-mix(in srgb, var(--vscode-progressBar-background) var(--ha-tint), var(--ha-card));
        --ha-rank: var(--vscode-progressBar-background);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        align-items: baseline;
      }
      h2 {
        font-size: 1em;
      }
      .percent {
        font-weight: 600;
      }
      .progress {
        grid-column: 1 / -1;
      }
      .meter {
        height: 8px;
        border-radius: 4px;
      }
    `,
  ];

  override render(): TemplateResult {
    const { scanned, total, remaining_ms } = this.scan;
    const percent = total ? Math.floor((100 * scanned) / total) : 0;
    return html`<div class="fold">
      <section aria-labelledby="title">
        <div class="line figures">
          <h2 id="title">${t('Reading your Hermes history')}</h2>
          ${
            total === null
              ? nothing
              : html`<span class="percent">${t('{0}%', percent)}</span>
                  <span class="muted">${t('{0} of {1} sessions', figure(scanned), figure(total))}</span>
                  ${remaining_ms === null ? nothing : html`<span class="muted">${timeLeft(remaining_ms)}</span>`}`
          }
        </div>
        <vscode-button secondary @click=${() => intend(this, { type: 'cancelScan' })}
          >${codicon('stop-circle', 'content-before')}${t('Cancel')}</vscode-button
        >
        <div
          class="progress"
          role="progressbar"
          aria-label=${t('Scan progress')}
          aria-valuemin="0"
          aria-valuemax="100"
          aria-valuenow=${percent}
        >
          ${meter(percent)}
        </div>
      </section>
    </div>`;
  }
}
customElements.define('ha-scan-banner', ScanBanner);
