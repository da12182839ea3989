import { css, html, LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Told } from '../../model/told.ts';
import { sharedStyles } from '../../styles/shared.ts';

/** Tells, to the ear and to the eye, what has just been done. It lies over the page and moves nothing in it. */
export class ToldLine extends LitElement {
  static override properties = { told: { attribute: false } };
  declare told: Told;

  static override styles = [
    sharedStyles,
    css`
      :host {
        position: fixed;
        z-index: 2;
        inset: auto 16px 20px;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      .passing,
      .standing {
        max-width: 560px;
        padding: 8px 16px;
        border: 1px solid var(--vscode-contrastBorder, var(--ha-line));
        border-radius: var(--ha-radius);
        color: var(--vscode-notifications-foreground, var(--ha-text));
        background: var(--vscode-notifications-background, var(--ha-page));
        box-shadow: 0 2px 12px var(--vscode-widget-shadow, transparent);
        overflow-wrap: anywhere;
      }
      .standing {
        border-color: var(--vscode-editorWarning-foreground);
      }
      .passing {
        animation: leave 200ms 8s both;
      }
      @keyframes leave {
        to {
          visibility: hidden;
          opacity: 0;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { words, manner } = this.told;
    const look = manner === 'spoken' ? 'spoken-only' : manner;
    return html`<div role="status">${keyed(this.told, words === '' ? '' : html`<p class=${look}>${words}</p>`)}</div>`;
  }
}
customElements.define('ha-told-line', ToldLine);
