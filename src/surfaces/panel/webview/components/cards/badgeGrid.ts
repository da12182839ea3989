import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { ViewState } from '../../../protocol/viewState.ts';
import { filteredBadges } from '../../model/filtering.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { visibleWords } from '../../words/badgeWords.ts';
import type { BadgeCard } from './badgeCard.ts';
import './badgeCard.ts';

const CHOICES = ['state', 'category', 'search', 'sort'] as const;

/** The cards of all badges, of which those show that the filters let through. */
export class BadgeGrid extends LitElement {
  static override properties = {
    badges: { attribute: false },
    order: { attribute: false },
    view: { attribute: false },
    fresh: { attribute: false },
    covered: { attribute: false },
  };
  declare badges: readonly Achievement[];
  /** The ids of all badges as their cards stand. */
  declare order: readonly string[];
  declare view: ViewState;
  declare fresh: ReadonlySet<string>;
  /** A dialog lies over the page: what is neither in reach nor in sight need not be laid out. */
  declare covered: boolean;

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
        /* The height it had when it was last laid out, so that the page keeps its own. */
        contain-intrinsic-height: auto 190px;
      }
      /* Cards far below the window are laid out after those in it have been painted: a screen reader must find them. */
      :host(:not([settled])) li {
        content-visibility: auto;
        /* Widths are fractions of pixels: without it the right border of some cards is cut off. */
        overflow-clip-margin: 4px;
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

  /** Only what the user chose is laid out in two steps: figures that change behind the scenes move nothing. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    const isChosen = before && CHOICES.some((key) => before[key] !== this.view[key]);
    // To make a page inert is to look through all that is laid out.
    if (this.hasUpdated && changed.has('covered') && this.covered) this.removeAttribute('settled');
    else if (!this.hasUpdated || changed.has('covered') || isChosen) this.#unsettle();
  }

  #unsettle(): void {
    this.removeAttribute('settled');
    // The page may be idle before the frame that shows the change as well: only after it the others are laid out.
    requestAnimationFrame(() => requestIdleCallback(() => this.setAttribute('settled', '')));
  }

  /** Cards that the filters hold back stay, hidden: to make them anew takes longer than a frame. */
  override render(): TemplateResult {
    const { badges, order, view, fresh } = this;
    const byId = new Map(badges.map((badge) => [badge.id, badge]));
    const shown = new Set(filteredBadges(badges, view, visibleWords));
    return html`${shown.size === 0 ? this.#nothing() : nothing}
      <ul aria-label=${t('Badges')} ?hidden=${shown.size === 0}>
        ${repeat(
          order.flatMap((id) => byId.get(id) ?? []),
          (badge) => badge.id,
          (badge) => html`<li ?hidden=${!shown.has(badge)}>
            <ha-badge-card data-badge=${badge.id} .badge=${badge} .fresh=${fresh.has(badge.id)}></ha-badge-card>
          </li>`,
        )}
      </ul>`;
  }

  /** Puts the focus on a badge's card, if it is shown. */
  focusBadge(id: string): void {
    this.renderRoot.querySelector<BadgeCard>(`ha-badge-card[data-badge="${CSS.escape(id)}"]`)?.focus();
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

declare global {
  interface HTMLElementTagNameMap {
    'ha-badge-grid': BadgeGrid;
  }
}
