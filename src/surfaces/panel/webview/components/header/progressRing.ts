import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { sharedStyles } from '../../styles/shared.ts';

const RADIUS = 46;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring that closes as the percentage rises, around whatever stands in it. Decoration: words beside it say as much. */
export class ProgressRing extends LitElement {
  static override properties = { percent: { type: Number } };
  declare percent: number;

  static override styles = [
    sharedStyles,
    css`
      :host {
        position: relative;
        width: 124px;
        height: 124px;
        flex: none;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
        transform: rotate(-90deg);
      }
      circle {
        fill: none;
        stroke-width: 5;
      }
      .track {
        stroke-width: var(--ha-ring-track);
        stroke: var(--vscode-contrastBorder, var(--ha-track));
      }
      .reached {
        stroke: var(--ha-rank, var(--vscode-progressBar-background));
        stroke-linecap: round;
        transition: stroke-dashoffset calc(var(--ha-motion) * 500ms) ease-out;
      }
      .inside {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
      }
    `,
  ];

  override render(): TemplateResult {
    const offset = LENGTH * (1 - this.percent / 100);
    return html`
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="track" cx="50" cy="50" r=${RADIUS}></circle>
        ${
          this.percent > 0
            ? svg`<circle class="reached" cx="50" cy="50" r=${RADIUS} stroke-dasharray=${LENGTH} stroke-dashoffset=${offset}></circle>`
            : ''
        }
      </svg>
      <div class="inside"><slot></slot></div>
    `;
  }
}
customElements.define('ha-progress-ring', ProgressRing);
