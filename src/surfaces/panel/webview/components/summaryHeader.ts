import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { TierName } from '../../../../badges/achievement.ts';
import { countTiers, highestTier } from '../../../../badges/summary.ts';
import type { PanelSnapshot } from '../../protocol.ts';
import { tierName } from '../badgeWords.ts';
import { codicon } from '../codicon.ts';
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
      :host {
        border: 1px solid var(--ha-line);
        border-radius: calc(var(--ha-radius) + 4px);
        background: radial-gradient(
            120% 160% at 0% 0%,
            color-mix(in srgb, var(--ha-rank, var(--ha-text)) calc(var(--ha-tint) * 2), transparent),
            transparent 60%
          ),
          var(--ha-card);
      }
      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 16px 24px;
        padding: 20px 24px;
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
        font-size: 2.5em;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      .count small {
        font-size: 0.6em;
        font-weight: 400;
        color: var(--ha-muted);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 18px;
        margin-top: 8px;
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
        display: flex;
        flex-direction: column;
        align-self: start;
        gap: 8px;
      }
      ha-tier-strip {
        margin-top: 8px;
      }
      @media (max-width: 720px) {
        header {
          grid-template-columns: auto minmax(0, 1fr);
          padding: 16px;
          gap: 14px 16px;
        }
        ha-progress-ring {
          width: 92px;
          height: 92px;
          align-self: start;
        }
        .actions {
          grid-column: 1 / -1;
          flex-direction: row;
          flex-wrap: wrap;
        }
        .count {
          font-size: 2em;
        }
      }
      @media (max-width: 420px) {
        ha-progress-ring {
          width: 72px;
          height: 72px;
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
        <div>
          <p class="overline">${this.#place()}</p>
          <h1>
            <span class="count figures">${snapshot.unlocked_count}<small> / ${snapshot.total_count}</small></span>
            ${t('achievements unlocked')}
          </h1>
          <ha-tier-strip .tiers=${countTiers(snapshot.achievements)}></ha-tier-strip>
          ${this.#facts(snapshot, tier)}
        </div>
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
      <span><strong>${t('{0}%', overall_pct)}</strong> ${t('of all tiers')}</span>
      ${tier ? html`<span>${t('Highest tier')} <span class="tier">${tierName(tier)}</span></span>` : nothing}
      <span><strong>${figure(discovered_count)}</strong> ${t('discovered')}</span>
      <span><strong>${figure(secret_count)}</strong> ${t('secret')}</span>
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
