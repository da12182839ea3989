import { css } from 'lit';

export const detailStyles = css`
  .sheet {
    background: radial-gradient(
      170px 210px at 16px 92px,
      color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 4), transparent),
      transparent
    );
  }
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 28px;
    align-items: center;
  }
  .head > .medal > svg {
    width: 128px;
    height: 128px;
  }
  h2 {
    font-size: 1.7em;
    line-height: 1.2;
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
  .pace {
    margin-top: 6px;
    font-size: 0.92em;
  }
  ha-figure-curve {
    margin-top: 18px;
  }
  .since {
    margin-top: 10px;
    font-size: 0.92em;
  }
  .share {
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
  /* A window that is small, or magnified: the words come first. */
  @media (max-width: 680px), (max-height: 480px) {
    .head {
      gap: 16px;
      align-items: start;
    }
    .head > .medal > svg {
      width: 64px;
      height: 64px;
    }
    h2 {
      font-size: 1.4em;
    }
  }
`;
