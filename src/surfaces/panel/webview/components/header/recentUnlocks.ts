import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../../badges/unlocks/detect.ts';
import { medal } from '../../drawing/medal.ts';
import { FocusKeeper } from '../../focus/focusKeeper.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { intend } from '../../model/intents.ts';
import { laterNews, unlocksIn } from '../../model/model.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { dayAndTime, shortlyAgo } from '../../words/formats.ts';
import { newsKey, newsWords } from '../../words/newsWords.ts';

const SHOWN = 4;

/**
 * What was unlocked or rose last; what the user has not seen yet is marked. Not there until something came after what the
 * first scan found, of which only the moment of that scan is known.
 */
export class RecentUnlocks extends LitElement {
  static override properties = {
    badges: { attribute: false },
    timeline: { attribute: false },
    fresh: { attribute: false },
  };
  declare badges: readonly Achievement[];
  /** Null while it is not known: the place for what the badges tell of it is kept then. */
  declare timeline: readonly UnlockNews[] | null;
  declare fresh: ReadonlySet<string>;

  constructor() {
    super();
    new FocusKeeper(this);
    new RovingFocus(this, { controls: 'button' });
  }

  static override styles = [
    sharedStyles,
    css`
      ol {
        margin-top: 8px;
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
        min-height: 34px;
        padding: 3px 12px;
      }
      .awaited li {
        visibility: hidden;
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
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      @media (max-width: 560px) {
        li:nth-child(n + 3) {
          display: none;
        }
        .name {
          white-space: normal;
        }
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
    const latest = this.#latest(this.timeline ?? this.#awaited());
    this.hidden = latest.length === 0;
    if (this.hidden) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title">${t('Recent unlocks')}</h2>
      <ol class=${this.timeline ? '' : 'awaited'} data-list tabindex="-1">
        ${repeat(
          latest,
          ({ news }) => newsKey(news),
          ({ news, badge }) => this.#entry(news, badge),
        )}
      </ol>
    </section>`;
  }

  /** Puts the focus on the latest. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  /** Those that are shown, latest first. */
  #latest(timeline: readonly UnlockNews[]): { news: UnlockNews; badge: Achievement }[] {
    const byId = new Map(this.badges.map((badge) => [badge.id, badge]));
    const latest = laterNews(timeline).flatMap((news) => {
      const badge = byId.get(news.id);
      return badge ? [{ news, badge }] : [];
    });
    return latest.slice(-SHOWN).toReversed();
  }

  /** What the badges tell of the time line: so much will stand here at least. */
  #awaited(): UnlockNews[] {
    const tiers = new Map(this.badges.map(({ id, tier }) => [id, tier]));
    return unlocksIn(this.badges).map(({ id, at }) => {
      return { id, at, kind: 'unlock', from_tier: null, to_tier: tiers.get(id) ?? null };
    });
  }

  #entry(news: UnlockNews, badge: Achievement): TemplateResult {
    const { to_tier: tier, at, id } = news;
    return html`<li>
      <button class="rank-${tier ?? 'feat'}" data-of=${newsKey(news)} title=${t('{0}: {1}', badge.name, newsWords(news))} @click=${() => intend(this, { type: 'openBadge', id })}>
        ${medal({ tier, icon: badge.icon, state: 'unlocked', size: 26 })}
        <span class="name"><strong>${badge.name}</strong> <span class="rank">${newsWords(news)}</span></span>
        ${this.fresh.has(id) ? html`<vscode-badge>${t('New')}</vscode-badge>` : nothing}
        <time title=${dayAndTime(at)}>${shortlyAgo(at)}</time>
      </button>
    </li>`;
  }
}
customElements.define('ha-recent-unlocks', RecentUnlocks);
