import { css } from 'lit';

export const timelineStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 18px;
  }
  .filters label {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .count {
    margin-inline-start: auto;
  }
  .months {
    position: relative;
    padding-inline-start: 26px;
  }
  .months::before {
    content: '';
    position: absolute;
    inset-block: 10px 0;
    inset-inline-start: 6px;
    width: 2px;
    background: var(--ha-line);
  }
  /* What is far from sight is laid out when it comes near: a time line of years costs what a window shows of it. */
  .month {
    position: relative;
    padding-bottom: 26px;
    content-visibility: auto;
    contain-intrinsic-size: auto 320px;
    margin-inline-start: -26px;
    padding-inline-start: 26px;
  }
  .month::before {
    content: '';
    position: absolute;
    top: 4px;
    inset-inline-start: 1px;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    border: 2px solid var(--ha-chart);
    background: var(--ha-page);
  }
  h3 {
    font-size: 1.05em;
    font-weight: 600;
  }
  h3 .muted {
    font-weight: 400;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr));
    gap: 8px;
    margin-top: 10px;
    padding: 2px;
  }
  .steps button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    gap: 0 12px;
    width: 100%;
    height: 100%;
    padding: 8px 12px;
    border: 1px solid var(--ha-line);
    border-radius: var(--ha-radius);
    background: var(--ha-card);
  }
  .steps button:hover {
    border-color: var(--vscode-contrastActiveBorder, var(--ha-rank));
  }
  .steps .kept {
    border-style: dashed;
  }
  .medal {
    grid-row: span 2;
    align-self: center;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 10px;
  }
  .rank {
    color: var(--ha-rank);
  }
  .mark {
    color: var(--ha-muted);
  }
  .day {
    font-size: 0.92em;
    color: var(--ha-muted);
    white-space: nowrap;
  }
  .nothing {
    padding: 40px 16px;
    text-align: center;
    color: var(--ha-muted);
  }
  @media (max-width: 560px) {
    .filters label {
      flex: 1 1 100%;
    }
    .filters select {
      flex: 1;
      min-width: 0;
    }
  }
`;
