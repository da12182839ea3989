import type { LitElement, ReactiveController } from 'lit';

/** How wide a component is: a chart is drawn for the room it has. */
export class MeasuredWidth implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer: ResizeObserver;
  /** CSS pixels, whole; 0 while it is not known. */
  value = 0;

  constructor(host: LitElement) {
    this.#host = host;
    this.#observer = new ResizeObserver(() => this.#measure());
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.unobserve(this.#host);
  }

  hostUpdated(): void {
    this.#measure();
  }

  #measure(): void {
    const width = Math.floor(this.#host.clientWidth);
    if (width === this.value) return;
    this.value = width;
    this.#host.requestUpdate();
  }
}
