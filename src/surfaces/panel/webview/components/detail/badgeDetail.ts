import { t } from '@vscode/l10n';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { rankOf } from '../../../../../artwork/tierColours.ts';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../../badges/unlocks/detect.ts';
import type { OpenBadge } from '../../../protocol/viewState.ts';
import { codicon } from '../../drawing/codicon.ts';
import { badgeMedal } from '../../drawing/medal.ts';
import { meter } from '../../drawing/meter.ts';
import { evidenceOf } from '../../model/evidence.ts';
import { intend } from '../../model/intents.ts';
import { ScrollRest } from '../../scrolling/rest.ts';
import { sharedStyles } from '../../styles/shared.ts';
import {
  goal,
  metricName,
  progressFigures,
  rankMeaning,
  rankName,
  spokenName,
} from '../../words/badgeWords.ts';
import { dayOf, wholeDay } from '../../words/days.ts';
import { fullDay } from '../../words/formats.ts';
import { paceSentence } from '../../words/paceWords.ts';
import { detailStyles } from './badgeDetail.css.ts';
import { sheetStyles } from './modalSheet.css.ts';
import { ModalSheet } from './modalSheet.ts';
import './evidenceList.ts';
import './figureCurve.ts';
import './requirementList.ts';
import './tierLadder.ts';

/** Everything about one badge, in a dialog: what counts, the ladder, the requirements, the sessions behind it. */
export class BadgeDetail extends ModalSheet {
  static override properties = {
    badge: { attribute: false },
    timeline: { attribute: false },
    open: { attribute: false },
    told: { attribute: false },
    version: { type: Number },
  };
  declare badge: Achievement;
  declare timeline: readonly UnlockNews[];
  /** How it was left, if it is opened again. */
  declare open: OpenBadge;
  declare version: number;
  readonly #rest = new ScrollRest(() =>
    intend(this, { type: 'badgeScrolled', scroll: Math.round(this.dialog.scrollTop) }),
  );

  static override styles = [sharedStyles, sheetStyles, detailStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#rest.tell);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#rest.tell);
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('badge') && changed.get('badge')?.id !== this.badge.id) void this.#restore(this.open);
  }

  override render(): TemplateResult {
    const { badge } = this;
    return this.sheet(
      `${badge.state} rank-${rankOf(badge)}`,
      html`${this.#head()}
        <section aria-labelledby="criteria">
          <h3 id="criteria">${t('What counts')}</h3>
          <p>${badge.criteria}</p>
        </section>
        ${this.#ladder()} ${this.#curve()} ${this.#requirements()} ${this.#evidence()}`,
    );
  }

  protected override closed(): void {
    intend(this, { type: 'closeBadge' });
  }

  protected override scrolled(): void {
    this.#rest.moved();
  }

  /** What is below must have its height before there is anything to scroll to. */
  async #restore({ scroll, session }: OpenBadge): Promise<void> {
    const lists = [...this.renderRoot.querySelectorAll('ha-evidence-list')];
    await Promise.all(lists.map((list) => list.updateComplete));
    if (session !== null) lists.find((list) => list.focusSession(session));
    this.dialog.scrollTop = scroll;
  }

  #head(): TemplateResult {
    const { badge } = this;
    return html`<div class="head">
      ${badgeMedal(badge, 128)}
      <div>
        <h2 id="name">${badge.state === 'secret' ? html`<span class="spoken-only">${spokenName(badge)}</span><span aria-hidden="true">${badge.name}</span>` : badge.name}</h2>
        <p class="kind"><span class="rank" title=${rankMeaning(badge)}>${rankName(badge)}</span> · ${t(badge.category)}</p>
        <p class="description">${badge.description}</p>
        ${this.#progress()} ${this.#since()} ${badge.unlocked ? this.#share() : nothing}
      </div>
    </div>`;
  }

  #progress(): TemplateResult | typeof nothing {
    const { badge } = this;
    if (badge.state === 'secret') return nothing;
    const metric = badge.threshold_metric;
    const figures = progressFigures(badge);
    return html`<div class="progress">
      <p class="scale figures">
        <span>${metric ? t('{0}: {1}', metricName(metric), figures) : figures}</span>
        <span class="muted">${goal(badge)}</span>
      </p>
      ${meter(badge.progress_pct)}
      ${badge.pace ? html`<p class="pace muted">${paceSentence(badge.pace)}</p>` : nothing}
    </div>`;
  }

  #since(): TemplateResult | typeof nothing {
    const { unlocked_at, kept, reached } = this.badge;
    const [first] = reached;
    if (!kept && !first && unlocked_at === undefined) return nothing;
    const day = first
      ? wholeDay(dayOf(first.day))
      : unlocked_at === undefined
        ? undefined
        : fullDay(unlocked_at);
    return html`<p class="since muted">
      ${day === undefined ? nothing : t('First unlocked on {0}.', day)}
      ${kept ? t('Earned from history that is gone since.') : nothing}
    </p>`;
  }

  #share(): TemplateResult {
    return html`<div class="share">
      <vscode-button secondary @click=${() => intend(this, { type: 'showCard', id: this.badge.id })}
        >${codicon('share', 'content-before')}${t('Share…')}</vscode-button
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

  /** It asks for itself, and takes no room where nothing tells how the figure grew. */
  #curve(): TemplateResult | typeof nothing {
    if (this.badge.state === 'secret') return nothing;
    return html`<ha-figure-curve .badge=${this.badge} .version=${this.version}></ha-figure-curve>`;
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
}
customElements.define('ha-badge-detail', BadgeDetail);
