import { css } from 'lit';

export const cardStyles = css`
  article {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-template-rows: 1fr auto auto;
    gap: 8px 14px;
    height: 100%;
    padding: 16px;
    border: 1px solid var(--ha-line);
    border-radius: var(--ha-radius);
    /* The glow ends where the words begin, whose contrast it would take. */
    background: radial-gradient(
        72px 90px at 22px 46px,
        color-mix(in srgb, var(--glow, transparent) calc(var(--ha-tint) * 3.7), transparent),
        transparent
      ),
      color-mix(in srgb, var(--glow, var(--ha-card)) var(--ha-tint), var(--ha-card));
    transition: border-color calc(var(--ha-motion) * 120ms);
  }
  .unlocked {
    --glow: var(--ha-rank);
    border-color: color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 4.5), var(--ha-line));
  }
  .secret {
    border-style: dashed;
  }
  article:hover {
    border-color: var(--vscode-contrastActiveBorder, var(--ha-rank));
  }
  article:hover .open,
  .open:hover {
    text-decoration: underline;
  }
  .medal {
    align-self: start;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  h3 {
    font-size: 1.1em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .rank {
    color: var(--ha-rank);
    font-weight: 600;
  }
  .kind {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    margin-top: 2px;
    font-size: 0.92em;
    color: var(--ha-muted);
  }
  .description {
    margin-top: 8px;
  }
  .progress,
  .foot {
    grid-column: 1 / -1;
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-bottom: 5px;
    font-size: 0.92em;
  }
  .goal {
    color: var(--ha-muted);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 12px;
    min-height: 24px;
    margin-top: 2px;
    font-size: 0.92em;
    color: var(--ha-muted);
  }
  .since {
    display: flex;
    flex-direction: column;
  }
  .kept {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .kept .codicon {
    font-size: 14px;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
  }
  .open {
    color: var(--vscode-textLink-foreground);
    min-height: 24px;
  }
  /* Makes the whole card the button's target. */
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .open:focus-visible {
    outline: none;
  }
  .open:focus-visible::after {
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: -2px;
    border-radius: var(--ha-radius);
  }
  .share {
    position: relative;
    z-index: 1;
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border-radius: 5px;
    color: var(--vscode-icon-foreground, inherit);
  }
  .share:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  .share:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
`;
