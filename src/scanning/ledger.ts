import type { ContributionSource } from '../badges/evaluate.ts';
import { Leaderboards } from '../badges/leaderboards.ts';
import { type CheckpointEntry, statsFor } from '../files/checkpointEntry.ts';
import type { HistoryMode } from '../hermes/historyMode.ts';
import { Aggregator } from '../metrics/aggregate.ts';
import type { Aggregate, SessionStats } from '../metrics/sessionStats.ts';

interface Line {
  readonly entry: CheckpointEntry;
  /** What it adds to the sums; absent while the session does not count (archived, in `dashboard` mode). */
  readonly counted: SessionStats | undefined;
}

/**
 * Every analysed session and what they add up to. A changed session is subtracted and added again, so that a refresh
 * costs what changed, not what there is.
 */
export class Ledger {
  readonly #mode: HistoryMode;
  readonly #lines = new Map<string, Line>();
  readonly #aggregator = new Aggregator();
  readonly #leaderboards = new Leaderboards();
  #countedSessions = 0;

  constructor(mode: HistoryMode) {
    this.#mode = mode;
  }

  /** How many sessions add to the sums. */
  get countedSessions(): number {
    return this.#countedSessions;
  }

  get contributions(): ContributionSource {
    return this.#leaderboards;
  }

  get(id: string): CheckpointEntry | undefined {
    return this.#lines.get(id)?.entry;
  }

  ids(): IterableIterator<string> {
    return this.#lines.keys();
  }

  /** Everything known, for the checkpoint. */
  entries(): Map<string, CheckpointEntry> {
    return new Map([...this.#lines].map(([id, { entry }]) => [id, entry]));
  }

  /** Puts a session's figures in place of what was known of it. */
  put(id: string, entry: CheckpointEntry, archived: boolean): void {
    const before = this.#lines.get(id)?.counted;
    const counted = archived && this.#mode === 'dashboard' ? undefined : statsFor(entry, this.#mode);
    this.#lines.set(id, { entry, counted });
    if (before) this.#aggregator.subtract(before);
    if (counted) {
      this.#aggregator.add(counted);
      this.#leaderboards.add(counted);
    } else if (before) {
      this.#leaderboards.remove({ session_id: id });
    }
    this.#countedSessions += Number(counted !== undefined) - Number(before !== undefined);
  }

  remove(id: string): void {
    const line = this.#lines.get(id);
    if (!line) return;
    this.#lines.delete(id);
    if (!line.counted) return;
    this.#aggregator.subtract(line.counted);
    this.#leaderboards.remove({ session_id: id });
    this.#countedSessions--;
  }

  figures(): Aggregate {
    return this.#aggregator.figures();
  }
}
