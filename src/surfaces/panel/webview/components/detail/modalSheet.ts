import { t } from '@vscode/l10n';
import { html, LitElement, type TemplateResult } from 'lit';
import { codicon } from '../../drawing/codicon.ts';
import type { Told } from '../../model/told.ts';
import '../notices/toldLine.ts';

/**
 * A dialog over the page, with a cross; Escape and a click beside it close it too. What is told while it is open is told
 * in it: everything behind it is out of reach, for the ear as well.
 */
export abstract class ModalSheet extends LitElement {
  declare told: Told;

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  /** The dialog around what a sheet shows; its heading has the id `name`. */
  protected sheet(className: string, content: TemplateResult): TemplateResult {
    return html`<dialog
      class=${className}
      aria-labelledby="name"
      @close=${() => this.closed()}
      @click=${this.#closeOutside}
      @scroll=${() => this.scrolled()}
    >
      <div class="sheet">
        <button class="close" aria-label=${t('Close')} title=${t('Close')} @click=${() => this.dialog.close()}>
          ${codicon('close')}
        </button>
        ${content}
      </div>
      <ha-told-line .told=${this.told}></ha-told-line>
    </dialog>`;
  }

  protected abstract closed(): void;

  protected scrolled(): void {}

  /** The sheet covers the dialog whole, so that only a click beside it reaches the dialog itself. */
  #closeOutside(event: Event): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}
