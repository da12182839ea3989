import { css } from 'lit';

export const headerStyles = css`
  header {
    /* Quiet words must still be read on the tint. */
    --ha-muted: color-mix(in srgb, var(--ha-text) 88%, var(--ha-page));
    display: grid;
    grid-template:
      'ring title tiers actions' auto
      'ring facts tiers actions' auto
      / auto minmax(280px, 1fr) auto auto;
    align-content: center;
    align-items: center;
    gap: 4px 24px;
    padding: 14px 20px;
    border: 1px solid var(--ha-line);
    border-radius: calc(var(--ha-radius) + 4px);
    background: radial-gradient(
        110% 190% at 0% 0%,
        color-mix(in srgb, var(--ha-rank) calc(var(--ha-tint) * 2.6), transparent),
        transparent 62%
      ),
      var(--ha-card);
  }
  ha-progress-ring {
    grid-area: ring;
    width: 92px;
    height: 92px;
  }
  ha-progress-ring .medal > svg {
    width: 58px;
    height: 58px;
  }
  .title {
    grid-area: title;
    align-self: end;
  }
  .overline {
    font-size: 0.92em;
    color: var(--ha-muted);
  }
  h1 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
    font-size: 1.15em;
    font-weight: 400;
    line-height: 1.2;
  }
  .count {
    font-size: 2.2em;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .count small {
    font-size: 0.6em;
    font-weight: 400;
    color: var(--ha-muted);
  }
  .facts {
    grid-area: facts;
    align-self: start;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    color: var(--ha-muted);
  }
  .facts strong {
    color: var(--ha-text);
    font-weight: 600;
  }
  .age {
    position: relative;
    white-space: nowrap;
  }
  .counted[data-covered] {
    visibility: hidden;
  }
  .refreshing {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
  }
  .actions {
    grid-area: actions;
    display: flex;
    flex-direction: column;
    gap: 6px;
  }
  ha-tier-strip {
    grid-area: tiers;
  }
  @media (max-width: 1180px) {
    header {
      grid-template:
        'ring title actions' auto
        'ring tiers tiers' auto
        'ring facts facts' auto
        / auto minmax(0, 1fr) auto;
    }
    .actions {
      flex-flow: row wrap;
      align-self: start;
      justify-content: end;
    }
  }
  @media (max-width: 720px) {
    header {
      grid-template:
        'ring title' auto
        'tiers tiers' auto
        'facts facts' auto
        'actions actions' auto
        / auto minmax(0, 1fr);
      gap: 10px 14px;
      padding: 12px 14px;
    }
    ha-progress-ring {
      width: 68px;
      height: 68px;
    }
    ha-progress-ring .medal > svg {
      width: 44px;
      height: 44px;
    }
    .title {
      align-self: center;
    }
    .actions {
      justify-content: start;
    }
    .count {
      font-size: 1.9em;
    }
  }
  /* On a line of its own, whose length changes with the minutes: no other line may come and go with it. */
  @media (max-width: 560px) {
    .age {
      flex-basis: 100%;
    }
  }
`;
