import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps the keyboard's focus on what it was on, not where that was, while a list changes: each control says in `data-of`
 * what it stands for. Where that is gone the list itself, marked `data-list`, takes the focus: Enter then does nothing
 * that was not meant, and Tab goes on from there.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  #focused: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.hasUpdated ? this.#keyInFocus() : undefined;
  }

  hostUpdated(): void {
    const wanted = this.#focused;
    if (wanted === undefined || this.#keyInFocus() === wanted) return;
    const root = this.#host.renderRoot;
    const controls = [...root.querySelectorAll<HTMLElement>('[data-of]')];
    const control = controls.find((candidate) => candidate.dataset.of === wanted);
    (control ?? root.querySelector<HTMLElement>('[data-list]'))?.focus({ preventScroll: true });
  }

  #keyInFocus(): string | undefined {
    const focused = (this.#host.renderRoot as ShadowRoot).activeElement;
    return focused instanceof HTMLElement ? focused.dataset.of : undefined;
  }
}
