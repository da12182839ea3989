import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../badges/achievement.ts';
import { nearestBadges } from '../../../../badges/summary.ts';
import { distance, goal } from '../badgeWords.ts';
import { intend } from '../intents.ts';
import { badgeMedal } from '../medal.ts';
import { meter } from '../meter.ts';
import { sharedStyles } from '../styles/shared.ts';

const SHOWN = 4;

/** The badges nearest to their next tier. */
export class NextUp extends LitElement {
  static override properties = { badges: { attribute: false } };
  declare badges: readonly Achievement[];

  static override styles = [
    sharedStyles,
    css`
      section {
        container-type: inline-size;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 10px;
        margin-top: 10px;
      }
      @container (width < 460px) {
        ol {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @container (width > 1060px) {
        ol {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
      }
      button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 4px 12px;
        width: 100%;
        height: 100%;
        padding: 10px 14px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
      }
      button:hover {
        border-color: var(--vscode-contrastActiveBorder, var(--ha-rank));
      }
      .medal {
        grid-row: span 3;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .distance {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 8px;
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      .goal {
        color: var(--ha-rank);
        font-weight: 600;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const nearest = nearestBadges(this.badges, SHOWN);
    this.hidden = nearest.length === 0;
    if (this.hidden) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title">${t('Next up')}</h2>
      <ol>
        ${nearest.map((badge) => this.#entry(badge))}
      </ol>
    </section>`;
  }

  #entry(badge: Achievement): TemplateResult {
    return html`<li>
      <button class="rank-${badge.next_tier ?? 'feat'}" @click=${() => intend(this, { type: 'openBadge', id: badge.id })}>
        ${badgeMedal(badge, 48)}
        <span class="name">${badge.name}</span>
        ${meter(badge.progress_pct)}
        <span class="distance figures"
          ><span>${distance(badge)}</span> <span class="goal">${goal(badge)}</span></span
        >
      </button>
    </li>`;
  }
}
customElements.define('ha-next-up', NextUp);
