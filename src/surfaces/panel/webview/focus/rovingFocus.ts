import type { LitElement, ReactiveController } from 'lit';

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowDown: (index, last) => (index === last ? 0 : index + 1),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  ArrowUp: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_, last) => last,
};

export interface RovingOptions {
  /** Selects the controls of the group. */
  readonly controls: string;
  /** What an arrow key does besides moving the focus; a choice of one among several is made by it. */
  readonly onMove?: (control: HTMLElement) => void;
}

/** Makes a group of controls one stop of the Tab key, with the arrow keys, Home and End moving inside. */
export class RovingFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RovingOptions;
  #current: HTMLElement | undefined;

  constructor(host: LitElement, options: RovingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** A focus that moves inside is not heard of outside. */
  hostConnected(): void {
    const root = this.#host.renderRoot;
    root.addEventListener('focusin', this.#focused);
    root.addEventListener('keydown', this.#pressed);
  }

  hostUpdated(): void {
    const controls = this.#controls();
    const chosen = controls.find((control) => control.ariaChecked === 'true');
    const kept = controls.find((control) => control === this.#current);
    this.#makeStop(chosen ?? kept ?? controls[0]);
  }

  #controls(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#options.controls)];
  }

  #makeStop(stop: HTMLElement | undefined): void {
    this.#current = stop;
    for (const control of this.#controls()) control.tabIndex = control === stop ? 0 : -1;
  }

  readonly #focused = (event: Event): void => {
    const control = this.#controlOf(event);
    if (control) this.#makeStop(control);
  };

  readonly #pressed = (event: Event): void => {
    const control = this.#controlOf(event);
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    const step = STEPS[key];
    if (!control || !step || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    const controls = this.#controls().filter((candidate) => candidate.checkVisibility());
    const next = controls[step(controls.indexOf(control), controls.length - 1)];
    next?.focus();
    if (next) this.#options.onMove?.(next);
  };

  #controlOf(event: Event): HTMLElement | undefined {
    const path = event.composedPath();
    return this.#controls().find((control) => path.includes(control));
  }
}
