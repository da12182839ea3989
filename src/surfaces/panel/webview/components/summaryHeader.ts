import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
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
import { headerStyles } from './summaryHeader.css.ts';
import './progressRing.ts';
import './tierStrip.ts';

/** The age of the data is written in minutes. */
const AGE_INTERVAL_MS = 30_000;

/** How far the collection is: counts, overall progress, highest tier, age of the figures, and Rescan. */
export class SummaryHeader extends LitElement {
  static override properties = { model: { attribute: false } };
  declare model: PanelModel;
  #clock: ReturnType<typeof setInterval> | undefined;

  static override styles = [sharedStyles, headerStyles];

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
