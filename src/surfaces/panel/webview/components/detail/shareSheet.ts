import { t } from '@vscode/l10n';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { SHARE_CARD_HEIGHT, SHARE_CARD_WIDTH } from '../../../../../artwork/shareCard.ts';
import { rankOf } from '../../../../../artwork/tierColours.ts';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { SharePurpose } from '../../../protocol.ts';
import { codicon } from '../../drawing/codicon.ts';
import { cardAddress } from '../../drawing/sharePicture.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { sheetStyles } from './modalSheet.css.ts';
import { ModalSheet } from './modalSheet.ts';

/** The share card of an unlocked badge, to be looked at before it is saved or copied. */
export class ShareSheet extends ModalSheet {
  static override properties = { badge: { attribute: false }, told: { attribute: false } };
  declare badge: Achievement;
  #picture = '';

  static override styles = [
    sharedStyles,
    sheetStyles,
    css`
      h2 {
        font-size: 1.2em;
      }
      img {
        display: block;
        width: 100%;
        height: auto;
        margin-top: 16px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 16px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('badge')) this.#picture = cardAddress(this.badge);
  }

  override render(): TemplateResult {
    const { badge } = this;
    return this.sheet(
      `rank-${rankOf(badge)}`,
      html`<h2 id="name">${t('Share {0}', badge.name)}</h2>
        <img
          src=${this.#picture}
          width=${SHARE_CARD_WIDTH}
          height=${SHARE_CARD_HEIGHT}
          alt=${t('The card of {0}', badge.name)}
        />
        <div class="actions">
          <vscode-button secondary @click=${() => this.#share('save')}
            >${codicon('save', 'content-before')}${t('Save Card…')}</vscode-button
          >
          <vscode-button secondary @click=${() => this.#share('copy')}
            >${codicon('copy', 'content-before')}${t('Copy Card')}</vscode-button
          >
        </div>`,
    );
  }

  protected override closed(): void {
    intend(this, { type: 'closeCard' });
  }

  #share(purpose: SharePurpose): void {
    intend(this, { type: 'share', id: this.badge.id, purpose });
  }
}
customElements.define('ha-share-sheet', ShareSheet);
