import { t } from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { TierName } from '../../../../badges/achievement.ts';
import { tierName } from '../badgeWords.ts';
import { medal } from '../medal.ts';
import { sharedStyles } from '../styles/shared.ts';

/** How many badges hold each tier, highest first. */
export class TierStrip extends LitElement {
  static override properties = { tiers: { attribute: false } };
  declare tiers: readonly { tier: TierName; count: number }[];

  static override styles = [
    sharedStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .number {
        font-weight: 600;
        color: var(--ha-rank);
      }
      .none .number,
      .none .name {
        color: var(--ha-muted);
        font-weight: 400;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<ul aria-label=${t('Badges by tier')}>
      ${this.tiers.toReversed().map(
        ({ tier, count }) => html`<li class="rank-${tier} ${count === 0 ? 'none' : ''}">
          ${
            count > 0
              ? medal({ tier, icon: 'crystal', state: 'unlocked', size: 22 })
              : medal({ tier: null, nextTier: tier, icon: 'crystal', state: 'discovered', size: 22 })
          }
          <span class="number figures">${count}</span> <span class="name">${tierName(tier)}</span>
        </li>`,
      )}
    </ul>`;
  }
}
customElements.define('ha-tier-strip', TierStrip);
