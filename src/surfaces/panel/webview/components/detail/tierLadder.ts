import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../../badges/unlocks/detect.ts';
import { codicon } from '../../drawing/codicon.ts';
import { tierMedal } from '../../drawing/medal.ts';
import { ladder, type Rung } from '../../model/ladder.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { dayOf, mediumDay } from '../../words/days.ts';
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
        grid-template-rows: auto auto auto auto 1fr;
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
      .noticed {
        font-size: 0.8em;
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
          grid-area: 1 / 3;
          justify-content: end;
        }
        .noticed {
          grid-area: 2 / 3;
          justify-self: end;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<ol>
      ${ladder(this.badge, this.timeline).map((rung) => this.#rung(rung))}
    </ol>`;
  }

  #rung(rung: Rung): TemplateResult {
    const { tier, threshold, reached } = rung;
    const held = tier === this.badge.tier;
    return html`<li class="rank-${tier} ${reached ? 'reached' : 'locked'} ${held ? 'held' : ''}">
      ${tierMedal(this.badge, tier, reached, 48)}
      <span class="tier">${t(tier)}</span>
      <span class="figures">${figure(threshold)}</span>
      <span class="when">
        ${
          reached
            ? html`${codicon('check')}${whenReached(rung)}`
            : tier === this.badge.next_tier
              ? t('next')
              : nothing
        }
      </span>
      ${noticedLater(rung) ? html`<span class="noticed">${t('noticed {0}', day(rung.noticed!))}</span>` : nothing}
    </li>`;
  }
}
customElements.define('ha-tier-ladder', TierLadder);

/** The real day; of what only was noticed, that day. */
function whenReached({ day: reachedOn, noticed }: Rung): string {
  if (reachedOn !== null) return mediumDay(dayOf(reachedOn));
  return noticed === null ? t('reached') : day(noticed);
}

function noticedLater({ day: reachedOn, noticed }: Rung): boolean {
  return reachedOn !== null && noticed !== null && day(noticed) !== mediumDay(dayOf(reachedOn));
}
