import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { type Intent, intend } from '../../model/intents.ts';
import { neverScanned, type PanelModel } from '../../model/model.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { timeOrDay } from '../../words/formats.ts';
import './notice.ts';

/** What the user should know about the figures below: that they are old, made up, or that there are none yet. */
export class Notices extends LitElement {
  static override properties = { model: { attribute: false } };
  declare model: PanelModel;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
    `,
  ];

  override render(): TemplateResult {
    const notices = [
      this.#failure(),
      this.#damage(),
      this.#sample(),
      this.#nothingRead(),
      this.#nothingYet(),
    ];
    this.hidden = notices.every((notice) => notice === nothing);
    return html`${notices}`;
  }

  #failure(): TemplateResult | typeof nothing {
    const { error, generated_at } = this.model.snapshot ?? {};
    if (!error || !generated_at) return nothing;
    const reason = error.replace(/[.。]$/, '');
    const message = t(
      'The last scan failed: {0}. You see the figures of {1}.',
      reason,
      timeOrDay(generated_at),
    );
    return html`<ha-notice severity="error" .message=${message}>
      ${this.#link(t('Try Again'), { type: 'rescan', full: false })} ${this.#link(t('Show Log'), { type: 'showLog' })}
    </ha-notice>`;
  }

  #damage(): TemplateResult | typeof nothing {
    const { damage } = this.model.snapshot ?? {};
    if (!damage) return nothing;
    return html`<ha-notice severity="warning" .message=${damage}>
      ${this.#link(t('Show Log'), { type: 'showLog' })}
    </ha-notice>`;
  }

  #sample(): TemplateResult | typeof nothing {
    if (!this.model.sample) return nothing;
    return html`<ha-notice severity="info" .message=${t('This is a made-up sample history, not yours.')}>
      ${this.#link(t('Leave Sample History'), { type: 'leaveSample' })}
    </ha-notice>`;
  }

  /** A first scan was cancelled. */
  #nothingRead(): TemplateResult | typeof nothing {
    if (!neverScanned(this.model) || this.model.scan !== null) return nothing;
    return html`<ha-notice severity="info" .message=${t('Your Hermes history has not been read to its end yet.')}>
      ${this.#link(t('Read it now'), { type: 'rescan', full: false })}
    </ha-notice>`;
  }

  #nothingYet(): TemplateResult | typeof nothing {
    const { snapshot } = this.model;
    if (neverScanned(this.model) || snapshot?.sessions_total !== 0) return nothing;
    return html`<ha-notice severity="info" .message=${t('Hermes has no sessions yet. Your first one starts the count.')}>
      ${this.#link(t('Try with Sample History'), { type: 'trySample' })}
      ${this.#link(t('Choose Hermes Home…'), { type: 'chooseHome' })}
    </ha-notice>`;
  }

  #link(label: string, intent: Intent): TemplateResult {
    return html`<button class="link" @click=${() => intend(this, intent)}>${label}</button>`;
  }
}
customElements.define('ha-notices', Notices);
