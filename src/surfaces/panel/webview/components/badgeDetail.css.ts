import { css } from 'lit';

export const detailStyles = css`
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
    background: radial-gradient(
      170px 210px at 16px 92px,
      color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 4), transparent),
      transparent
    );
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
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 28px;
    align-items: center;
  }
  h2 {
    padding-inline-end: 28px;
    font-size: 1.7em;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .kind {
    margin-top: 4px;
    color: var(--ha-muted);
  }
  .rank {
    font-weight: 600;
    color: var(--ha-rank);
  }
  .description {
    margin-top: 10px;
    font-size: 1.05em;
  }
  .progress {
    margin-top: 14px;
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-bottom: 6px;
  }
  .meter {
    height: 8px;
    border-radius: 4px;
  }
  .since {
    margin-top: 10px;
    font-size: 0.92em;
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 14px;
  }
  section {
    margin-top: 24px;
  }
  h3 {
    margin-bottom: 8px;
    font-size: 1.05em;
    font-weight: 600;
  }
  h4 {
    margin: 12px 0 6px;
    font-weight: 400;
    color: var(--ha-muted);
  }
  @media (max-width: 560px) {
    dialog {
      width: calc(100vw - 16px);
      max-height: calc(100vh - 16px);
    }
    .sheet {
      padding: 20px 16px 20px;
    }
    .head {
      grid-template-columns: 1fr;
      gap: 12px;
    }
    h2 {
      font-size: 1.4em;
    }
  }
`;
