import { html, type TemplateResult } from 'lit';
import type { ChartTable } from '../../../../artwork/charts/chart.ts';

/** The figures of a chart for who does not see it. */
export function chartTable({ caption, columns, rows }: ChartTable): TemplateResult {
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
