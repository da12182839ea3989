import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Achievement } from '../../../../../badges/achievement.ts';
import {
  CATEGORY_FILTERS,
  type CategoryFilter,
  TIER_FILTERS,
  type TierFilter,
  type TimelineFilter,
} from '../../../protocol/viewState.ts';
import { medal } from '../../drawing/medal.ts';
import { FocusKeeper } from '../../focus/focusKeeper.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { intend } from '../../model/intents.ts';
import { byMonth, type ShownStep, shownSteps, type TimelineMonth } from '../../model/timelineMonths.ts';
import { selectStyles } from '../../styles/select.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { tierName } from '../../words/badgeWords.ts';
import { dayOf, mediumDay, monthAndYear, realDay } from '../../words/days.ts';
import { day as dayOfMoment, figure } from '../../words/formats.ts';
import { timelineStyles } from './timelinePage.css.ts';

/** Every tier of every badge on the day on which it was really reached, newest first, on a line through the months. */
export class TimelinePage extends LitElement {
  static override properties = {
    badges: { attribute: false },
    filter: { attribute: false },
    version: { type: Number },
  };
  declare badges: readonly Achievement[];
  declare filter: TimelineFilter;
  declare version: number;
  readonly #reached = new AskedAnswer<'reached'>(this, () => ({
    question: { kind: 'reached' },
    version: this.version,
  }));

  constructor() {
    super();
    new FocusKeeper(this);
    new RovingFocus(this, { controls: '.steps button' });
  }

  static override styles = [sharedStyles, selectStyles, timelineStyles];

  override render(): TemplateResult | typeof nothing {
    const { value, failed } = this.#reached;
    if (failed)
      return html`<p class="nothing">${t('The time line could not be read. The log tells why.')}</p>`;
    if (!value) return nothing;
    if (value.length === 0) {
      return html`<p class="nothing">${t('Every badge that is unlocked or rises will stand here, with its day.')}</p>`;
    }
    const steps = shownSteps(value, this.badges, this.filter);
    return html`
      ${this.#filters(steps.length)}
      ${
        steps.length === 0
          ? html`<p class="nothing">${t('No step fits these filters.')}</p>`
          : html`<ol class="months" data-list tabindex="-1">
              ${repeat(
                byMonth(steps),
                ({ month }) => month,
                (month) => this.#month(month),
              )}
            </ol>`
      }
    `;
  }

  #filters(shown: number): TemplateResult {
    const { tier, category } = this.filter;
    return html`<div class="filters">
      <label>${t('Tier')}
        <select @change=${this.#tier}>
          ${TIER_FILTERS.map((name) => html`<option value=${name} .selected=${name === tier}>${tierFilterName(name)}</option>`)}
        </select>
      </label>
      <label>${t('Category')}
        <select @change=${this.#category}>
          ${CATEGORY_FILTERS.map(
            (name) =>
              html`<option value=${name} .selected=${name === category}>${name === 'all' ? t('All categories') : t(name)}</option>`,
          )}
        </select>
      </label>
      <span class="count muted figures" aria-live="polite">${stepsWords(shown)}</span>
    </div>`;
  }

  #month({ month, steps }: TimelineMonth): TemplateResult {
    return html`<li class="month">
      <h3>${monthAndYear(month)} <span class="muted">· ${stepsWords(steps.length)}</span></h3>
      <ol class="steps">
        ${repeat(steps, keyOf, (step) => this.#step(step))}
      </ol>
    </li>`;
  }

  #step(step: ShownStep): TemplateResult {
    const { tier, badge, kept } = step;
    return html`<li>
      <button
        class="rank-${tier ?? 'feat'} ${kept ? 'kept' : ''}"
        data-of=${keyOf(step)}
        title=${meaning(step)}
        @click=${() => intend(this, { type: 'openBadge', id: badge.id })}
      >
        ${medal({ tier, icon: badge.icon, state: 'unlocked', size: 36 })}
        <span class="name">${badge.name}</span>
        <span class="line">
          <span class="rank">${tierName(tier)}${kept ? html` <span class="mark">· ${t('kept')}</span>` : nothing}</span>
          <span class="day">${realDay(dayOf(step.day))}</span>
        </span>
      </button>
    </li>`;
  }

  #tier(event: Event): void {
    this.#choose({ tier: (event.target as HTMLSelectElement).value as TierFilter });
  }

  #category(event: Event): void {
    this.#choose({ category: (event.target as HTMLSelectElement).value as CategoryFilter });
  }

  #choose(change: Partial<TimelineFilter>): void {
    intend(this, { type: 'view', change: { timeline: { ...this.filter, ...change } } });
  }
}
customElements.define('ha-timeline-page', TimelinePage);

function keyOf({ id, tier }: ShownStep): string {
  return `${id} ${tier}`;
}

function stepsWords(count: number): string {
  return count === 1 ? t('1 step') : t('{0} steps', figure(count));
}

function tierFilterName(tier: TierFilter): string {
  if (tier === 'all') return t('All tiers');
  return tierName(tier === 'feat' ? null : tier);
}

/** What its words do not say: when it was noticed, and what is known of something that is only kept. */
function meaning({ badge, tier, day, kept, noticed }: ShownStep): string {
  const step = t('{0}: {1}', badge.name, tierName(tier));
  if (kept) return `${step}. ${t('Kept from earlier: today’s history does not tell of it.')}`;
  const reached = t('Reached on {0}.', mediumDay(dayOf(day)));
  return noticed === null
    ? `${step}. ${reached}`
    : `${step}. ${reached} ${t('Noticed on {0}.', dayOfMoment(noticed))}`;
}
