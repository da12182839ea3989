import type { Snapshot } from '../../files/shared/snapshot.ts';
import type { HistoryMode } from '../../hermes/historyMode.ts';
import { nowSeconds } from '../clock.ts';
import type { PublishedSnapshot } from '../ownFiles/publishedSnapshot.ts';
import type { ScanRun } from './request.ts';

/** A history that stays as it is has its snapshot dated anew on disk, for other processes, at most this often. */
const REDATE_AFTER_S = 60;

/** The latest snapshot that is known here, and what is known of the one on disk. */
export class LatestSnapshot {
  readonly #published: PublishedSnapshot;
  readonly #historyMode: HistoryMode;
  #snapshot: Snapshot | undefined;
  /** When the one on disk was generated, as far as is known here; epoch seconds. */
  #datedOnDisk = Number.NEGATIVE_INFINITY;

  constructor(published: PublishedSnapshot, historyMode: HistoryMode) {
    this.#published = published;
    this.#historyMode = historyMode;
  }

  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  set snapshot(snapshot: Snapshot | undefined) {
    this.#snapshot = snapshot;
  }

  /** The one that is known here as a scan would publish it that finds nothing new. */
  dateAnew(
    before: Snapshot,
    { id, requestedAt, startedAt }: Pick<ScanRun, 'id' | 'requestedAt' | 'startedAt'>,
  ): Snapshot {
    this.#snapshot = {
      ...before,
      generated_at: requestedAt,
      scan_meta: {
        ...before.scan_meta,
        mode: 'incremental',
        sessions_rescanned: 0,
        sessions_reused: before.scan_meta.sessions_total,
        messages_scanned: 0,
        duration_ms: performance.now() - startedAt,
        scan_id: id,
      },
    };
    return this.#snapshot;
  }

  /** Neither here nor on disk is one: this is the first scan of the history. */
  async isMissing(): Promise<boolean> {
    return this.#snapshot === undefined && (await this.#published.read()) === undefined;
  }

  /** Writes the one that is known here. */
  async save(): Promise<void> {
    if (!this.#snapshot) return;
    await this.#published.write(this.#snapshot);
    this.#datedOnDisk = this.#snapshot.generated_at;
  }

  /** The one on disk may look older to others than it has to. */
  isDueOnDisk(): boolean {
    return (this.#snapshot?.generated_at ?? 0) - this.#datedOnDisk > REDATE_AFTER_S;
  }

  /** A snapshot that somebody else finished after a request was made, if it answers it; known here from then on. */
  async takeOver({ requestedAt, full }: ScanRun): Promise<Snapshot | undefined> {
    const snapshot = await this.#published.readFromOthers();
    if (!snapshot || snapshot.error !== null) return undefined;
    // One from the future was dated before the clock was set back: it may be of any age.
    if (snapshot.generated_at < requestedAt || snapshot.generated_at > nowSeconds()) return undefined;
    const { mode, history_mode } = snapshot.scan_meta;
    const answers = mode === 'full' || (mode === 'incremental' && !full);
    if (!answers || history_mode !== this.#historyMode) return undefined;
    this.#snapshot = snapshot;
    this.#datedOnDisk = snapshot.generated_at;
    return snapshot;
  }
}
