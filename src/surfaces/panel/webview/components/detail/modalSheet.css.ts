import { css } from 'lit';

export const sheetStyles = css`
  dialog {
    width: min(760px, calc(100vw - 32px));
    max-width: none;
    max-height: calc(100vh - 48px);
    margin: auto;
    padding: 0;
    color: var(--ha-text);
    background: var(--ha-page);
    border: 1px solid color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 6), var(--ha-line));
    border-radius: 12px;
    box-shadow: 0 12px 40px var(--vscode-widget-shadow, transparent);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: color-mix(in srgb, #000000 55%, transparent);
  }
  dialog[open] {
    animation: rise calc(var(--ha-motion) * 160ms) ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(10px);
    }
  }
  .sheet {
    position: relative;
    padding: 28px 32px 32px;
  }
  .close {
    position: absolute;
    top: 12px;
    inset-inline-end: 12px;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 5px;
  }
  .close:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  h2 {
    padding-inline-end: 28px;
    overflow-wrap: anywhere;
  }
  @media (max-width: 560px) {
    dialog {
      width: calc(100vw - 16px);
      max-height: calc(100vh - 16px);
    }
    .sheet {
      padding: 20px 16px 20px;
    }
  }
`;
