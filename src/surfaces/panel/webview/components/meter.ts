import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { sharedStyles } from '../styles/shared.ts';

/** A filling bar in the colour of `--ha-rank`. Its figures stand in words beside it, so it is decoration. */
export class Meter extends LitElement {
  static override properties = { percent: { type: Number } };
  declare percent: number;

  static override styles = [
    sharedStyles,
    css`
      :host {
        height: 6px;
        border-radius: 3px;
        overflow: hidden;
        background: var(--ha-track);
        border: 1px solid var(--vscode-contrastBorder, transparent);
      }
      :host-context(body.vscode-high-contrast),
      :host-context(body.vscode-high-contrast-light) {
        height: 8px;
      }
      .fill {
        height: 100%;
        border-radius: inherit;
        background: var(--ha-rank, var(--vscode-progressBar-background));
        transform-origin: left;
        transition: transform calc(var(--ha-motion) * 300ms) ease-out;
      }
    `,
  ];

  override updated(changed: PropertyValues<this>): void {
    // Set as a property: an inline style attribute would be stopped by the page's policy.
    if (changed.has('percent'))
      this.#fill.style.transform = `translateX(${Math.min(100, this.percent) - 100}%)`;
  }

  override render(): TemplateResult {
    return html`<div class="fill"></div>`;
  }

  get #fill(): HTMLElement {
    return this.renderRoot.querySelector('.fill') as HTMLElement;
  }
}
customElements.define('ha-meter', Meter);
