import type { Ledger } from './ledger.ts';
import type { OwnFiles } from './ownFiles.ts';

/** During a long scan, what was analysed is written down every so often … */
const WHILE_SCANNING_MS = 5_000;
/** … but writing never takes more than this share of the time. */
const LARGEST_SHARE = 0.05;
/** After refreshes the file is written at most this often; losing the last write costs a re-analysis, nothing else. */
const BETWEEN_REFRESHES_MS = 180_000;
/** This share of all sessions is worth writing down at once: a small checkpoint always, a large one seldom. */
const WORTH_WRITING_SHARE = 0.01;
/** So many are in any case. */
const MANY_SESSIONS = 100;

/** Writes the checkpoint lazily: it is large, and only saves work. */
export class CheckpointKeeper {
  readonly #files: OwnFiles;
  #ledger: Ledger | undefined;
  #exists: (id: string) => boolean = () => true;
  /** Sessions analysed since the last save. */
  #unsaved = 0;
  #savedAt = performance.now();
  #saveTook = 0;

  constructor(files: OwnFiles) {
    this.#files = files;
  }

  /** What is to be saved from now on. @param exists whether Hermes still has a session */
  follow(ledger: Ledger, exists: (id: string) => boolean): void {
    this.#ledger = ledger;
    this.#exists = exists;
  }

  /** A session was analysed anew, or disappeared. */
  changed(): void {
    this.#unsaved++;
  }

  /** To be called now and then during a scan. */
  async saveWhileScanning(): Promise<void> {
    const since = performance.now() - this.#savedAt;
    if (since > Math.max(WHILE_SCANNING_MS, this.#saveTook / LARGEST_SHARE)) await this.flush();
  }

  /** To be called after a scan. */
  async saveAfterScan(): Promise<void> {
    const due = performance.now() - this.#savedAt > BETWEEN_REFRESHES_MS;
    const share = WORTH_WRITING_SHARE * (this.#ledger?.countedSessions ?? 0);
    if (due || this.#unsaved >= Math.min(MANY_SESSIONS, share)) await this.flush();
  }

  /** Writes everything that is only in memory. */
  async flush(): Promise<void> {
    if (this.#unsaved === 0 || !this.#ledger) return;
    const started = performance.now();
    const saving = this.#unsaved;
    const isSaved = await this.#files.saveCheckpoint(this.#ledger.entries(), this.#exists);
    this.#savedAt = performance.now();
    this.#saveTook = this.#savedAt - started;
    if (isSaved) this.#unsaved -= saving; // else the next time tries again
  }

  forget(): void {
    this.#ledger = undefined;
    this.#unsaved = 0;
  }
}
