import { type CSSResult, css, unsafeCSS } from 'lit';
import { type MedalRank, RANK_COLOURS } from '../../../../artwork/tierColours.ts';

const RANKS = Object.keys(RANK_COLOURS) as MedalRank[];

/** The page's own styles: what every component builds on, derived from the theme that VS Code sets on the page. */
const PAGE = css`
  body {
    --ha-page: var(--vscode-editor-background);
    --ha-text: var(--vscode-editor-foreground, var(--vscode-foreground));
    --ha-muted: var(--vscode-descriptionForeground);
    --ha-line: color-mix(in srgb, var(--ha-text) 14%, transparent);
    --ha-card: color-mix(in srgb, var(--ha-text) 3.5%, var(--ha-page));
    --ha-track: color-mix(in srgb, var(--ha-text) 15%, transparent);
    /* How strongly things are tinted in the colour of a rank; others take multiples of it. */
    --ha-tint: 7%;
    --ha-ring-track: 5;
    --ha-chosen: var(--vscode-button-background);
    --ha-on-chosen: var(--vscode-button-foreground);
    --ha-chart-line: var(--ha-line);
    --ha-chart: var(--vscode-charts-blue, var(--vscode-progressBar-background));
    --ha-chart-2: var(--vscode-charts-orange, var(--ha-Gold));
    --ha-chart-3: var(--vscode-charts-green, var(--ha-feat));
    --ha-chart-4: var(--vscode-charts-purple, var(--ha-Olympian));
    --ha-step-most: var(--vscode-charts-green, var(--ha-feat));
    --ha-step-0: color-mix(in srgb, var(--ha-text) 8%, var(--ha-page));
    --ha-step-1: color-mix(in srgb, var(--ha-step-most) 30%, var(--ha-page));
    --ha-step-2: color-mix(in srgb, var(--ha-step-most) 52%, var(--ha-page));
    --ha-step-3: color-mix(in srgb, var(--ha-step-most) 76%, var(--ha-page));
    --ha-step-4: var(--ha-step-most);
    --ha-step-edge: none;
    --ha-radius: 8px;
    /* Durations are multiples of it. */
    --ha-motion: 1;
    margin: 0;
    padding: 0;
    color: var(--ha-text);
    background: var(--ha-page);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
    font-weight: var(--vscode-font-weight);
    line-height: 1.45;
  }
  body.vscode-high-contrast,
  body.vscode-high-contrast-light {
    --ha-muted: var(--ha-text);
    --ha-line: var(--vscode-contrastBorder);
    --ha-card: var(--ha-page);
    --ha-track: transparent;
    --ha-tint: 0%;
    --ha-ring-track: 1;
    --ha-chart: var(--ha-text);
    --ha-chart-line: color-mix(in srgb, var(--ha-text) 30%, transparent);
    --ha-step-0: var(--ha-page);
    --ha-step-edge: color-mix(in srgb, var(--vscode-contrastBorder) 60%, transparent);
    --ha-chosen: var(--ha-text);
    --ha-on-chosen: var(--ha-page);
    /* These themes have none, and the button's own fallback is a dark grey, behind dark text in the light one. */
    --vscode-button-secondaryHoverBackground: transparent;
  }
  body.vscode-reduce-motion {
    --ha-motion: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    body {
      --ha-motion: 0;
      }
  }
`;

/** The page's style sheet, with each rank's text colour for the kind of theme that is on. */
export function pageStyles(): CSSResult {
  const colours = (tone: 'textOnDark' | 'textOnLight'): string =>
    RANKS.map((rank) => `--ha-${rank}: ${RANK_COLOURS[rank][tone]};`).join('');
  return css`
    ${PAGE}
    body { ${unsafeCSS(colours('textOnDark'))} }
    body.vscode-light, body.vscode-high-contrast-light { ${unsafeCSS(colours('textOnLight'))} }
  `;
}

/** `class="rank-Gold"` makes `--ha-rank` the colour of that rank. */
export const rankStyles: CSSResult = unsafeCSS(
  RANKS.map((rank) => `.rank-${rank} { --ha-rank: var(--ha-${rank}); }`).join('\n'),
);
