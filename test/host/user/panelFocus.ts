import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';

/** The focus of the keyboard, while it is in the panel. */
export class PanelFocus {
  readonly #body: Locator;

  constructor(frame: FrameLocator) {
    this.#body = frame.locator('body');
  }

  /**
   * Where in the panel the focus is: the components around it, then the element, as `ha-panel ha-card button.open`.
   * Empty while the focus is elsewhere in the window.
   */
  place(): Promise<string> {
    return this.#body.evaluate(() => {
      if (!document.hasFocus()) return '';
      const path: string[] = [];
      for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) {
        path.push([at.localName, ...at.classList].join('.'));
      }
      return path.join(' ');
    });
  }

  /** Waits until the keyboard is in the panel: a key pressed before would go elsewhere, and nobody would notice. */
  async arrived(): Promise<void> {
    await eventually(async () => assert.ok(await this.#body.evaluate(() => document.hasFocus())));
  }

  /** Does the element that has the focus, or what is drawn around it, stand out in the theme's colour of focus? */
  isVisible(): Promise<boolean> {
    return this.#body.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--vscode-focusBorder)';
      const colour = getComputedStyle(probe).color;
      probe.remove();
      const rings = ({ outlineStyle, outlineColor, borderTopStyle, borderTopColor }: CSSStyleDeclaration) =>
        (outlineStyle !== 'none' && outlineColor === colour) ||
        (borderTopStyle !== 'none' && borderTopColor === colour);
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      // What is drawn around it: no further out than the component that it is a part of.
      for (let at = focused; at; at = at.parentElement) {
        if (rings(getComputedStyle(at)) || rings(getComputedStyle(at, '::after'))) return true;
      }
      return false;
    });
  }
}
