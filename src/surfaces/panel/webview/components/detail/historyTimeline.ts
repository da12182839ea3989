import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../../badges/unlocks/detect.ts';
import { medal } from '../../drawing/medal.ts';
import { FocusKeeper } from '../../focus/focusKeeper.ts';
import { intend } from '../../model/intents.ts';
import { byDay } from '../../model/timelineDays.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { figure, fullDay, timeOfDay } from '../../words/formats.ts';
import { newsKey, newsWords } from '../../words/newsWords.ts';

/** Every badge that was unlocked or rose, latest first, on a line through the days. */
export class HistoryTimeline extends LitElement {
  static override properties = { badges: { attribute: false }, timeline: { attribute: false } };
  declare badges: readonly Achievement[];
  /** Null while it is not known. */
  declare timeline: readonly UnlockNews[] | null;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  static override styles = [
    sharedStyles,
    css`
      .days {
        position: relative;
        padding-inline-start: 26px;
      }
      .days::before {
        content: '';
        position: absolute;
        inset-block: 10px 0;
        inset-inline-start: 6px;
        width: 2px;
        background: var(--ha-line);
      }
      .day {
        position: relative;
        padding-bottom: 26px;
      }
      .day::before {
        content: '';
        position: absolute;
        top: 4px;
        inset-inline-start: -25px;
        width: 10px;
        height: 10px;
        border-radius: 50%;
        border: 2px solid var(--vscode-progressBar-background);
        background: var(--ha-page);
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      h3 .muted {
        font-weight: 400;
      }
      .steps {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
        gap: 8px;
        margin-top: 10px;
      }
      button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-content: center;
        align-items: baseline;
        gap: 0 12px;
        width: 100%;
        height: 100%;
        padding: 8px 12px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
      }
      button:hover {
        border-color: var(--vscode-contrastActiveBorder, var(--ha-rank));
      }
      .medal {
        grid-row: span 2;
        align-self: center;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .rank {
        grid-column: 2;
        color: var(--ha-rank);
      }
      time {
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      .nothing {
        padding: 40px 16px;
        text-align: center;
        color: var(--ha-muted);
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    if (!this.timeline) return nothing;
    const badges = new Map(this.badges.map((badge) => [badge.id, badge]));
    const days = byDay(this.timeline.filter((news) => badges.has(news.id)));
    if (days.length === 0) {
      return html`<p class="nothing">${t('Every badge that is unlocked or rises will stand here, with its day.')}</p>`;
    }
    return html`<ol class="days" data-list tabindex="-1">
      ${repeat(
        days,
        ({ start }) => start,
        ({ start, steps }) => html`<li class="day">
          <h3>${fullDay(start)} <span class="muted">· ${steps.length === 1 ? t('1 step') : t('{0} steps', figure(steps.length))}</span></h3>
          <ol class="steps">
            ${repeat(steps, newsKey, (news) => this.#step(news, badges.get(news.id)!))}
          </ol>
        </li>`,
      )}
    </ol>`;
  }

  #step(news: UnlockNews, badge: Achievement): TemplateResult {
    const { to_tier: tier, at, id } = news;
    return html`<li>
      <button class="rank-${tier ?? 'feat'}" data-of=${newsKey(news)} @click=${() => intend(this, { type: 'openBadge', id })}>
        ${medal({ tier, icon: badge.icon, state: 'unlocked', size: 36 })}
        <span class="name">${badge.name}</span>
        <time>${timeOfDay(at)}</time>
        <span class="rank">${newsWords(news)}</span>
      </button>
    </li>`;
  }
}
customElements.define('ha-history-timeline', HistoryTimeline);
