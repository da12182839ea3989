import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { type Intent, intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { figure } from '../../words/formats.ts';

/** What the figures were counted from, and what is wanted seldom. */
export class PageFooter extends LitElement {
  static override properties = { sample: { type: Boolean }, sessions: { type: Number } };
  declare sample: boolean;
  declare sessions: number;

  static override styles = [
    sharedStyles,
    css`
      footer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 20px;
        padding-top: 12px;
        border-top: 1px solid var(--ha-line);
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      footer span {
        margin-inline-end: auto;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<footer>
      <span class="figures">${this.#counted()}</span>
      ${this.#link(t('Choose Profile…'), { type: 'chooseProfile' })}
      ${this.#link(t('Full Rescan'), { type: 'rescan', full: true })}
      ${this.sample ? this.#link(t('Leave Sample History'), { type: 'leaveSample' }) : nothing}
      ${this.#link(t('Show Log'), { type: 'showLog' })}
    </footer>`;
  }

  #link(label: string, intent: Intent): TemplateResult {
    return html`<button class="link" @click=${() => intend(this, intent)}>${label}</button>`;
  }

  #counted(): string {
    return this.sessions === 1
      ? t('Counted on this machine from 1 session.')
      : t('Counted on this machine from {0} sessions.', figure(this.sessions));
  }
}
customElements.define('ha-page-footer', PageFooter);
