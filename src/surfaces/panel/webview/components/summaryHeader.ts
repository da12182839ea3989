import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { TierName } from '../../../../badges/achievement.ts';
import { countTiers, highestTier } from '../../../../badges/summary.ts';
import type { PanelSnapshot } from '../../protocol.ts';
import { tierName } from '../badgeWords.ts';
import { codicon } from '../codicon.ts';
import { emphasised } from '../emphasis.ts';
import { ago, dayAndTime, figure } from '../formats.ts';
import { intend } from '../intents.ts';
import { badgeMedal, medal } from '../medal.ts';
import { neverScanned, type PanelModel } from '../panelModel.ts';
import { sharedStyles } from '../styles/shared.ts';
import './progressRing.ts';
import './tierStrip.ts';

/** The age of the data is written in minutes. */
const AGE_INTERVAL_MS = 30_000;

/** How far the collection is: counts, overall progress, highest tier, age of the figures, and Rescan. */
export class SummaryHeader extends LitElement {
  static override properties = { model: { attribute: false } };
  declare model: PanelModel;
  #clock: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    sharedStyles,
    css`
      header {
        /* Quiet words must still be read on the tint. */
        --ha-muted: color-mix(in srgb, var(--ha-text) 88%, var(--ha-page));
        display: grid;
        grid-template:
          'ring title tiers actions' auto
          'ring facts tiers actions' auto
          / auto minmax(300px, 1fr) auto auto;
        align-content: center;
        align-items: center;
        gap: 6px 28px;
        padding: 20px 24px;
        border: 1px solid var(--ha-line);
        border-radius: calc(var(--ha-radius) + 4px);
        background: radial-gradient(
            110% 190% at 0% 0%,
            color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 2.6), transparent),
            transparent 62%
          ),
          var(--ha-card);
      }
      ha-progress-ring {
        grid-area: ring;
      }
      .title {
        grid-area: title;
        align-self: end;
      }
      .overline {
        font-size: 0.92em;
        color: var(--ha-muted);
      }
      h1 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 10px;
        font-size: 1.15em;
        font-weight: 400;
        line-height: 1.2;
      }
      .count {
        font-size: 2.6em;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      .count small {
        font-size: 0.6em;
        font-weight: 400;
        color: var(--ha-muted);
      }
      .facts {
        grid-area: facts;
        align-self: start;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 18px;
        color: var(--ha-muted);
      }
      .facts strong {
        color: var(--ha-text);
        font-weight: 600;
      }
      .facts .tier {
        color: var(--ha-rank);
        font-weight: 600;
      }
      .actions {
        grid-area: actions;
        display: flex;
        flex-direction: column;
        align-self: start;
        gap: 8px;
      }
      ha-tier-strip {
        grid-area: tiers;
      }
      @media (max-width: 1180px) {
        header {
          grid-template:
            'ring title actions' auto
            'ring tiers actions' auto
            'ring facts actions' auto
            / auto minmax(0, 1fr) auto;
        }
      }
      @media (max-width: 720px) {
        header {
          grid-template:
            'ring title' auto
            'tiers tiers' auto
            'facts facts' auto
            'actions actions' auto
            / auto minmax(0, 1fr);
          gap: 12px 16px;
          padding: 16px;
        }
        ha-progress-ring {
          width: 92px;
          height: 92px;
        }
        .title {
          align-self: center;
        }
        .actions {
          flex-direction: row;
          flex-wrap: wrap;
        }
        .count {
          font-size: 2em;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), AGE_INTERVAL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override render(): TemplateResult | typeof nothing {
    const { snapshot, scan } = this.model;
    if (!snapshot) return nothing;
    const tier = highestTier(snapshot.achievements);
    return html`
      <header class="rank-${tier ?? 'locked'}">
        <ha-progress-ring .percent=${snapshot.overall_pct}>
          ${this.#finest(snapshot, tier)}
        </ha-progress-ring>
        <div class="title">
          <p class="overline">${this.#place()}</p>
          <h1>
            <span class="count figures">${snapshot.unlocked_count}<small> / ${snapshot.total_count}</small></span>
            ${t('achievements unlocked')}
          </h1>
        </div>
        <ha-tier-strip .tiers=${countTiers(snapshot.achievements)}></ha-tier-strip>
        ${this.#facts(snapshot, tier)}
        <div class="actions">
          <vscode-button
            class="rescan"
            ?disabled=${scan !== null && !scan.quiet}
            @click=${() => intend(this, { type: 'rescan', full: false })}
            >${codicon('refresh', 'content-before')}${t('Rescan')}</vscode-button
          >
          <vscode-button secondary @click=${() => intend(this, { type: 'export' })}
            >${codicon('export', 'content-before')}${t('Export…')}</vscode-button
          >
        </div>
      </header>
    `;
  }

  /** The medal of a badge that holds the highest tier; an empty one before there is any. */
  #finest({ achievements }: PanelSnapshot, tier: TierName | null): TemplateResult {
    const badge = tier ? achievements.find((candidate) => candidate.tier === tier) : undefined;
    return badge
      ? badgeMedal(badge, 76)
      : medal({ tier: null, icon: 'crystal', state: 'discovered', size: 76 });
  }

  #place(): string {
    if (this.model.sample) return t('Hermes Achievements · sample history');
    return t('Hermes Achievements · profile {0}', this.model.profile);
  }

  #facts(snapshot: PanelSnapshot, tier: TierName | null): TemplateResult {
    const { overall_pct, discovered_count, secret_count, generated_at } = snapshot;
    return html`<div class="facts figures">
      <span>${emphasised(t('{0} of all tiers'), t('{0}%', overall_pct))}</span>
      ${tier ? html`<span>${emphasised(t('Highest tier {0}'), tierName(tier), 'tier')}</span>` : nothing}
      <span>${emphasised(t('{0} discovered'), figure(discovered_count))}</span>
      <span>${emphasised(t('{0} secret'), figure(secret_count))}</span>
      ${
        neverScanned(this.model)
          ? nothing
          : html`<span title=${dayAndTime(generated_at)}>${t('Updated {0}', ago(generated_at))}</span>`
      }
      ${this.#refreshing()}
    </div>`;
  }

  #refreshing(): TemplateResult | typeof nothing {
    return this.model.scan?.quiet ? html`<span class="refreshing">${t('Refreshing…')}</span>` : nothing;
  }
}
customElements.define('ha-summary-header', SummaryHeader);
