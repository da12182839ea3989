import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../../badges/achievement.ts';
import { nearestBadges } from '../../../../../badges/summary.ts';
import { badgeMedal } from '../../drawing/medal.ts';
import { meter } from '../../drawing/meter.ts';
import { FocusKeeper } from '../../focus/focusKeeper.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { distance, goal } from '../../words/badgeWords.ts';
import { paceWords, shortPace } from '../../words/paceWords.ts';

const SHOWN = 4;

/** The badges nearest to their next tier. */
export class NextUp extends LitElement {
  static override properties = { badges: { attribute: false } };
  declare badges: readonly Achievement[];

  constructor() {
    super();
    new FocusKeeper(this);
    new RovingFocus(this, { controls: 'button' });
  }

  static override styles = [
    sharedStyles,
    css`
      section {
        container-type: inline-size;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      @container (width > 1000px) {
        ol {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
      }
      /* The cards of all badges come soon enough. */
      @container (width < 460px) {
        ol {
          grid-template-columns: minmax(0, 1fr);
        }
        li:nth-child(n + 3) {
          display: none;
        }
      }
      li {
        display: grid;
      }
      button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-content: center;
        align-items: center;
        gap: 3px 12px;
        padding: 8px 12px;
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
      .line {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 8px;
      }
      .name,
      .distance {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      .name {
        font-weight: 600;
      }
      .distance {
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      .goal {
        flex: none;
        font-size: 0.92em;
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
      <ol data-list tabindex="-1">
        ${repeat(
          nearest,
          ({ id }) => id,
          (badge) => this.#entry(badge),
        )}
      </ol>
    </section>`;
  }

  #entry(badge: Achievement): TemplateResult {
    const missing = distance(badge);
    const { pace } = badge;
    const meaning = pace ? t('{0}, {1}', missing, paceWords(pace)) : missing;
    return html`<li>
      <button
        class="rank-${badge.next_tier ?? 'feat'}"
        data-of=${badge.id}
        title=${t('{0}: {1}', badge.name, meaning)}
        @click=${() => intend(this, { type: 'openBadge', id: badge.id })}
      >
        ${badgeMedal(badge, 44)}
        <span class="line"><span class="name">${badge.name}</span> <span class="goal">${goal(badge)}</span></span>
        ${meter(badge.progress_pct)}
        ${
          pace
            ? html`<span class="distance figures"><span aria-hidden="true">${missing} · ${shortPace(pace)}</span><span class="spoken-only">${meaning}</span></span>`
            : html`<span class="distance figures">${missing}</span>`
        }
      </button>
    </li>`;
  }
}
customElements.define('ha-next-up', NextUp);
