import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../../badges/unlocks/detect.ts';
import { codicon } from '../../drawing/codicon.ts';
import { tierMedal } from '../../drawing/medal.ts';
import { ladder, type Rung } from '../../model/ladder.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { day, figure } from '../../words/formats.ts';

/** The five tiers of a badge: what each asks for, which are reached and since when. */
export class TierLadder extends LitElement {
  static override properties = { badge: { attribute: false }, timeline: { attribute: false } };
  declare badge: Achievement;
  declare timeline: readonly UnlockNews[];

  static override styles = [
    sharedStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-rows: auto auto auto 1fr;
        justify-items: center;
        gap: 3px;
        padding: 10px 4px;
        border: 1px solid transparent;
        border-radius: var(--ha-radius);
        text-align: center;
      }
      .reached {
        background: color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 1.4), transparent);
      }
      .held {
        border-color: var(--ha-rank);
      }
      .tier {
        font-weight: 600;
        color: var(--ha-rank);
      }
      .locked .tier {
        color: var(--ha-muted);
      }
      .when {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 3px;
        font-size: 0.88em;
        color: var(--ha-muted);
      }
      .when .codicon {
        font-size: 13px;
      }
      @media (max-width: 560px) {
        ol {
          grid-template-columns: 1fr;
          gap: 4px;
        }
        li {
          grid-template: auto auto / auto minmax(0, 1fr) auto;
          align-items: center;
          justify-items: start;
          gap: 0 12px;
          padding: 6px 10px;
          text-align: start;
        }
        .medal {
          grid-row: span 2;
        }
        .when {
          grid-area: 1 / 3 / span 2;
          justify-content: end;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<ol>
      ${ladder(this.badge, this.timeline).map((rung) => this.#rung(rung))}
    </ol>`;
  }

  #rung({ tier, threshold, reached, at }: Rung): TemplateResult {
    const held = tier === this.badge.tier;
    return html`<li class="rank-${tier} ${reached ? 'reached' : 'locked'} ${held ? 'held' : ''}">
      ${tierMedal(this.badge, tier, reached, 48)}
      <span class="tier">${t(tier)}</span>
      <span class="figures">${figure(threshold)}</span>
      <span class="when">
        ${
          reached
            ? html`${codicon('check')}${at === null ? t('reached') : day(at)}`
            : tier === this.badge.next_tier
              ? t('next')
              : nothing
        }
      </span>
    </li>`;
  }
}
customElements.define('ha-tier-ladder', TierLadder);
