import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../../badges/unlocks/detect.ts';
import { medal } from '../../drawing/medal.ts';
import { FocusKeeper } from '../../focus/focusKeeper.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { intend } from '../../model/intents.ts';
import { unlocksIn } from '../../model/model.ts';
import { type RecentStep, recentSteps } from '../../model/recentSteps.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { tierName } from '../../words/badgeWords.ts';
import { dayOf, reachedOn, wholeDay } from '../../words/days.ts';
import { dayAndTime, shortlyAgo } from '../../words/formats.ts';

const SHOWN = 4;

/** What was unlocked or rose last, by the days on which it was really reached; what the user has not seen yet is marked. */
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
      /* One line: a tier that has no room beside its name is not cut, it goes to the next, which is not shown. */
      .name {
        flex: 1;
        display: flex;
        flex-wrap: wrap;
        column-gap: 0.35em;
        min-width: 0;
        height: 1lh;
        overflow: hidden;
      }
      .name strong {
        max-width: 100%;
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      @media (max-width: 560px) {
        li:nth-child(n + 3) {
          display: none;
        }
        .name {
          height: auto;
        }
        .name strong {
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
    const latest = recentSteps(this.badges, this.timeline ?? this.#awaited(), SHOWN);
    this.hidden = latest.length === 0;
    if (this.hidden) return nothing;
    const isAwaited = !this.timeline && latest.some(({ when }) => 'noticed' in when);
    return html`<section aria-labelledby="title">
      <h2 id="title">${t('Recent unlocks')}</h2>
      <ol class=${isAwaited ? 'awaited' : ''} data-list tabindex="-1">
        ${repeat(
          latest,
          ({ badge, tier }) => `${badge.id} ${tier}`,
          (step) => this.#entry(step),
        )}
      </ol>
    </section>`;
  }

  /** Puts the focus on the latest. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  /** What the badges tell of the time line: so much will stand here at least. */
  #awaited(): UnlockNews[] {
    const tiers = new Map(this.badges.map(({ id, tier }) => [id, tier]));
    return unlocksIn(this.badges).map(({ id, at }) => {
      return { id, at, kind: 'unlock', from_tier: null, to_tier: tiers.get(id) ?? null };
    });
  }

  #entry({ badge, tier, from, when }: RecentStep): TemplateResult {
    const { id, name, icon } = badge;
    const rank = from === null ? tierName(tier) : t('{0} → {1}', t(from), tierName(tier));
    const [words, moment] =
      'day' in when
        ? [reachedOn(dayOf(when.day)), wholeDay(dayOf(when.day))]
        : [shortlyAgo(when.noticed), dayAndTime(when.noticed)];
    return html`<li>
      <button class="rank-${tier ?? 'feat'}" data-of=${`${id} ${tier}`} title=${t('{0}: {1}', name, rank)} @click=${() => intend(this, { type: 'openBadge', id })}>
        ${medal({ tier, icon, state: 'unlocked', size: 26 })}
        <span class="name"><strong>${name}</strong> <span class="rank">${tierName(tier)}</span></span>
        ${this.fresh.has(id) ? html`<vscode-badge>${t('New')}</vscode-badge>` : nothing}
        <time title=${moment}>${words}</time>
      </button>
    </li>`;
  }
}
customElements.define('ha-recent-unlocks', RecentUnlocks);
