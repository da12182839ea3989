import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../../badges/achievement.ts';
import { SORT_KEYS, type SortKey } from '../../../../../badges/catalogue/order.ts';
import {
  CATEGORY_FILTERS,
  INITIAL_VIEW,
  STATE_FILTERS,
  type ViewState,
} from '../../../protocol/viewState.ts';
import { codicon } from '../../drawing/codicon.ts';
import { RovingFocus } from '../../focus/rovingFocus.ts';
import { countByCategory, countByState, filteredBadges } from '../../model/filtering.ts';
import { intend } from '../../model/intents.ts';
import { choiceLook } from '../../styles/choices.ts';
import { selectStyles } from '../../styles/select.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { secretMeaning, sortName, stateName, visibleWords } from '../../words/badgeWords.ts';
import { figure } from '../../words/formats.ts';
import { filterBarStyles } from './filterBar.css.ts';

/** Search, filters by state and category with live counts, the order, and how many badges are shown. */
export class FilterBar extends LitElement {
  static override properties = { badges: { attribute: false }, view: { attribute: false } };
  declare badges: readonly Achievement[];
  declare view: ViewState;

  static override styles = [sharedStyles, selectStyles, choiceLook, filterBarStyles];

  constructor() {
    super();
    for (const group of ['.states', '.categories']) {
      new RovingFocus(this, { controls: `${group} .choice`, onMove: (choice) => choice.click() });
    }
  }

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
          >${codicon('search', 'content-before')}${this.#shown()}</vscode-textfield
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

  /** Puts the focus into the search field, with what stands there selected. */
  focusSearch(): void {
    const input = this.renderRoot.querySelector('vscode-textfield')?.shadowRoot?.querySelector('input');
    input?.focus();
    input?.select();
  }

  #shown(): TemplateResult {
    const shown = filteredBadges(this.badges, this.view, visibleWords).length;
    const words = (count: number): string => t('{0} of {1} shown', figure(count), figure(this.badges.length));
    return html`<span slot="content-after" class="shown figures" aria-live="polite" data-widest=${words(this.badges.length)}
      >${words(shown)}</span
    >`;
  }

  #states(): TemplateResult {
    const counts = countByState(this.badges, this.view, visibleWords);
    return html`<div class="states" role="radiogroup" aria-label=${t('State')}>
      ${STATE_FILTERS.map((state) =>
        this.#choice(
          stateName(state),
          { now: counts[state], most: this.badges.length },
          this.view.state === state,
          { state },
          state === 'secret' ? secretMeaning() : '',
        ),
      )}
    </div>`;
  }

  #categories(): TemplateResult {
    const counts = countByCategory(this.badges, this.view, visibleWords);
    const most = countByCategory(this.badges, INITIAL_VIEW, visibleWords);
    return html`<div class="categories" role="radiogroup" aria-label=${t('Category')}>
      ${CATEGORY_FILTERS.map((category) =>
        this.#choice(
          category === 'all' ? t('All categories') : t(category),
          { now: counts[category], most: most[category] },
          this.view.category === category,
          { category },
        ),
      )}
    </div>`;
  }

  /** Every count has the room of the most that it may be: nothing moves under the hands of whoever types. */
  #choice(
    label: string,
    count: { readonly now: number; readonly most: number },
    chosen: boolean,
    change: Partial<ViewState>,
    meaning = '',
  ): TemplateResult {
    return html`<button
      class="choice"
      role="radio"
      aria-checked=${chosen}
      title=${meaning || nothing}
      @click=${() => intend(this, { type: 'view', change })}
    >
      ${label} <span class="count figures" data-widest=${figure(count.most)}>${figure(count.now)}</span>
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

declare global {
  interface HTMLElementTagNameMap {
    'ha-filter-bar': FilterBar;
  }
}
