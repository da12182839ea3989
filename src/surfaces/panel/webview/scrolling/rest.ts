/** Scrolling is told when it rests. */
const REST_MS = 150;

/** Waits until something that is scrolled comes to rest. */
export class ScrollRest {
  readonly #onRest: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onRest: () => void) {
    this.#onRest = onRest;
  }

  moved(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.tell, REST_MS);
  }

  /** At once, for a page that is hidden: it is thrown away, and what has not been told by then is lost. */
  readonly tell = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#onRest();
  };
}
