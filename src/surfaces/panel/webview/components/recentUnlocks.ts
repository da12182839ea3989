import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../badges/unlocks.ts';
import { ago, dayAndTime } from '../formats.ts';
import { intend } from '../intents.ts';
import { medal } from '../medal.ts';
import { newsWords } from '../newsWords.ts';
import { sharedStyles } from '../styles/shared.ts';

const SHOWN = 4;

/** What was unlocked or raised last; what the user has not seen yet is marked. */
export class RecentUnlocks extends LitElement {
  static override properties = {
    badges: { attribute: false },
    timeline: { attribute: false },
    fresh: { attribute: false },
  };
  declare badges: readonly Achievement[];
  declare timeline: readonly UnlockNews[];
  declare fresh: ReadonlySet<string>;

  static override styles = [
    sharedStyles,
    css`
      ol {
        margin-top: 10px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
        overflow: hidden;
      }
      li + li {
        border-top: 1px solid var(--ha-line);
      }
      button {
        display: flex;
        align-items: center;
        gap: 10px;
        width: 100%;
        min-height: 40px;
        padding: 5px 14px;
      }
      button:hover {
        background: var(--vscode-list-hoverBackground);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .name {
        flex: 1;
        min-width: 0;
      }
      .name strong {
        font-weight: 600;
      }
      .rank {
        color: var(--ha-rank);
      }
      time {
        font-size: 0.92em;
        color: var(--ha-muted);
        white-space: nowrap;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const byId = new Map(this.badges.map((badge) => [badge.id, badge]));
    const latest = this.timeline.flatMap((news) => {
      const badge = byId.get(news.id);
      return badge ? [{ news, badge }] : [];
    });
    this.hidden = latest.length === 0;
    if (this.hidden) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title">${t('Recent unlocks')}</h2>
      <ol>
        ${latest
          .slice(-SHOWN)
          .toReversed()
          .map(({ news, badge }) => this.#entry(news, badge))}
      </ol>
    </section>`;
  }

  #entry(news: UnlockNews, badge: Achievement): TemplateResult {
    const { to_tier: tier, at, id } = news;
    return html`<li>
      <button class="rank-${tier ?? 'feat'}" @click=${() => intend(this, { type: 'openBadge', id })}>
        ${medal({ tier, icon: badge.icon, state: 'unlocked', size: 30 })}
        <span class="name"><strong>${badge.name}</strong> <span class="rank">${newsWords(news)}</span></span>
        ${this.fresh.has(id) ? html`<vscode-badge>${t('New')}</vscode-badge>` : nothing}
        <time title=${dayAndTime(at)}>${ago(at)}</time>
      </button>
    </li>`;
  }
}
customElements.define('ha-recent-unlocks', RecentUnlocks);
