import { css } from 'lit';

export const filterBarStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .row + .row {
    margin-top: 8px;
  }
  /* Room for the words in it beside the number of badges shown, in any font. */
  vscode-textfield {
    flex: 1 1 20em;
    max-width: 420px;
  }
  vscode-textfield .codicon {
    margin-inline-start: 2px;
    color: var(--vscode-input-placeholderForeground);
  }
  .shown {
    padding-inline: 6px;
    font-size: 0.92em;
    color: var(--ha-muted);
    white-space: nowrap;
    text-align: end;
  }
  /* Holds the room of the widest words that may stand there. */
  [data-widest]::before {
    content: attr(data-widest);
    display: block;
    height: 0;
    visibility: hidden;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
  }
  select {
    min-width: 168px;
  }
  .states {
    display: flex;
    border: 1px solid var(--vscode-contrastBorder, var(--ha-line));
    border-radius: 6px;
    overflow: hidden;
  }
  .categories {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
    padding: 1px 10px;
    white-space: nowrap;
  }
  .choice .count {
    color: var(--ha-muted);
    font-size: 0.92em;
  }
  .states .choice + .choice {
    border-inline-start: 1px solid var(--vscode-contrastBorder, var(--ha-line));
  }
  .categories .choice {
    border: 1px solid var(--ha-line);
    border-radius: 13px;
  }
  .choice[aria-checked='true'] {
    border-color: var(--ha-chosen);
  }
  .choice[aria-checked='true'] .count {
    color: var(--ha-on-chosen);
  }
  @media (forced-colors: active) {
    .choice[aria-checked='true'] {
      border-color: Highlight;
    }
    .choice[aria-checked='true'] .count {
      forced-color-adjust: none;
      color: HighlightText;
    }
  }
  /* The list box names the order itself: what room there is belongs to the search. */
  @media (min-width: 561px) and (max-width: 880px) {
    .sort label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (max-width: 560px) {
    .states {
      width: 100%;
    }
    .states .choice {
      flex: 1 1 auto;
      justify-content: center;
      padding: 1px 6px;
      gap: 4px;
    }
    .sort {
      margin-inline-start: 0;
      width: 100%;
    }
    select {
      flex: 1;
    }
    vscode-textfield {
      max-width: none;
    }
    .categories {
      flex-wrap: nowrap;
      overflow-x: auto;
      margin-inline: -16px;
      padding: 2px 16px 6px;
      scrollbar-width: thin;
    }
  }
  @media (max-width: 360px) {
    .states .choice {
      padding: 1px 2px;
      gap: 3px;
      font-size: 0.92em;
    }
  }
`;
