import { css } from 'lit';

export const usageTableStyles = css`
  .scroll.many {
    max-height: 70vh;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  /* Rules would overrule the attribute of what stands for rows out of sight. */
  th,
  td:not([height]) {
    height: 28px;
  }
  th,
  td {
    padding: 0 10px;
    text-align: end;
    white-space: nowrap;
    font-weight: normal;
  }
  th:first-child {
    padding-inline-start: 6px;
    text-align: start;
  }
  /* A long name leaves the figures their room. */
  th:first-child {
    width: 32%;
    max-width: 0;
  }
  .narrow th:first-child {
    width: 100%;
  }
  .time th:first-child {
    max-width: none;
  }
  .narrow th,
  .narrow td {
    padding-inline: 4px;
  }
  .many thead th,
  .many tfoot > tr > * {
    position: sticky;
    z-index: 1;
  }
  .many thead th {
    top: 0;
  }
  .many tfoot > tr > * {
    bottom: 0;
  }
  thead th {
    color: var(--ha-muted);
    background: var(--ha-table, var(--ha-page));
    border-bottom: 1px solid var(--ha-line);
  }
  thead button {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-height: 24px;
  }
  thead button:hover {
    color: var(--ha-text);
    text-decoration: underline;
  }
  thead .codicon {
    font-size: 12px;
  }
  tbody tr:not(.spacer):hover > * {
    background: var(--vscode-list-hoverBackground);
  }
  tbody tr + tr:not(.spacer) > * {
    border-top: 1px solid color-mix(in srgb, var(--ha-line) 55%, transparent);
  }
  .spacer td {
    padding: 0;
  }
  .name {
    display: block;
    width: 100%;
    min-height: 26px;
    line-height: 26px;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    unicode-bidi: isolate;
  }
  .name[aria-disabled='true'] {
    color: var(--ha-muted);
    cursor: default;
  }
  .name[aria-disabled='false']:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  .name:focus-visible {
    outline-offset: -1px;
  }
  tfoot > tr > * {
    font-weight: 600;
    background: var(--ha-table, var(--ha-page));
    border-top: 1px solid var(--ha-line);
  }
`;
