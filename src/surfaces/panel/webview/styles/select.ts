import { css } from 'lit';

/** A plain list box: the one of vscode-elements lays the whole page out while it is being made. */
export const selectStyles = css`
  select {
    min-width: 128px;
    height: 26px;
    padding-inline: 6px;
    font: inherit;
    color: var(--vscode-settings-dropdownForeground, var(--vscode-dropdown-foreground));
    background: var(--vscode-settings-dropdownBackground, var(--vscode-dropdown-background));
    border: 1px solid var(--vscode-settings-dropdownBorder, var(--vscode-dropdown-border));
    border-radius: 4px;
  }
`;
