import { css } from 'lit';

export const recapStyles = css`
  h3 {
    margin: 0;
    font-size: 1.2em;
    font-weight: 600;
  }
  h4 {
    margin: 0 0 6px;
    font-size: 1em;
    font-weight: 600;
  }
  .parts {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
  }
  .figures-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 132px), 1fr));
    gap: 10px;
  }
  /* Six in one row or in two, none alone. */
  @container (min-width: 460px) and (max-width: 899px) {
    .figures-row:has(> :nth-child(6)) {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  .figures-row div {
    display: grid;
    align-content: start;
    padding: 8px 12px;
    border: 1px solid var(--ha-line);
    border-radius: var(--ha-radius);
  }
  dt {
    color: var(--ha-muted);
  }
  .value {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
  }
  .before {
    font-size: 0.92em;
    color: var(--ha-muted);
  }
  .unlocks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 210px), 1fr));
    gap: 4px 12px;
  }
  .unlocks button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0 10px;
    width: 100%;
    min-height: 40px;
    padding: 2px 4px;
    border-radius: 5px;
  }
  .unlocks button:hover {
    background: var(--vscode-list-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -2px;
  }
  .unlocks .medal {
    grid-row: span 2;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .rank {
    font-size: 0.92em;
    color: var(--ha-rank);
  }
  .tops {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: 14px 24px;
  }
  .tops li {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 2px 0;
  }
  .tops .what {
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    unicode-bidi: isolate;
  }
  /* What has no room is left out at the start. */
  .tops .path {
    direction: rtl;
    text-align: left;
  }
  .tops .much {
    color: var(--ha-muted);
    white-space: nowrap;
  }
  .facts {
    color: var(--ha-muted);
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
  }
  .actions label {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--vscode-button-background);
  }
`;
