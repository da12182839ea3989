import { existsSync, type FSWatcher, realpathSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Hermes writes in bursts; a refresh follows when it has been quiet for this long … */
const SETTLE_MS = 1_500;
/** … and when it never rests, at least this often. */
const LONGEST_WAIT_MS = 15_000;

const HISTORY = 'state.db';
/** Beside the file, wherever a link to it leads. */
const LOG_SUFFIX = '-wal';

/**
 * Watches a Hermes home for writes to its history and calls back once they settle. A home that does not exist is
 * waited for.
 */
export class AutoRefresh {
  readonly #refresh: () => void;
  #home: string | undefined;
  #watcher: FSWatcher | undefined;
  /** Watches the folder of the file that the history is a link to. */
  #targetWatcher: FSWatcher | undefined;
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
    this.#targetWatcher?.close();
    this.#watcher = undefined;
    this.#targetWatcher = undefined;
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
    this.#followLink(home);
    // What came after the look and before the watch was seen by neither.
    if (nearestFolder(home) !== watched) this.#followAnew(home);
  }

  /** Where the history is a link, what is written shows in the folder of its target. */
  #followLink(home: string): void {
    this.#targetWatcher?.close();
    this.#targetWatcher = undefined;
    try {
      const target = realpathSync.native(join(home, HISTORY));
      const folder = dirname(target);
      if (folder === realpathSync.native(home)) return;
      this.#targetWatcher = watch(folder, { persistent: false }, (_kind, file) => {
        if (isOfHistory(file, basename(target))) this.#changed();
      });
      this.#targetWatcher.on('error', () => this.#targetWatcher?.close());
    } catch {
      // No history yet, or a folder that may not be watched.
    }
  }

  #happenedInHome(home: string, file: string | null): void {
    if (file === HISTORY) this.#followLink(home);
    if (isOfHistory(file, HISTORY)) this.#changed();
    // The home itself was removed or replaced: a watch stays with the folder, whatever becomes of its name.
    else if (file === basename(home)) this.#followAnew(home);
  }

  #followAnew(home: string): void {
    this.#watcher?.close();
    this.#follow(home);
    if (existsSync(join(home, HISTORY))) this.#changed();
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

/** A change of this file means that history grew. */
function isOfHistory(file: string | null, name: string): boolean {
  return file === name || file === name + LOG_SUFFIX;
}

/** The folder itself, or the nearest one above it that exists. */
function nearestFolder(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
