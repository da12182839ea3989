import { css } from 'lit';

export const panelStyles = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    max-width: 1760px;
    margin: 0 auto;
    padding: 16px 24px 32px;
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
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 14px 20px;
  }
  .highlights:not(:has(:not([hidden]))) {
    display: none;
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
    gap: 12px;
    padding-top: 12px;
  }
  .page {
    padding-top: 18px;
  }
  @media (forced-colors: active) {
    /* Shadows are not drawn there. */
    vscode-tab-header[active] {
      border-bottom: 3px solid Highlight;
    }
  }
  @media (max-width: 1100px) {
    .highlights {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (max-width: 720px) {
    .highlights {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .highlights:has([hidden]) {
    grid-template-columns: minmax(0, 1fr);
  }
  @media (max-width: 560px) {
    main {
      padding: 12px 16px 24px;
    }
  }
`;
