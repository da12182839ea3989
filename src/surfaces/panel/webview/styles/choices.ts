import { css } from 'lit';

/** How a button with the class `choice` looks that is pointed at, has the focus or is chosen. */
export const choiceLook = css`
  .choice:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -3px;
  }
  .choice:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .choice[aria-checked='true'],
  .choice[aria-pressed='true'] {
    color: var(--ha-on-chosen);
    background: var(--ha-chosen);
  }
  /* Where colours are forced, backgrounds are not: what is chosen has to say so in the user's own. */
  @media (forced-colors: active) {
    .choice[aria-checked='true'],
    .choice[aria-pressed='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;

/** A choice of one among a few, side by side: a radio group of buttons with the class `choice`. */
export const choiceStyles = [
  choiceLook,
  css`
    .choices {
      display: flex;
      flex-wrap: wrap;
      width: fit-content;
      border: 1px solid var(--vscode-contrastBorder, var(--ha-line));
      border-radius: 6px;
      overflow: hidden;
    }
    .choice {
      /* Where they go on in another row, each row is full. */
      flex-grow: 1;
      min-height: 26px;
      /* The first border of a row lies behind the frame. */
      margin: -1px 0 0 -1px;
      padding: 1px 10px;
      border: 1px solid var(--vscode-contrastBorder, var(--ha-line));
      border-inline-end: 0;
      border-bottom: 0;
      text-align: center;
      white-space: nowrap;
    }
  `,
];
