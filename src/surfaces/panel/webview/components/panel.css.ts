import { css } from 'lit';

export const panelStyles = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    max-width: 1760px;
    margin: 0 auto;
    padding: 20px 24px 32px;
  }
  .waiting {
    padding: 40px;
    text-align: center;
    animation: appear 1ms 400ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .highlights {
    display: flex;
    flex-wrap: wrap;
    gap: 20px;
  }
  .highlights:not(:has(:not([hidden]))) {
    display: none;
  }
  ha-next-up {
    flex: 3 1 480px;
    min-width: 0;
  }
  ha-recent-unlocks {
    flex: 2 1 380px;
    min-width: 0;
  }
  vscode-tab-header[active] {
    font-weight: 600;
    box-shadow: inset 0 -2px 0 var(--ha-chosen);
  }
  /* It would cut the last border off where widths are no whole pixels. */
  vscode-tab-panel {
    overflow: visible;
  }
  .badges {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding-top: 16px;
  }
  .history {
    padding-top: 18px;
  }
  @media (max-width: 560px) {
    main {
      gap: 16px;
      padding: 12px 16px 24px;
    }
    ha-next-up,
    ha-recent-unlocks {
      flex-basis: 100%;
    }
  }
`;
