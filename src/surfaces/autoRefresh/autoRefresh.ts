import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Hermes writes in bursts; a refresh follows when it has been quiet for this long … */
const SETTLE_MS = 1_500;
/** … and when it never rests, at least this often. */
const LONGEST_WAIT_MS = 15_000;

/** Files whose change means that history grew. */
const WATCHED = new Set(['state.db', 'state.db-wal']);

/**
 * Watches a Hermes home for writes to its history and calls back once they settle. A home that does not exist is
 * waited for.
 */
export class AutoRefresh {
  readonly #refresh: () => void;
  #home: string | undefined;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince = 0;

  constructor(refresh: () => void) {
    this.#refresh = refresh;
  }

  /** Watches this home instead of the former one; of the same one nothing is lost that was seen and has not settled. */
  start(home: string): void {
    if (this.#watcher && this.#home === home) return;
    this.stop();
    this.#home = home;
    this.#follow(home);
  }

  stop(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #follow(home: string): void {
    const watched = nearestFolder(home);
    const onEvent = (file: string | null): void => {
      if (watched === home) this.#happenedInHome(home, file);
      else if (nearestFolder(home) !== watched) this.#followAnew(home);
    };
    try {
      this.#watcher = watch(watched, { persistent: false }, (_kind, file) => onEvent(file));
      this.#watcher.on('error', () => this.stop());
    } catch {
      // A folder that may not be watched; the next request for achievements tells what there is to tell.
      return;
    }
    // What came after the look and before the watch was seen by neither.
    if (nearestFolder(home) !== watched) this.#followAnew(home);
  }

  #happenedInHome(home: string, file: string | null): void {
    if (file !== null && WATCHED.has(file)) this.#changed();
    // The home itself was removed or replaced: a watch stays with the folder, whatever becomes of its name.
    else if (file === basename(home)) this.#followAnew(home);
  }

  #followAnew(home: string): void {
    this.#watcher?.close();
    this.#follow(home);
    if (existsSync(join(home, 'state.db'))) this.#changed();
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

/** The folder itself, or the nearest one above it that exists. */
function nearestFolder(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
