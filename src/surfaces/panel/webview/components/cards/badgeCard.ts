import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { rankOf } from '../../../../../artwork/tierColours.ts';
import type { Achievement } from '../../../../../badges/achievement.ts';
import { codicon } from '../../drawing/codicon.ts';
import { badgeMedal } from '../../drawing/medal.ts';
import { meter } from '../../drawing/meter.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { goal, progressFigures, rankMeaning, rankName, spokenName } from '../../words/badgeWords.ts';
import { dayOf, mediumDay } from '../../words/days.ts';
import { day } from '../../words/formats.ts';
import { cardStyles } from './badgeCard.css.ts';

/** One badge. The whole card opens its detail; the button "Details" is what the keyboard and screen readers find. */
export class BadgeCard extends LitElement {
  static override properties = { badge: { attribute: false }, fresh: { type: Boolean } };
  declare badge: Achievement;
  declare fresh: boolean;

  static override styles = [sharedStyles, cardStyles];

  override render(): TemplateResult {
    const { badge } = this;
    return html`<article
      class="${badge.state} rank-${rankOf(badge)}"
      aria-label=${spokenName(badge)}
      @pointerenter=${this.#foresee}
      @focusin=${this.#foresee}
    >
      ${badgeMedal(badge, 64)}
      <div>
        <div class="title">
          <h3>${badge.name}</h3>
          ${this.fresh ? html`<vscode-badge>${t('New')}</vscode-badge>` : nothing}
        </div>
        <p class="kind">
          <span class="rank" title=${rankMeaning(badge)}>${rankName(badge)}</span><span aria-hidden="true">·</span><span>${t(badge.category)}</span>
        </p>
        <p class="description">${badge.description}</p>
      </div>
      <div class="progress">${this.#progress()}</div>
      <div class="foot">
        ${this.#since()}
        <span class="actions">
          <button class="open" aria-label=${t('Details: {0}', spokenName(badge))} aria-haspopup="dialog" @click=${this.#open}>
            ${t('Details')}
          </button>
          ${badge.unlocked ? this.#share() : nothing}
        </span>
      </div>
    </article>`;
  }

  /** Puts the focus on what opens the detail. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus(options);
  }

  #progress(): TemplateResult | typeof nothing {
    const { badge } = this;
    if (badge.state === 'secret') return nothing;
    return html`<p class="scale figures">
        <span>${progressFigures(badge)}</span> <span class="goal">${goal(badge)}</span>
      </p>
      ${meter(badge.progress_pct)}`;
  }

  #since(): TemplateResult | typeof nothing {
    const { unlocked_at, reached, kept, state } = this.badge;
    if (state !== 'unlocked') return nothing;
    const [first] = reached;
    const since = first
      ? mediumDay(dayOf(first.day))
      : unlocked_at === undefined
        ? undefined
        : day(unlocked_at);
    return html`<span class="since">
      ${since === undefined ? nothing : html`<span>${t('Unlocked {0}', since)}</span>`}
      ${
        kept
          ? html`<span class="kept" title=${t('Earned from history that is gone since.')}
              >${codicon('history')}${t('Kept from earlier history')}</span
            >`
          : nothing
      }
    </span>`;
  }

  #share(): TemplateResult {
    const label = t('Share {0}', this.badge.name);
    return html`<button class="share" aria-label=${label} title=${label} aria-haspopup="dialog" @click=${this.#shareBadge}>
      ${codicon('share')}
    </button>`;
  }

  /** What the detail asks for, as `FigureCurve` does. */
  #foresee(): void {
    const { id, state } = this.badge;
    if (state !== 'secret') intend(this, { type: 'foresee', question: { kind: 'curve', badge: id } });
  }

  #open(): void {
    intend(this, { type: 'openBadge', id: this.badge.id });
  }

  #shareBadge(): void {
    intend(this, { type: 'showCard', id: this.badge.id });
  }
}
customElements.define('ha-badge-card', BadgeCard);
