import { VirtualizerController } from '@tanstack/lit-virtual';
import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isTimeUnit } from '../../../../../calendar/timeUnits.ts';
import type { Grouping } from '../../../../../usage/groups.ts';
import type { UsageShown } from '../../../protocol/questions.ts';
import type { UsageColumnName, UsageView } from '../../../protocol/viewState.ts';
import { codicon } from '../../drawing/codicon.ts';
import { nextSort, sortedRows, type UsageTableRow } from '../../model/usageRows.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { figure } from '../../words/formats.ts';
import {
  columnName,
  compact,
  costStory,
  costWords,
  rowName,
  shortCostWords,
} from '../../words/usageWords.ts';
import { MeasuredWidth } from '../charts/measuredWidth.ts';
import { stepAlong } from '../charts/steps.ts';
import { usageTableStyles } from './usageTable.css.ts';

/** CSS pixels, with its line. */
const ROW = 28;
/** More rows than these scroll by themselves. */
const MANY = 60;
/** With so few columns there is no room to spare. */
const NARROW = 2;
const ARROWS = { ArrowUp: -1, ArrowDown: 1, PageUp: -15, PageDown: 15 };

/** From the widest to the narrowest: the least width in CSS pixels, and the columns that stand beside the name. */
const LAYOUTS: readonly (readonly [number, readonly UsageColumnName[]])[] = [
  [
    980,
    ['sessions', 'api_calls', 'input', 'output', 'cache_read', 'cache_write', 'reasoning', 'total', 'cost'],
  ],
  [760, ['sessions', 'input', 'output', 'cache_read', 'total', 'cost']],
  [520, ['sessions', 'output', 'total', 'cost']],
  [0, ['total', 'cost']],
];

/**
 * The rows of a report, as many of them as are in sight, with their sum. Tells which row is chosen, `chosen`, and by
 * what it is to be sorted, `sorted`.
 */
export class UsageTable extends LitElement {
  static override properties = {
    usage: { attribute: false },
    sort: { attribute: false },
    name: {},
  };
  declare usage: UsageShown;
  declare sort: UsageView['sort'];
  declare name: string;
  readonly #width = new MeasuredWidth(this);
  #rows: readonly UsageTableRow[] = [];
  /** The row that the Tab key leads to. */
  #current = 0;
  /** The row that is to have the focus. */
  #awaited: number | undefined;
  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.renderRoot.querySelector<HTMLElement>('.scroll'),
    count: 0,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 0, height: MANY * ROW },
  });

  static override styles = [sharedStyles, usageTableStyles];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('usage') && !changed.has('sort')) return;
    this.#rows = sortedRows(this.usage, this.sort);
    this.#current = Math.min(this.#current, Math.max(0, this.#rows.length - 1));
    const virtual = this.#virtual.getVirtualizer();
    virtual.setOptions({ ...virtual.options, count: this.#rows.length });
  }

  override render(): TemplateResult {
    const width = this.#width.value;
    const { by } = this.usage.report;
    const columns = columnsOf(by, width);
    const virtual = this.#virtual.getVirtualizer();
    const items = virtual.getVirtualItems();
    const above = items[0]?.start ?? 0;
    const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
    const count = this.#rows.length;
    return html`<div class="scroll ${count > MANY ? 'many' : ''}">
      <table class="${isTimeUnit(by) ? 'time' : ''} ${columns.length <= NARROW ? 'narrow' : ''}" aria-label=${this.name} aria-rowcount=${count + 2} @keydown=${this.#pressed}>
        <thead>
          <tr aria-rowindex="1">${(['key', ...columns] as const).map((column) => this.#head(column))}</tr>
        </thead>
        <tbody>
          ${above > 0 ? spacer(above) : nothing}
          ${repeat(
            items,
            ({ index }) => this.#rows[index]?.key ?? index,
            ({ index }) => this.#row(index, columns),
          )}
          ${below > 0 ? spacer(below) : nothing}
        </tbody>
        <tfoot>
          <tr aria-rowindex=${count + 2}>
            <th scope="row">${t('All')}</th>
            ${columns.map((column) => cell(this.usage.report.totals, column, columns.length <= NARROW))}
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  #head(column: UsageColumnName): TemplateResult {
    const { by } = this.usage.report;
    const sorted = this.sort?.column === column ? this.sort : null;
    const order = sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none';
    return html`<th scope="col" class=${column} aria-sort=${order}>
      <button @click=${() => this.#tell('sorted', nextSort(this.sort, column))}>
        ${columnName(column, by)}${sorted ? codicon(sorted.descending ? 'arrow-down' : 'arrow-up') : nothing}
      </button>
    </th>`;
  }

  #row(index: number, columns: readonly UsageColumnName[]): TemplateResult | typeof nothing {
    const row = this.#rows[index];
    if (!row) return nothing;
    return html`<tr aria-rowindex=${index + 2}>
      <th scope="row">${this.#name(row, index)}</th>
      ${columns.map((column) => cell(row, column, columns.length <= NARROW))}
    </tr>`;
  }

  /** Of a session that Hermes has deleted there is no transcript. */
  #name({ key, session }: UsageTableRow, index: number): TemplateResult {
    const { by } = this.usage.report;
    const name = rowName({ by, key }, session?.title);
    const isGone = session?.deleted === true;
    const leads = isGone
      ? t('Hermes has deleted this session; what it used is remembered.')
      : session
        ? t('Open the transcript')
        : t('Show its sessions');
    return html`<button
      class="name"
      dir="auto"
      data-row=${index}
      tabindex=${index === this.#current ? 0 : -1}
      aria-disabled=${isGone}
      title=${isGone ? leads : name}
      aria-description=${leads}
      @focus=${() => this.#stopAt(index)}
      @click=${() => (isGone ? undefined : this.#tell('chosen', { by, key }))}
    >${name}</button>`;
  }

  /** The rows are one stop of the Tab key, with the arrow keys moving among all of them, also those out of sight. */
  readonly #pressed = (event: KeyboardEvent): void => {
    const from = (event.target as HTMLElement).dataset['row'];
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = stepAlong(Number(from), this.#rows.length - 1, event.key, ARROWS);
    if (to === undefined) return;
    event.preventDefault();
    this.#moveTo(to);
  };

  /** The row may have to be made first, once it is scrolled to. */
  #moveTo(index: number): void {
    this.#virtual.getVirtualizer().scrollToIndex(index, { align: 'auto' });
    this.#awaited = index;
    this.#stopAt(index);
  }

  override updated(): void {
    if (this.#awaited === undefined) return;
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-row="${this.#awaited}"]`);
    if (!row) return;
    this.#awaited = undefined;
    row.focus();
  }

  #stopAt(index: number): void {
    this.#current = index;
    this.requestUpdate();
  }

  #tell(type: 'sorted' | 'chosen', detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
customElements.define('ha-usage-table', UsageTable);

/** The row of a session is one session. */
function columnsOf(by: Grouping, width: number): readonly UsageColumnName[] {
  const [, columns] = LAYOUTS.find(([least]) => width >= least)!;
  return by === 'session' ? columns.filter((column) => column !== 'sessions') : columns;
}

function cell(
  row: UsageShown['report']['totals'],
  column: UsageColumnName,
  isNarrow: boolean,
): TemplateResult {
  if (column === 'cost')
    return html`<td class="cost" title=${costStory(row) || nothing}>${isNarrow ? shortCostWords(row) : costWords(row)}</td>`;
  const value = row[column as Exclude<UsageColumnName, 'key' | 'cost'>];
  const shown = column === 'sessions' || column === 'api_calls' ? figure(value) : compact(value);
  return html`<td title=${figure(value)}>${shown}</td>`;
}

/** The attribute, since the page's policy lets no element have a style of its own. */
function spacer(height: number): TemplateResult {
  return html`<tr class="spacer" aria-hidden="true"><td height=${height}></td></tr>`;
}
