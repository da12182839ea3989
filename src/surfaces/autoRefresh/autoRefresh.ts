import { type FSWatcher, watch } from 'node:fs';

/** Hermes writes in bursts; a refresh follows when it has been quiet for this long … */
const SETTLE_MS = 1_500;
/** … and when it never rests, at least this often. */
const LONGEST_WAIT_MS = 15_000;

/** Files whose change means that history grew. */
const WATCHED = new Set(['state.db', 'state.db-wal']);

/**
 * Watches a Hermes home for writes to its history and calls back once they settle. A home that does not exist (yet)
 * is not watched: `start` again when it does.
 */
export class AutoRefresh {
  readonly #refresh: () => void;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince = 0;

  constructor(refresh: () => void) {
    this.#refresh = refresh;
  }

  /** Watches this home instead of the former one. */
  start(home: string): void {
    this.stop();
    try {
      this.#watcher = watch(home, { persistent: false }, (_kind, file) => {
        if (file !== null && WATCHED.has(file)) this.#changed();
      });
      this.#watcher.on('error', () => this.stop());
    } catch {
      // No such folder: nothing to watch; the next request for achievements says so in words.
    }
  }

  stop(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #changed(): void {
    const now = Date.now();
    if (this.#timer === undefined) this.#waitingSince = now;
    else clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(SETTLE_MS, this.#waitingSince + LONGEST_WAIT_MS - now));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#refresh();
    }, wait);
  }
}
