import { existsSync, type FSWatcher, realpathSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BlindReason, Watching } from '../../host/watching.ts';
import { isRemote, POLL_MS, Polling } from './polling.ts';

/** Hermes writes in bursts; a refresh follows when it has been quiet for this long … */
const SETTLE_MS = 1_500;
/** … and when it never rests, at least this often. */
const LONGEST_WAIT_MS = 15_000;

const HISTORY = 'state.db';
/** Beside the file, wherever a link to it leads. */
const LOG_SUFFIX = '-wal';

export interface AutoRefreshOptions {
  /** Hears once for each home, in words for the log, that changes are not told by the system and are looked for. */
  readonly onBlind?: (message: string) => void;
  /** A test's own. */
  readonly watchFolder?: typeof watch;
  readonly liesElsewhere?: (folder: string) => Promise<boolean>;
  readonly pollMs?: number;
}

/**
 * Watches a Hermes home for writes to its history and calls back once they settle. A home that does not exist is
 * waited for. Where watching is impossible, or tells only a part, it looks every few seconds instead.
 */
export class AutoRefresh {
  readonly #refresh: () => void;
  #home: string | undefined;
  #watcher: FSWatcher | undefined;
  /** Watches the folder of the file that the history is a link to. */
  #targetWatcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince = 0;
  readonly #polling: Polling;
  readonly #options: AutoRefreshOptions;
  readonly #toldOf = new Set<string>();
  /** Why it is looked instead of listened. */
  #blind: BlindReason | undefined;

  constructor(refresh: () => void, options: AutoRefreshOptions = {}) {
    this.#refresh = refresh;
    this.#options = options;
    this.#polling = new Polling(() => this.#changed(), options.pollMs);
  }

  /** Watches this home instead of the former one; of the same one nothing is lost that was seen and has not settled. */
  start(home: string): void {
    if ((this.#watcher || this.#polling.isRunning) && this.#home === home) return;
    this.stop();
    this.#home = home;
    this.#follow(home);
    void this.#lookWhetherRemote(home);
  }

  /** How changes are noticed now. */
  get watching(): Watching {
    if (this.#blind !== undefined && this.#polling.isRunning)
      return { kind: 'polled', seconds: this.#seconds, reason: this.#blind };
    return { kind: this.#watcher ? 'told' : 'off' };
  }

  stop(): void {
    this.#polling.stop();
    this.#blind = undefined;
    this.#home = undefined;
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
      this.#watcher = this.#watch(watched, onEvent);
      this.#watcher.on('error', (error) => this.#poll(home, reasonOf(error)));
    } catch (error) {
      this.#poll(home, reasonOf(error));
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
    let target: string;
    try {
      target = realpathSync.native(join(home, HISTORY));
      if (dirname(target) === realpathSync.native(home)) return;
    } catch {
      return; // no history yet
    }
    try {
      this.#targetWatcher = this.#watch(dirname(target), (file) => {
        if (isOfHistory(file, basename(target))) this.#changed();
      });
      this.#targetWatcher.on('error', (error) => this.#poll(home, reasonOf(error)));
    } catch (error) {
      this.#poll(home, reasonOf(error));
    }
    void this.#lookWhetherRemote(home, dirname(target));
  }

  #watch(folder: string, onEvent: (file: string | null) => void): FSWatcher {
    const { watchFolder = watch } = this.#options;
    return watchFolder(folder, { persistent: false }, (_kind, file) => onEvent(file));
  }

  /** What another machine writes shows in no watch. */
  async #lookWhetherRemote(home: string, folder = nearestFolder(home)): Promise<void> {
    const { liesElsewhere = isRemote } = this.#options;
    if ((await liesElsewhere(folder)) && this.#home === home) this.#poll(home, 'network');
  }

  get #seconds(): number {
    return Math.round((this.#options.pollMs ?? POLL_MS) / 1000);
  }

  #poll(home: string, reason: BlindReason): void {
    this.#blind ??= reason;
    if (!this.#toldOf.has(home)) {
      this.#toldOf.add(home);
      this.#options.onBlind?.(
        `The system does not tell of all changes in ${home} (${logWords(reason)}): it is looked at every ${this.#seconds} seconds`,
      );
    }
    if (!this.#polling.isRunning) this.#polling.start(home);
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

/** Why there is no watch. */
function reasonOf(error: unknown): BlindReason {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOSPC':
      return 'folder-limit';
    case 'EMFILE':
    case 'ENFILE':
      return 'file-limit';
    case 'ENOSYS':
    case 'ENOTSUP':
      return 'not-watchable';
    case 'EACCES':
    case 'EPERM':
      return 'refused';
    default:
      return { code };
  }
}

const LOG_WORDS: Readonly<Record<BlindReason & string, string>> = {
  'folder-limit': 'its limit of watched folders is reached',
  'file-limit': 'its limit of open files is reached',
  'not-watchable': 'this file system cannot be watched',
  refused: 'permission was denied',
  network: 'it lies on a network file system',
};

function logWords(reason: BlindReason): string {
  return typeof reason === 'string' ? LOG_WORDS[reason] : reason.code;
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
