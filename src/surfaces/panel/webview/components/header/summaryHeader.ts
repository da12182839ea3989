import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { TierName } from '../../../../../badges/achievement.ts';
import { countTiers, highestTier } from '../../../../../badges/summary.ts';
import type { PanelSnapshot } from '../../../protocol.ts';
import { codicon } from '../../drawing/codicon.ts';
import { badgeMedal, medal } from '../../drawing/medal.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { intend } from '../../model/intents.ts';
import { neverScanned, type PanelModel } from '../../model/model.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { secretMeaning } from '../../words/badgeWords.ts';
import { emphasised } from '../../words/emphasis.ts';
import { ago, dayAndTime, figure, timeOrDay } from '../../words/formats.ts';
import { headerStyles } from './summaryHeader.css.ts';
import './progressRing.ts';
import './tierStrip.ts';

/** The age of the data is written in minutes. */
const AGE_INTERVAL_MS = 30_000;

/** How far the collection is: counts, tiers, age of the figures, and Rescan. */
export class SummaryHeader extends LitElement {
  static override properties = { model: { attribute: false } };
  declare model: PanelModel;
  #clock: ReturnType<typeof setInterval> | undefined;

  static override styles = [sharedStyles, headerStyles];

  constructor() {
    super();
    new RovingFocus(this, { controls: '.actions button' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), AGE_INTERVAL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override render(): TemplateResult | typeof nothing {
    const { snapshot } = this.model;
    if (!snapshot) return nothing;
    const { achievements, unlocked_count, total_count } = snapshot;
    const tier = highestTier(achievements);
    return html`
      <header class="rank-${tier ?? 'locked'}">
        <ha-progress-ring .percent=${total_count === 0 ? 0 : (100 * unlocked_count) / total_count}>
          ${this.#finest(snapshot, tier)}
        </ha-progress-ring>
        <div class="title">
          <p class="overline">${this.#place()}</p>
          <h1>
            <span class="count figures">${figure(unlocked_count)}<small> / ${figure(total_count)}</small></span>
            ${t('badges unlocked')}
          </h1>
        </div>
        <ha-tier-strip .tiers=${countTiers(achievements)} .feats=${countFeats(snapshot)}></ha-tier-strip>
        ${this.#facts(snapshot)}
        <div class="actions" role="toolbar" aria-label=${t('Actions')}>
          <button class="quiet" @click=${() => intend(this, { type: 'rescan', full: false })}>
            ${codicon('refresh')}${t('Rescan')}
          </button>
          <button class="quiet" @click=${() => intend(this, { type: 'export' })}>${codicon('export')}${t('Export…')}</button>
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

  /** Of a history without sessions there is nothing to tell yet. */
  #facts(snapshot: PanelSnapshot): TemplateResult {
    const { discovered_count, secret_count, sessions_total } = snapshot;
    return html`<div class="facts figures">
      ${
        sessions_total === 0
          ? nothing
          : html`<span>${emphasised(t('{0} locked'), figure(discovered_count))}</span>
              <span title=${secretMeaning()}>${emphasised(t('{0} secret'), figure(secret_count))}</span>`
      }
      ${neverScanned(this.model) || this.#isBeingCounted ? nothing : this.#age(snapshot)}
    </div>`;
  }

  /** The banner tells how far it is; figures that come meanwhile are not up to date, however young they are. */
  get #isBeingCounted(): boolean {
    return this.model.scan?.quiet === false;
  }

  /** The hint at a refresh takes the place of the age, which is over in a moment: nothing in the page moves. */
  #age(snapshot: PanelSnapshot): TemplateResult {
    const refreshing = this.model.scan?.quiet === true;
    return html`<span class="age" title=${dayAndTime(snapshot.generated_at)}>
      <span class="counted" ?data-covered=${refreshing}>${ageWords(snapshot)}</span>
      ${refreshing ? html`<span class="refreshing">${t('Refreshing…')}</span>` : nothing}
    </span>`;
  }
}
customElements.define('ha-summary-header', SummaryHeader);

/** Badges without tiers that are unlocked: in no tier, but in the sum. */
function countFeats({ achievements }: PanelSnapshot): number {
  return achievements.filter(({ unlocked, tier }) => unlocked && tier === null).length;
}

/** Figures that a failed scan left behind are never called up to date; the notice above says of when they are. */
function ageWords({ generated_at, is_stale, error }: PanelSnapshot): string {
  if (error !== null) return t('Counted at {0}', timeOrDay(generated_at));
  return is_stale ? t('Counted {0}', ago(generated_at)) : t('Up to date · counted {0}', ago(generated_at));
}
