import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ActivityOfYear } from '../../../../../activity/year.ts';
import type { Achievement } from '../../../../../badges/achievement.ts';
import type { ViewState } from '../../../protocol/viewState.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { sessionsWords } from '../../words/workWords.ts';
import '../recap/recapPanel.ts';
import './activityRecords.ts';
import './daySessions.ts';
import './startBars.ts';
import './yearCalendar.ts';

/** When somebody worked with Hermes: recaps, the calendar of a year, streaks and records, hours and weekdays. */
export class ActivityPage extends LitElement {
  static override properties = {
    badges: { attribute: false },
    view: { attribute: false },
    version: { type: Number },
  };
  declare badges: readonly Achievement[];
  declare view: ViewState;
  declare version: number;
  /** The last year of a history that ended before this one. */
  #lastYear: number | null = null;
  readonly #activity = new AskedAnswer<'activity'>(this, () => ({
    question: { kind: 'activity', year: this.view.year ?? this.#lastYear },
    version: this.version,
  }));

  static override styles = [
    sharedStyles,
    css`
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 22px;
      }
      .nothing {
        padding: 40px 16px;
        text-align: center;
        color: var(--ha-muted);
      }
    `,
  ];

  /** Where nothing happened this year the page begins with the last one in which something did. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) this.#lastYear = null;
    const { value } = this.#activity;
    if (this.#lastYear !== null || !value || value.days.length > 0) return;
    this.#lastYear = value.years.findLast((year) => year < value.year) ?? value.years.at(-1) ?? null;
  }

  override render(): TemplateResult {
    const { value, failed } = this.#activity;
    return html`<div class="parts">
      <ha-recap-panel .badges=${this.badges} .period=${this.view.recap} .version=${this.version}></ha-recap-panel>
      ${failed ? html`<p class="nothing">${t('The activity could not be read. The log tells why.')}</p>` : nothing}
      ${value ? this.#parts(value) : nothing}
    </div>`;
  }

  #parts(activity: ActivityOfYear): TemplateResult {
    const { day, measure } = this.view;
    if (!activity.history) {
      return html`<p class="nothing">${activity.undated_sessions > 0 ? this.#undated(activity) : t('What you do with Hermes will stand here, day by day.')}</p>`;
    }
    return html`
      <ha-year-calendar .activity=${activity} .measure=${measure} .day=${day}></ha-year-calendar>
      ${day === null ? nothing : html`<ha-day-sessions .day=${day} .version=${this.version}></ha-day-sessions>`}
      <ha-activity-records .activity=${activity}></ha-activity-records>
      <ha-start-bars .starts=${activity.starts} .year=${activity.year}></ha-start-bars>
      ${activity.undated_sessions > 0 ? html`<p class="muted">${this.#undated(activity)}</p>` : nothing}
    `;
  }

  #undated({ undated_sessions }: ActivityOfYear): string {
    return t(
      '{0} without a day: they are counted, but stand in no calendar.',
      sessionsWords(undated_sessions),
    );
  }
}
customElements.define('ha-activity-page', ActivityPage);
