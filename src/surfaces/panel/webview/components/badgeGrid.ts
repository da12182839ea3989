import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../badges/achievement.ts';
import { sortAchievements } from '../../../../badges/order.ts';
import type { ViewState } from '../../protocol.ts';
import { visibleWords } from '../badgeWords.ts';
import { filteredBadges } from '../filtering.ts';
import { intend } from '../intents.ts';
import { sharedStyles } from '../styles/shared.ts';
import './badgeCard.ts';

/** The cards of all badges, of which those show that the filters let through. */
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
      }
      /* Cards far below the window are laid out after those in it have been painted: a screen reader must find them. */
      :host(:not([settled])) li {
        content-visibility: auto;
        /* Widths are fractions of pixels: without it the right border of some cards is cut off. */
        overflow-clip-margin: 4px;
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

  protected override willUpdate(): void {
    this.removeAttribute('settled');
  }

  protected override updated(): void {
    // The page may be idle before the frame that shows the change as well: only after it the others are laid out.
    requestAnimationFrame(() => requestIdleCallback(() => this.setAttribute('settled', '')));
  }

  /** Cards that the filters hold back stay, hidden: to make them anew takes longer than a frame. */
  override render(): TemplateResult {
    const { badges, view, fresh } = this;
    const shown = new Set(filteredBadges(badges, view, visibleWords));
    return html`${shown.size === 0 ? this.#nothing() : nothing}
      <ul aria-label=${t('Badges')} ?hidden=${shown.size === 0}>
        ${repeat(
          sortAchievements(badges, view.sort),
          (badge) => badge.id,
          (badge) => html`<li ?hidden=${!shown.has(badge)}>
            <ha-badge-card data-badge=${badge.id} .badge=${badge} .fresh=${fresh.has(badge.id)}></ha-badge-card>
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
