import { type CSSResultGroup, css } from 'lit';
import { rankStyles } from './theme.ts';

/** What is alike in every component: boxes, headings, plain buttons, focus, icons. */
export const sharedStyles: CSSResultGroup = [
  rankStyles,
  css`
    :host {
      display: block;
    }
    :host([hidden]),
    [hidden] {
      display: none !important;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    h1,
    h2,
    h3,
    p,
    ol,
    ul,
    dl,
    dd {
      margin: 0;
      padding: 0;
    }
    ol,
    ul {
      list-style: none;
    }
    h2 {
      font-size: 1.08em;
      font-weight: 600;
    }
    button {
      font: inherit;
      color: inherit;
      background: none;
      border: 0;
      padding: 0;
      text-align: inherit;
      cursor: pointer;
    }
    :focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: 1px;
    }
    .codicon {
      font: normal 16px/1 codicon;
      display: inline-block;
      text-rendering: auto;
      -webkit-font-smoothing: antialiased;
      user-select: none;
    }
    .muted {
      color: var(--ha-muted);
    }
    .figures {
      font-variant-numeric: tabular-nums;
    }
    .link {
      color: var(--vscode-textLink-foreground);
      min-height: 24px;
    }
    .link:hover {
      color: var(--vscode-textLink-activeForeground);
      text-decoration: underline;
    }
    /* A button that does not call for attention. */
    .quiet {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 26px;
      padding: 2px 10px;
      border: 1px solid var(--vscode-contrastBorder, var(--ha-line));
      border-radius: 5px;
      white-space: nowrap;
    }
    .quiet:hover {
      background: var(--vscode-toolbar-hoverBackground);
      outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -3px;
    }
    .spoken-only {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .meter {
      display: block;
      width: 100%;
      height: 6px;
      border: 1px solid var(--vscode-contrastBorder, transparent);
      border-radius: 4px;
      background: var(--ha-track);
    }
    .meter rect {
      fill: var(--ha-rank, var(--vscode-progressBar-background));
      transition: width calc(var(--ha-motion) * 300ms) ease-out;
    }
    @media (forced-colors: active) {
      .meter {
        border-color: CanvasText;
      }
    }
    .medal {
      display: block;
      flex: none;
      line-height: 0;
    }
  `,
];
