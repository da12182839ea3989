import { css } from 'lit';

export const headerStyles = css`
  header {
    /* Quiet words must still be read on the tint. */
    --ha-muted: color-mix(in srgb, var(--ha-text) 88%, var(--ha-page));
    display: grid;
    grid-template:
      'ring title tiers actions' auto
      'ring facts tiers actions' auto
      / auto minmax(300px, 1fr) auto auto;
    align-content: center;
    align-items: center;
    gap: 6px 28px;
    padding: 20px 24px;
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
    font-size: 2.6em;
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
    gap: 2px 18px;
    color: var(--ha-muted);
  }
  .facts strong {
    color: var(--ha-text);
    font-weight: 600;
  }
  .facts .tier {
    color: var(--ha-rank);
    font-weight: 600;
  }
  .actions {
    grid-area: actions;
    display: flex;
    flex-direction: column;
    align-self: start;
    gap: 8px;
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
      gap: 12px 16px;
      padding: 16px;
    }
    ha-progress-ring {
      width: 92px;
      height: 92px;
    }
    .title {
      align-self: center;
    }
    .actions {
      justify-content: start;
    }
    .count {
      font-size: 2em;
    }
  }
`;
