import { css, html, LitElement, type TemplateResult } from 'lit';
import { codicon } from '../../drawing/codicon.ts';
import { sharedStyles } from '../../styles/shared.ts';

/** One line that something is amiss while the panel still works, with what can be done about it in the slot. */
export class Notice extends LitElement {
  static override properties = { severity: {}, message: {} };
  declare severity: 'info' | 'warning' | 'error';
  declare message: string;

  static override styles = [
    sharedStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        padding: 8px 14px;
        border: 1px solid var(--edge);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
      }
      p {
        flex: 1 1 220px;
        overflow-wrap: anywhere;
      }
      .codicon {
        color: var(--edge);
      }
      .info {
        --edge: var(--vscode-contrastBorder, var(--vscode-editorInfo-foreground));
      }
      .warning {
        --edge: var(--vscode-contrastBorder, var(--vscode-editorWarning-foreground));
      }
      .error {
        --edge: var(--vscode-contrastBorder, var(--vscode-editorError-foreground));
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<div class=${this.severity}>
      ${codicon(this.severity)}
      <p>${this.message}</p>
      <slot></slot>
    </div>`;
  }
}
customElements.define('ha-notice', Notice);
