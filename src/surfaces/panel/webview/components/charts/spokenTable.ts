import { html, LitElement, type TemplateResult } from 'lit';
import type { ChartTable } from '../../../../../artwork/charts/chart.ts';
import { sharedStyles } from '../../styles/shared.ts';

/** The figures of a chart for who does not see it. They may be a thousand, and the chart is painted before them. */
export class SpokenTable extends LitElement {
  static override properties = { table: { attribute: false } };
  declare table: () => ChartTable;

  static override styles = [sharedStyles];

  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((painted) => requestAnimationFrame(() => requestIdleCallback(painted)));
    super.scheduleUpdate();
  }

  override render(): TemplateResult {
    const { caption, columns, rows } = this.table();
    return html`<div class="spoken-only">
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...rest]) =>
              html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
customElements.define('ha-spoken-table', SpokenTable);
