import { css } from 'lit';

/** A button with the class `close`: a cross that takes something away. Where it stands is its component's business. */
export const closeButtonStyles = css`
  .close {
    display: grid;
    place-items: center;
    flex: none;
    width: 26px;
    height: 26px;
    border-radius: 5px;
  }
  .close:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
`;
