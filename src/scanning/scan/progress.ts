import type { ProgressEvent } from '../events.ts';

/** A progress event is sent at most this often; the eye sees no more and the scan feels nothing. */
const INTERVAL_MS = 50;
/** Before this there is too little to estimate from. */
const ESTIMATE_AFTER_MS = 300;

/** Counts a scan's sessions and rows and tells, not too often, how far it is. */
export class ScanProgress {
  readonly #scanId: string;
  readonly #total: number;
  readonly #rowsToRead: number;
  readonly #emit: (event: ProgressEvent) => void;
  readonly #startedAt = performance.now();
  #scanned: number;
  #rowsRead = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  /**
   * @param reused sessions that need no reading; they count as scanned from the start
   * @param rowsToRead rows of the others; sessions differ too much in size to estimate from their number
   */
  constructor(
    scanId: string,
    total: number,
    reused: number,
    rowsToRead: number,
    emit: (event: ProgressEvent) => void,
  ) {
    this.#scanId = scanId;
    this.#total = total;
    this.#scanned = reused;
    this.#rowsToRead = rowsToRead;
    this.#emit = emit;
  }

  get scanned(): number {
    return this.#scanned;
  }

  /** One session of so many rows is done. */
  advance(rows: number): void {
    this.#scanned++;
    this.#rowsRead += rows;
    const now = performance.now();
    if (now - this.#toldAt < INTERVAL_MS) return;
    this.#toldAt = now;
    this.tell();
  }

  tell(): void {
    const elapsed = performance.now() - this.#startedAt;
    this.#emit({
      event: 'progress',
      scan_id: this.#scanId,
      scanned: this.#scanned,
      total: this.#total,
      elapsed_ms: elapsed,
      remaining_ms: this.#remaining(elapsed),
    });
  }

  #remaining(elapsed: number): number | null {
    if (elapsed < ESTIMATE_AFTER_MS || this.#rowsRead === 0) return null;
    return (elapsed * Math.max(0, this.#rowsToRead - this.#rowsRead)) / this.#rowsRead;
  }
}
