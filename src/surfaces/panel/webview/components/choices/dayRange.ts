import { t } from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { dayOfIso, isoOfDay } from '../../../../../calendar/isoDay.ts';
import type { DayRange as Days } from '../../../../../calendar/range.ts';
import { sharedStyles } from '../../styles/shared.ts';

/** Two fields for the first and the last day; tells what was chosen: `chosen`, with the days. */
export class DayRange extends LitElement {
  static override properties = { days: { attribute: false } };
  declare days: Days;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      input {
        height: 26px;
        padding-inline: 6px;
        font: inherit;
        color: var(--vscode-settings-textInputForeground, var(--ha-text));
        background: var(--vscode-settings-textInputBackground, var(--ha-page));
        border: 1px solid var(--vscode-settings-textInputBorder, var(--ha-line));
        border-radius: 4px;
      }
    `,
  ];

  /** A day beyond the other one takes that with it. */
  override render(): TemplateResult {
    const { since, until } = this.days;
    return html`
      <label>${t('First day')}
        <input type="date" .value=${isoOfDay(since)} max=${isoOfDay(until)} @change=${(event: Event) => this.#choose(event, (day) => ({ since: day, until: Math.max(day, until) }))} />
      </label>
      <label>${t('Last day')}
        <input type="date" .value=${isoOfDay(until)} min=${isoOfDay(since)} @change=${(event: Event) => this.#choose(event, (day) => ({ since: Math.min(day, since), until: day }))} />
      </label>
    `;
  }

  #choose(event: Event, change: (day: number) => Days): void {
    const day = dayOfIso((event.target as HTMLInputElement).value);
    if (day !== undefined) this.dispatchEvent(new CustomEvent<Days>('chosen', { detail: change(day) }));
  }
}
customElements.define('ha-day-range', DayRange);
