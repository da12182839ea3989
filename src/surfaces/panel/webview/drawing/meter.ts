import { html, type TemplateResult } from 'lit';

/**
 * A filling bar in the colour of `--ha-rank`; its look is in the shared styles. Its figures stand in words beside it,
 * so it is decoration. Drawn as SVG because a width in an attribute is not an inline style, which the page's policy
 * would stop.
 */
export function meter(percent: number): TemplateResult {
  return html`<svg class="meter" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect width=${Math.min(100, percent)} height="1"></rect>
  </svg>`;
}
