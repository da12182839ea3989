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
        gap: 4px 14px;
      }
      li {
        display: grid;
        grid-template-columns: auto auto auto;
        align-items: center;
        gap: 0 6px;
      }
      .medal {
        width: 24px;
        height: 24px;
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
      /* With room to spare each tier stands upright, with a medal to look at. */
      @media (min-width: 1181px) {
        ul {
          flex-wrap: nowrap;
          gap: 18px;
        }
        li {
          grid-template-columns: auto;
          justify-items: center;
          min-width: 58px;
        }
        .medal {
          width: 52px;
          height: 52px;
          margin-bottom: 4px;
        }
        .number {
          font-size: 1.25em;
          line-height: 1.2;
        }
        .name {
          font-size: 0.92em;
          color: var(--ha-muted);
        }
      }
      .medal > svg {
        width: 100%;
        height: 100%;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<ul aria-label=${t('Badges by tier')}>
      ${this.tiers.toReversed().map(
        ({ tier, count }) => html`<li class="rank-${tier} ${count === 0 ? 'none' : ''}">
          ${
            count > 0
              ? medal({ tier, icon: 'crystal', state: 'unlocked', size: 52 })
              : medal({ tier: null, nextTier: tier, icon: 'crystal', state: 'discovered', size: 52 })
          }
          <span class="number figures">${count}</span> <span class="name">${tierName(tier)}</span>
        </li>`,
      )}
    </ul>`;
  }
}
customElements.define('ha-tier-strip', TierStrip);
