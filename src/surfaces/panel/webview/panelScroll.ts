/** Scrolling is told to the host when it rests. */
const REST_MS = 150;

/** The page's scroll position, remembered by someone else. */
export class PanelScroll {
  readonly #onRest: (scroll: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onRest: (scroll: number) => void) {
    this.#onRest = onRest;
    window.addEventListener('scroll', () => this.#moved(), { passive: true });
    // A hidden panel's page is thrown away: what has not been told by then is lost.
    document.addEventListener('visibilitychange', () => this.#tell());
    window.addEventListener('pagehide', () => this.#tell());
  }

  restore(scroll: number): void {
    window.scrollTo({ top: scroll, behavior: 'instant' });
  }

  #moved(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), REST_MS);
  }

  #tell(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#onRest(Math.max(0, Math.round(window.scrollY)));
  }
}
