import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { rankOf } from '../../../../artwork/tierColours.ts';
import type { Achievement } from '../../../../badges/achievement.ts';
import { goal, progressFigures, rankName, spokenName } from '../badgeWords.ts';
import { codicon } from '../codicon.ts';
import { day } from '../formats.ts';
import { intend } from '../intents.ts';
import { badgeMedal } from '../medal.ts';
import { meter } from '../meter.ts';
import { sharedStyles } from '../styles/shared.ts';

/** One badge. The whole card opens its detail; the button "What counts" is what the keyboard and screen readers find. */
export class BadgeCard extends LitElement {
  static override properties = { badge: { attribute: false }, fresh: { type: Boolean } };
  declare badge: Achievement;
  declare fresh: boolean;

  static override styles = [
    sharedStyles,
    css`
      article {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        grid-template-rows: 1fr auto auto;
        gap: 8px 14px;
        height: 100%;
        padding: 16px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        /* The glow ends where the words begin, whose contrast it would take. */
        background: radial-gradient(
            72px 90px at 22px 46px,
            color-mix(in srgb, var(--glow, transparent) calc(var(--ha-tint) * 3.7), transparent),
            transparent
          ),
          color-mix(in srgb, var(--glow, var(--ha-card)) var(--ha-tint), var(--ha-card));
        transition: border-color calc(var(--ha-motion) * 120ms);
      }
      .unlocked {
        --glow: var(--ha-rank);
        border-color: color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 4.5), var(--ha-line));
      }
      .secret {
        border-style: dashed;
      }
      article:hover {
        border-color: var(--vscode-contrastActiveBorder, var(--ha-rank));
      }
      article:hover .open,
      .open:hover {
        text-decoration: underline;
      }
      .medal {
        align-self: start;
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 8px;
      }
      h3 {
        font-size: 1.1em;
        font-weight: 600;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      .rank {
        color: var(--ha-rank);
        font-weight: 600;
      }
      .kind {
        display: flex;
        flex-wrap: wrap;
        gap: 0 6px;
        margin-top: 2px;
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      .description {
        margin-top: 8px;
      }
      .progress,
      .foot {
        grid-column: 1 / -1;
      }
      .scale {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 12px;
        margin-bottom: 5px;
        font-size: 0.92em;
      }
      .goal {
        color: var(--ha-muted);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 2px 12px;
        min-height: 24px;
        margin-top: 2px;
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      .since {
        display: flex;
        flex-direction: column;
      }
      .kept {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
      .kept .codicon {
        font-size: 14px;
      }
      .actions {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-inline-start: auto;
      }
      .open {
        color: var(--vscode-textLink-foreground);
        min-height: 24px;
      }
      /* Makes the whole card the button's target. */
      .open::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: inherit;
      }
      .open:focus-visible {
        outline: none;
      }
      .open:focus-visible::after {
        outline: 2px solid var(--vscode-focusBorder);
        outline-offset: 2px;
        border-radius: var(--ha-radius);
      }
      .share {
        position: relative;
        z-index: 1;
        display: grid;
        place-items: center;
        width: 26px;
        height: 26px;
        border-radius: 5px;
        color: var(--vscode-icon-foreground, inherit);
      }
      .share:hover {
        background: var(--vscode-toolbar-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
      }
      .share:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
    `,
  ];

  override render(): TemplateResult {
    const { badge } = this;
    return html`<article class="${badge.state} rank-${rankOf(badge)}" aria-label=${spokenName(badge)}>
      ${badgeMedal(badge, 64)}
      <div>
        <div class="title">
          <h3>${badge.name}</h3>
          ${this.fresh ? html`<vscode-badge>${t('New')}</vscode-badge>` : nothing}
        </div>
        <p class="kind">
          <span class="rank">${rankName(badge)}</span><span aria-hidden="true">·</span><span>${t(badge.category)}</span>
        </p>
        <p class="description">${badge.description}</p>
      </div>
      <div class="progress">${this.#progress()}</div>
      <div class="foot">
        ${this.#since()}
        <span class="actions">
          <button class="open" aria-label=${t('What counts: {0}', spokenName(badge))} aria-haspopup="dialog" @click=${this.#open}>
            ${t('What counts')}
          </button>
          ${badge.unlocked ? this.#share() : nothing}
        </span>
      </div>
    </article>`;
  }

  /** Puts the focus on what opens the detail. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus();
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
    const { unlocked_at, kept, state } = this.badge;
    if (state !== 'unlocked') return nothing;
    return html`<span class="since">
      ${unlocked_at === undefined ? nothing : html`<span>${t('Unlocked {0}', day(unlocked_at))}</span>`}
      ${
        kept
          ? html`<span class="kept" title=${t('Today’s history alone would not reach this any more.')}
              >${codicon('history')}${t('Kept from earlier history')}</span
            >`
          : nothing
      }
    </span>`;
  }

  #share(): TemplateResult {
    const label = t('Share {0}', this.badge.name);
    return html`<button class="share" aria-label=${label} title=${label} @click=${this.#shareBadge}>
      ${codicon('share')}
    </button>`;
  }

  #open(): void {
    intend(this, { type: 'openBadge', id: this.badge.id });
  }

  #shareBadge(): void {
    intend(this, { type: 'share', id: this.badge.id, purpose: 'save' });
  }
}
customElements.define('ha-badge-card', BadgeCard);
