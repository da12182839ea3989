import { t } from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../badges/achievement.ts';
import type { ViewState } from '../../protocol.ts';
import { visibleWords } from '../badgeWords.ts';
import { visibleBadges } from '../filtering.ts';
import { intend } from '../intents.ts';
import { sharedStyles } from '../styles/shared.ts';
import './badgeCard.ts';

/** The cards of all badges that the filters let through. */
export class BadgeGrid extends LitElement {
  static override properties = {
    badges: { attribute: false },
    view: { attribute: false },
    fresh: { attribute: false },
  };
  declare badges: readonly Achievement[];
  declare view: ViewState;
  declare fresh: ReadonlySet<string>;

  static override styles = [
    sharedStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 12px;
      }
      li {
        display: grid;
        /* Cards far below the window are laid out when they come near it. */
        content-visibility: auto;
        contain-intrinsic-height: auto 190px;
      }
      .nothing {
        padding: 40px 16px;
        text-align: center;
        color: var(--ha-muted);
      }
      .nothing .link {
        margin-top: 8px;
      }
    `,
  ];

  override render(): TemplateResult {
    const shown = visibleBadges(this.badges, this.view, visibleWords);
    if (shown.length === 0) return this.#nothing();
    return html`<ul aria-label=${t('Badges')}>
      ${repeat(
        shown,
        (badge) => badge.id,
        (badge) => html`<li>
          <ha-badge-card data-badge=${badge.id} .badge=${badge} .fresh=${this.fresh.has(badge.id)}></ha-badge-card>
        </li>`,
      )}
    </ul>`;
  }

  #nothing(): TemplateResult {
    return html`<div class="nothing">
      <p>${t('No badge fits these filters.')}</p>
      <button class="link" @click=${this.#clear}>${t('Show all badges')}</button>
    </div>`;
  }

  #clear(): void {
    intend(this, { type: 'view', change: { state: 'all', category: 'all', search: '' } });
  }
}
customElements.define('ha-badge-grid', BadgeGrid);
