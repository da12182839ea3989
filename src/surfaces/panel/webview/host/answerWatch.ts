/** Long enough for a host that is busy; a host that has died never answers. */
const PATIENCE_MS = 3000;

/** Tells when the host has left a click without an answer. */
export class AnswerWatch {
  readonly #onSilence: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
  }

  /** The host was asked for something: any message from it is an answer. */
  asked(): void {
    this.#timer ??= setTimeout(this.#onSilence, PATIENCE_MS);
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
