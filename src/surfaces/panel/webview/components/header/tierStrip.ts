import { t } from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { TierName } from '../../../../../badges/achievement.ts';
import { medal } from '../../drawing/medal.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { featMeaning, tierName } from '../../words/badgeWords.ts';

/** How many badges hold each tier, highest first, and how many are unlocked that have none: all unlocked ones. */
export class TierStrip extends LitElement {
  static override properties = { tiers: { attribute: false }, feats: { type: Number } };
  declare tiers: readonly { tier: TierName; count: number }[];
  declare feats: number;

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
          gap: 14px;
        }
        li {
          grid-template-columns: auto;
          justify-items: center;
          min-width: 56px;
        }
        .medal {
          width: 44px;
          height: 44px;
          margin-bottom: 3px;
        }
        .number {
          font-size: 1.2em;
          line-height: 1.2;
        }
        .name {
          font-size: 0.92em;
          color: var(--ha-muted);
        }
      }
      /* One line on the narrowest side bar: the medals speak for themselves, and their names on hover. */
      @media (max-width: 560px) {
        ul {
          justify-content: space-between;
          gap: 4px;
        }
        li {
          gap: 0 3px;
        }
        .medal {
          width: 22px;
          height: 22px;
        }
        .name {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
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
      ${this.tiers.toReversed().map(({ tier, count }) => this.#rank(tier, count))} ${this.#rank(null, this.feats)}
    </ul>`;
  }

  #rank(tier: TierName | null, count: number): TemplateResult {
    const name = tierName(tier);
    return html`<li
      class="rank-${tier ?? 'feat'} ${count === 0 ? 'none' : ''}"
      title=${tier === null ? t('{0}: {1}', name, featMeaning()) : name}
    >
      ${
        count > 0
          ? medal({ tier, icon: 'crystal', state: 'unlocked', size: 52 })
          : medal({ tier: null, nextTier: tier, icon: 'crystal', state: 'discovered', size: 52 })
      }
      <span class="number figures">${count}</span> <span class="name">${name}</span>
    </li>`;
  }
}
customElements.define('ha-tier-strip', TierStrip);
