import { t } from '@vscode/l10n';
import { html, LitElement, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../badges/achievement.ts';
import { SORT_KEYS, type SortKey } from '../../../../badges/order.ts';
import { CATEGORY_FILTERS, STATE_FILTERS, type ViewState } from '../../protocol.ts';
import { sortName, stateName, visibleWords } from '../badgeWords.ts';
import { codicon } from '../codicon.ts';
import { countByCategory, countByState } from '../filtering.ts';
import { intend } from '../intents.ts';
import { sharedStyles } from '../styles/shared.ts';
import { filterBarStyles } from './filterBar.css.ts';

/** Search, filters by state and category with live counts, and the order. */
export class FilterBar extends LitElement {
  static override properties = { badges: { attribute: false }, view: { attribute: false } };
  declare badges: readonly Achievement[];
  declare view: ViewState;

  static override styles = [sharedStyles, filterBarStyles];

  override render(): TemplateResult {
    return html`
      <div class="row">
        <vscode-textfield
          type="search"
          label=${t('Search badges')}
          placeholder=${t('Search badges')}
          .value=${this.view.search}
          maxlength="200"
          @input=${this.#search}
          >${codicon('search', 'content-before')}<span slot="content-after" class="inset"></span></vscode-textfield
        >
        ${this.#states()}
        <div class="sort">
          <label class="muted" for="sort">${t('Sort')}</label>
          <select id="sort" @change=${this.#sort}>
            ${SORT_KEYS.map(
              (key) =>
                html`<option value=${key} .selected=${key === this.view.sort}>${sortName(key)}</option>`,
            )}
          </select>
        </div>
      </div>
      <div class="row">${this.#categories()}</div>
    `;
  }

  #states(): TemplateResult {
    const counts = countByState(this.badges, this.view, visibleWords);
    return html`<div class="states" role="group" aria-label=${t('State')}>
      ${STATE_FILTERS.map((state) =>
        this.#choice(stateName(state), counts[state], this.view.state === state, { state }),
      )}
    </div>`;
  }

  #categories(): TemplateResult {
    const counts = countByCategory(this.badges, this.view, visibleWords);
    return html`<div class="categories" role="group" aria-label=${t('Category')}>
      ${CATEGORY_FILTERS.map((category) =>
        this.#choice(
          category === 'all' ? t('All categories') : t(category),
          counts[category],
          this.view.category === category,
          { category },
        ),
      )}
    </div>`;
  }

  #choice(label: string, count: number, chosen: boolean, change: Partial<ViewState>): TemplateResult {
    return html`<button class="choice" aria-pressed=${chosen} @click=${() => intend(this, { type: 'view', change })}>
      ${label} <span class="count figures">${count}</span>
    </button>`;
  }

  #search(event: Event): void {
    intend(this, { type: 'view', change: { search: (event.target as HTMLInputElement).value } });
  }

  #sort(event: Event): void {
    intend(this, { type: 'view', change: { sort: (event.target as HTMLSelectElement).value as SortKey } });
  }
}
customElements.define('ha-filter-bar', FilterBar);
