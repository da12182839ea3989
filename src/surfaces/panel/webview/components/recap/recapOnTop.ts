import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../../badges/achievement.ts';
import { codicon } from '../../drawing/codicon.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { intend } from '../../model/intents.ts';
import { closeButtonStyles } from '../../styles/closeButton.ts';
import { sharedStyles } from '../../styles/shared.ts';
import './recapView.ts';

/** The recap of the week, or the month, before, on the first opening of the panel in it; nothing where nothing happened. */
export class RecapOnTop extends LitElement {
  static override properties = {
    badges: { attribute: false },
    span: {},
    version: { type: Number },
  };
  declare badges: readonly Achievement[];
  declare span: 'week' | 'month';
  declare version: number;
  readonly #recap = new AskedAnswer<'recap'>(this, () => ({
    question: { kind: 'recap', period: { last: this.span } },
    version: this.version,
  }));

  static override styles = [
    sharedStyles,
    closeButtonStyles,
    css`
      section {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
        padding: 14px 48px 14px 18px;
        border: 1px solid var(--vscode-contrastBorder, color-mix(in srgb, var(--ha-Gold) 45%, transparent));
        border-radius: var(--ha-radius);
        background: color-mix(in srgb, var(--ha-Gold) var(--ha-tint), var(--ha-card));
      }
      .overline {
        color: var(--ha-muted);
      }
      .close {
        position: absolute;
        inset-inline-end: 12px;
        top: 12px;
      }
      @media (max-width: 560px) {
        section {
          padding-inline: 14px;
        }
        .overline {
          padding-inline-end: 34px;
        }
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { value } = this.#recap;
    const { sessions = 0, messages = 0 } = value?.totals ?? {};
    this.hidden = !value || sessions + messages + value.unlocks.length === 0;
    if (this.hidden || !value) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title" class="overline">${this.span === 'week' ? t('Your week with Hermes') : t('Your month with Hermes')}</h2>
      <ha-recap-view brief .recap=${value} .badges=${this.badges}></ha-recap-view>
      <div><button class="link" @click=${this.#showAll}>${t('The whole recap')}</button></div>
      <button class="close" aria-label=${t('Dismiss')} title=${t('Dismiss')} @click=${() => intend(this, { type: 'dismissRecap' })}>
        ${codicon('close')}
      </button>
    </section>`;
  }

  readonly #showAll = (): void => {
    intend(this, { type: 'view', change: { tab: 'activity', recap: { last: this.span } } });
    intend(this, { type: 'dismissRecap' });
  };
}
customElements.define('ha-recap-on-top', RecapOnTop);
