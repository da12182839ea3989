import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { rankOf } from '../../../../artwork/tierColours.ts';
import type { Achievement } from '../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../badges/unlocks.ts';
import type { SharePurpose } from '../../protocol.ts';
import { goal, metricName, progressFigures, rankName, spokenName } from '../badgeWords.ts';
import { codicon } from '../codicon.ts';
import { evidenceOf } from '../evidence.ts';
import { fullDay } from '../formats.ts';
import { intend } from '../intents.ts';
import { badgeMedal } from '../medal.ts';
import { meter } from '../meter.ts';
import { sharedStyles } from '../styles/shared.ts';
import { detailStyles } from './badgeDetail.css.ts';
import './evidenceList.ts';
import './requirementList.ts';
import './tierLadder.ts';

/** Everything about one badge, in a dialog: what counts, the ladder, the requirements, the sessions behind it. */
export class BadgeDetail extends LitElement {
  static override properties = { badge: { attribute: false }, timeline: { attribute: false } };
  declare badge: Achievement;
  declare timeline: readonly UnlockNews[];

  static override styles = [sharedStyles, detailStyles];

  override firstUpdated(): void {
    this.#dialog.showModal();
  }

  override render(): TemplateResult {
    const { badge } = this;
    return html`<dialog
      class="${badge.state} rank-${rankOf(badge)}"
      aria-labelledby="name"
      @close=${() => intend(this, { type: 'closeBadge' })}
      @click=${this.#closeOutside}
    >
      <div class="sheet">
        <button class="close" aria-label=${t('Close')} title=${t('Close')} @click=${() => this.#dialog.close()}>
          ${codicon('close')}
        </button>
        ${this.#head()}
        <section aria-labelledby="criteria">
          <h3 id="criteria">${t('What counts')}</h3>
          <p>${badge.criteria}</p>
        </section>
        ${this.#ladder()} ${this.#requirements()} ${this.#evidence()}
      </div>
    </dialog>`;
  }

  #head(): TemplateResult {
    const { badge } = this;
    return html`<div class="head">
      ${badgeMedal(badge, 128)}
      <div>
        <h2 id="name">${badge.state === 'secret' ? html`<span class="spoken-only">${spokenName(badge)}</span><span aria-hidden="true">${badge.name}</span>` : badge.name}</h2>
        <p class="kind"><span class="rank">${rankName(badge)}</span> · ${t(badge.category)}</p>
        <p class="description">${badge.description}</p>
        ${this.#progress()} ${this.#since()} ${badge.unlocked ? this.#share() : nothing}
      </div>
    </div>`;
  }

  #progress(): TemplateResult | typeof nothing {
    const { badge } = this;
    if (badge.state === 'secret') return nothing;
    const metric = badge.threshold_metric;
    return html`<div class="progress">
      <p class="scale figures">
        <span>${metric ? html`<span class="muted">${metricName(metric)}:</span> ` : nothing}${progressFigures(badge)}</span>
        <span class="muted">${goal(badge)}</span>
      </p>
      ${meter(badge.progress_pct)}
    </div>`;
  }

  #since(): TemplateResult | typeof nothing {
    const { unlocked_at, kept } = this.badge;
    if (!kept && unlocked_at === undefined) return nothing;
    return html`<p class="since muted">
      ${unlocked_at === undefined ? nothing : t('First unlocked on {0}.', fullDay(unlocked_at))}
      ${kept ? t('Kept from earlier history: today’s alone would not reach this any more.') : nothing}
    </p>`;
  }

  #share(): TemplateResult {
    return html`<div class="share">
      <vscode-button secondary @click=${() => this.#askShare('save')}
        >${codicon('save', 'content-before')}${t('Save Card…')}</vscode-button
      >
      <vscode-button secondary @click=${() => this.#askShare('copy')}
        >${codicon('copy', 'content-before')}${t('Copy Card')}</vscode-button
      >
    </div>`;
  }

  #ladder(): TemplateResult | typeof nothing {
    if (!this.badge.tiers) return nothing;
    return html`<section aria-labelledby="tiers">
      <h3 id="tiers">${t('Tiers')}</h3>
      <ha-tier-ladder .badge=${this.badge} .timeline=${this.timeline}></ha-tier-ladder>
    </section>`;
  }

  #requirements(): TemplateResult | typeof nothing {
    if (!this.badge.requirements) return nothing;
    return html`<section aria-labelledby="requirements">
      <h3 id="requirements">${t('Conditions')}</h3>
      <ha-requirement-list .requirements=${this.badge.requirements}></ha-requirement-list>
    </section>`;
  }

  #evidence(): TemplateResult | typeof nothing {
    const groups = evidenceOf(this.badge);
    if (groups.length === 0) return nothing;
    return html`<section aria-labelledby="evidence">
      <h3 id="evidence">${t('Sessions that contributed most')}</h3>
      ${groups.map(
        ({ metric, sessions }) => html`
          ${groups.length > 1 ? html`<h4>${metricName(metric)}</h4>` : nothing}
          <ha-evidence-list .badge=${this.badge.id} .metric=${metric} .sessions=${sessions}></ha-evidence-list>
        `,
      )}
    </section>`;
  }

  #askShare(purpose: SharePurpose): void {
    intend(this, { type: 'share', id: this.badge.id, purpose });
  }

  /** The sheet covers the dialog whole, so that only a click beside it reaches the dialog itself. */
  #closeOutside(event: Event): void {
    if (event.target === this.#dialog) this.#dialog.close();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }
}
customElements.define('ha-badge-detail', BadgeDetail);
