import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../../badges/unlocks/detect.ts';
import { codicon } from '../../drawing/codicon.ts';
import { medal } from '../../drawing/medal.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { intend } from '../../model/intents.ts';
import { closeButtonStyles } from '../../styles/closeButton.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { figure } from '../../words/formats.ts';
import { newsWords } from '../../words/newsWords.ts';

const NAMED = 3;

/** A quiet celebration of what was unlocked while the panel was looked at. Where motion is unwanted it is as quiet as the rest. */
export class Celebration extends LitElement {
  static override properties = { news: { attribute: false }, badges: { attribute: false } };
  declare news: readonly UnlockNews[];
  declare badges: readonly Achievement[];

  constructor() {
    super();
    new RovingFocus(this, { controls: 'button' });
  }

  static override styles = [
    sharedStyles,
    closeButtonStyles,
    css`
      section {
        position: relative;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 20px;
        padding: 12px 48px 12px 18px;
        border: 1px solid var(--vscode-contrastBorder, color-mix(in srgb, var(--ha-rank) 50%, transparent));
        border-radius: var(--ha-radius);
        background: color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 1.5), var(--ha-card));
        overflow: hidden;
      }
      /* Light that passes over it once. */
      section::after {
        content: '';
        position: absolute;
        inset: 0;
        pointer-events: none;
        background: linear-gradient(
          100deg,
          transparent 40%,
          color-mix(in srgb, var(--ha-rank) 30%, transparent) 50%,
          transparent 60%
        );
        transform: translateX(-100%);
        animation: gleam calc(var(--ha-motion) * 1.4s) calc(var(--ha-motion) * 250ms) ease-in-out 1;
      }
      @keyframes gleam {
        to {
          transform: translateX(100%);
        }
      }
      button.badge {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 24px;
      }
      button.badge:hover .name {
        text-decoration: underline;
      }
      .badge .medal {
        animation: land calc(var(--ha-motion) * 420ms) cubic-bezier(0.2, 1.4, 0.4, 1) both;
      }
      @keyframes land {
        from {
          transform: scale(0.4);
          opacity: 0;
        }
      }
      .name {
        font-weight: 600;
      }
      .badge .rank {
        color: var(--ha-rank);
      }
      .close {
        position: absolute;
        z-index: 1;
        inset-inline-end: 12px;
        top: 12px;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const [first] = this.news;
    if (!first) return nothing;
    const more = this.news.length - NAMED;
    return html`<section class="rank-${first.to_tier ?? 'feat'}" aria-labelledby="title">
      <h2 id="title">${headline(this.news)}</h2>
      ${this.news.slice(0, NAMED).map((news) => this.#badge(news))}
      ${more > 0 ? html`<span class="muted">${t('and {0} more', more)}</span>` : nothing}
      <button
        class="close"
        aria-label=${t('Dismiss')}
        title=${t('Dismiss')}
        @click=${() => intend(this, { type: 'dismissCelebration' })}
      >
        ${codicon('close')}
      </button>
    </section>`;
  }

  /** Puts the focus on the first of the badges. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  #badge(news: UnlockNews): TemplateResult | typeof nothing {
    const badge = this.badges.find(({ id }) => id === news.id);
    if (!badge) return nothing;
    const { to_tier: tier, id } = news;
    return html`<button class="badge rank-${tier ?? 'feat'}" @click=${() => intend(this, { type: 'openBadge', id })}>
      ${medal({ tier, icon: badge.icon, state: 'unlocked', size: 48 })}
      <span><span class="name">${badge.name}</span><br /><span class="rank">${newsWords(news)}</span></span>
    </button>`;
  }
}
customElements.define('ha-celebration', Celebration);

function headline(news: readonly UnlockNews[]): string {
  const unlocked = news.filter(({ kind }) => kind === 'unlock').length;
  const risen = news.length - unlocked;
  if (risen === 0) return unlocked === 1 ? t('Badge unlocked') : t('{0} badges unlocked', figure(unlocked));
  if (unlocked === 0) return risen === 1 ? t('Badge rose') : t('{0} badges rose', figure(risen));
  return t('{0} unlocked, {1} rose', figure(unlocked), figure(risen));
}
