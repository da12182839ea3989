import { t } from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { Problem } from '../../../protocol.ts';
import { codicon } from '../../drawing/codicon.ts';
import { medal } from '../../drawing/medal.ts';
import { type Intent, intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';

/** Nothing can be shown: what is wrong, and what to do next. */
export class EmptyState extends LitElement {
  static override properties = { problem: { attribute: false } };
  declare problem: Problem;

  static override styles = [
    sharedStyles,
    css`
      section {
        display: grid;
        justify-items: center;
        gap: 12px;
        max-width: 640px;
        margin: 6vh auto;
        padding: 32px 20px;
        text-align: center;
      }
      .medals {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-bottom: 8px;
      }
      h1,
      p {
        text-wrap: balance;
      }
      h1 {
        font-size: 1.6em;
        font-weight: 600;
        line-height: 1.25;
      }
      code {
        display: inline-block;
        padding: 2px 6px;
        border-radius: 4px;
        color: var(--vscode-textPreformat-foreground, inherit);
        background: var(--vscode-textPreformat-background, var(--ha-card));
        font-family: var(--vscode-editor-font-family, monospace);
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
        margin-top: 12px;
      }
    `,
  ];

  override render(): TemplateResult {
    return this.problem.kind === 'noHistory' ? this.#noHistory() : this.#failed();
  }

  #noHistory(): TemplateResult {
    return html`<section aria-labelledby="title">
      <div class="medals">
        ${medal({ tier: null, nextTier: 'Copper', icon: 'terminal', state: 'discovered', size: 56 })}
        ${medal({ tier: null, nextTier: 'Gold', icon: 'flame', state: 'discovered', size: 84 })}
        ${medal({ tier: null, nextTier: 'Silver', icon: 'compass', state: 'discovered', size: 56 })}
      </div>
      <h1 id="title">${t('No Hermes history here yet')}</h1>
      <p>${t('Badges are counted from the sessions of Hermes Agent. There is no database of sessions in this folder:')}</p>
      <p><code>${this.problem.home}</code></p>
      <p class="muted">${t('If Hermes keeps its data elsewhere, choose that folder. To look around first, try a made-up history.')}</p>
      <div class="actions">
        ${this.#button('folder-opened', t('Choose Hermes Home…'), { type: 'chooseHome' })}
        ${this.#button('beaker', t('Try with Sample History'), { type: 'trySample' }, true)}
        ${this.#button('output', t('Show Log'), { type: 'showLog' }, true)}
      </div>
    </section>`;
  }

  #failed(): TemplateResult {
    return html`<section aria-labelledby="title">
      ${medal({ tier: null, icon: 'warning', state: 'discovered', size: 84 })}
      <h1 id="title">${t('Your Hermes history could not be read')}</h1>
      <p>${this.problem.message}</p>
      <p class="muted"><code>${this.problem.home}</code></p>
      <div class="actions">
        ${this.#button('refresh', t('Try Again'), { type: 'rescan', full: false })}
        ${this.#button('output', t('Show Log'), { type: 'showLog' }, true)}
        ${this.#button('folder-opened', t('Choose Hermes Home…'), { type: 'chooseHome' }, true)}
        ${this.#button('beaker', t('Try with Sample History'), { type: 'trySample' }, true)}
      </div>
    </section>`;
  }

  #button(
    icon: Parameters<typeof codicon>[0],
    label: string,
    intent: Intent,
    secondary = false,
  ): TemplateResult {
    return html`<vscode-button ?secondary=${secondary} @click=${() => intend(this, intent)}
      >${codicon(icon, 'content-before')}${label}</vscode-button
    >`;
  }
}
customElements.define('ha-empty-state', EmptyState);
