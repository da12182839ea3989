import { agentSummary } from '../badges/agentSummary.ts';
import type { UnlockRecords } from '../badges/unlockRecord.ts';
import type { UnlockChanges, UnlockNews } from '../badges/unlocks.ts';
import { writeAgentSummary } from '../files/agentSummaryFile.ts';
import { WriteFailed } from '../files/atomicFile.ts';
import type { CheckpointEntry } from '../files/checkpointEntry.ts';
import { CheckpointFile } from '../files/checkpointFile.ts';
import { DataDirectory } from '../files/dataDirectory.ts';
import { errorCode } from '../files/fileSystem.ts';
import { removeLeftovers } from '../files/leftovers.ts';
import { forgetEverything } from '../files/reset.ts';
import { type ScanLock, tryScanLock } from '../files/scanLock.ts';
import { appendRun, type Run } from '../files/scanStatusFile.ts';
import type { Snapshot } from '../files/snapshot.ts';
import { readSnapshot, SNAPSHOT_FILE, writeSnapshot } from '../files/snapshotFile.ts';
import { UnlockBook } from '../files/unlockBook.ts';
import { HISTORY_FILE } from '../files/unlockHistoryFile.ts';
import { STATE_FILE } from '../files/unlockState.ts';
import type { SqliteDriver } from '../hermes/sqlite/driver.ts';
import { errorWords } from './errorWords.ts';
import type { ScannerVoice } from './scannerVoice.ts';

/** What the recording of unlocks gives back to the scan. */
export interface RecordedUnlocks {
  readonly records: UnlockRecords;
  /** What the asker is to announce; for one that announces nothing, what this scan found. */
  readonly news: readonly UnlockNews[];
}

/**
 * Our files as a scan sees them. Where nothing may or can be written, everything works in memory and one warning says
 * so; what could not be read is as good as absent, and the log says so.
 */
export class OwnFiles {
  readonly #home: string;
  readonly #save: boolean;
  readonly #announce: boolean;
  readonly #driver: SqliteDriver;
  readonly #voice: ScannerVoice;
  readonly #checkpoint = new CheckpointFile();
  readonly #unlocks = new UnlockBook();
  #warned = false;
  #tidied = false;
  /** The files of unlocks as they were when unlocks were last recorded, and what they held if that is certain. */
  #recorded: { readonly identity: string; readonly records: UnlockRecords | undefined } | undefined;
  /** The snapshot's file as this process last wrote it. */
  #savedSnapshot: string | undefined;

  constructor(
    home: string,
    options: { readonly save: boolean; readonly announce: boolean },
    driver: SqliteDriver,
    voice: ScannerVoice,
  ) {
    this.#home = home;
    this.#driver = driver;
    this.#save = options.save;
    this.#announce = options.announce;
    this.#voice = voice;
  }

  /** The right to scan, or null while another window or process has it. Without saving, everyone may. */
  async tryLock(): Promise<ScanLock | null> {
    if (!this.#save) return NO_LOCK;
    const attempt = await tryScanLock(await this.#directory(), this.#driver);
    if (attempt.kind === 'held') {
      await this.#tidy();
      return attempt.lock;
    }
    if (attempt.kind === 'busy') return null;
    this.#warn(attempt.reason);
    return NO_LOCK;
  }

  /** Nobody has written a snapshot since this process last did. */
  async isSnapshotOurs(): Promise<boolean> {
    return this.#savedSnapshot !== undefined && (await this.#snapshotIdentity()) === this.#savedSnapshot;
  }

  async snapshot(): Promise<Snapshot | undefined> {
    try {
      return await readSnapshot(await this.#directory());
    } catch (error) {
      this.#voice.log('warn', `The snapshot cannot be read: ${errorWords(error)}`);
      return undefined;
    }
  }

  async loadCheckpoint(): Promise<Map<string, CheckpointEntry>> {
    try {
      const { entries, dropped, problem } = await this.#checkpoint.load(await this.#directory());
      if (problem !== null) this.#voice.log('warn', problem);
      if (dropped > 0) this.#voice.log('warn', `${dropped} entries of the checkpoint made no sense`);
      return entries;
    } catch (error) {
      this.#voice.log('warn', `The checkpoint cannot be read: ${errorWords(error)}`);
      return new Map();
    }
  }

  /** @param exists whether Hermes still has a session */
  async saveCheckpoint(
    entries: ReadonlyMap<string, CheckpointEntry>,
    exists: (sessionId: string) => boolean,
  ): Promise<boolean> {
    return this.#write((directory) =>
      this.#checkpoint.save(directory, entries, { exists, now: nowSeconds() }),
    );
  }

  /** @param detect compares the scan's figures with what is remembered */
  async recordUnlocks(detect: (records: UnlockRecords) => UnlockChanges): Promise<RecordedUnlocks> {
    const before = await this.#unlocksIdentity();
    const known = before === this.#recorded?.identity ? this.#recorded.records : undefined;
    if (known && detect(known).news.length === 0) return { records: known, news: [] };
    const options = { announce: this.#announce, save: this.#save };
    let found: readonly UnlockNews[] = [];
    const detectAndKeep = (known: UnlockRecords): UnlockChanges => {
      const changes = detect(known);
      found = changes.news;
      return changes;
    };
    const { records, news, setAside, problem } = await this.#unlocks.record(
      await this.#directory(),
      detectAndKeep,
      options,
    );
    for (const name of setAside) {
      this.#voice.notice(
        `A damaged file of unlocks was set aside as ${name}; what is known of it was restored.`,
      );
    }
    if (problem) this.#warn(problem.message);
    const identity = await this.#unlocksIdentity();
    // Where something was written meanwhile, it may have been the dashboard that wrote last.
    this.#recorded = { identity, records: problem || identity !== before ? undefined : records };
    return { records, news: this.#announce ? news : found };
  }

  /**
   * Takes it upon the asker to announce what nobody has announced yet; to be used by the holder of the scan lock.
   * @returns one news a badge, from the tier last announced to the best
   */
  async claimNews(): Promise<readonly UnlockNews[]> {
    const nothingFound = (): UnlockChanges => ({ news: [], records: {} });
    const options = { announce: true, save: this.#save };
    const before = await this.#unlocksIdentity();
    const { news, problem } = await this.#unlocks.record(await this.#directory(), nothingFound, options);
    if (problem) this.#warn(problem.message);
    // What was written now is known: the next scan need not look at it.
    if (this.#recorded?.identity === before)
      this.#recorded = { ...this.#recorded, identity: await this.#unlocksIdentity() };
    return news;
  }

  /** Nobody else has written unlocks since they were last recorded here. */
  async areUnchanged(): Promise<boolean> {
    return this.#recorded !== undefined && (await this.#unlocksIdentity()) === this.#recorded.identity;
  }

  async savePublished(snapshot: Snapshot): Promise<void> {
    await this.#write(async (directory) => {
      await writeSnapshot(directory, snapshot);
      this.#savedSnapshot = await this.#snapshotIdentity();
      await writeAgentSummary(directory, agentSummary(snapshot.achievements, snapshot.aggregate));
    });
  }

  /** Notes how a scan went, where there is a place for it: a failure creates none. */
  async noteRun(run: Run): Promise<void> {
    await this.#write(async (directory) => {
      if (await directory.fs.isDirectory(directory.path)) await appendRun(directory, run);
    });
  }

  /** @throws WriteFailed */
  async forget(): Promise<void> {
    this.#unlocks.forget();
    this.#recorded = undefined;
    await forgetEverything(await this.#directory());
  }

  async #write(write: (directory: DataDirectory) => Promise<unknown>): Promise<boolean> {
    if (!this.#save) return false;
    try {
      await write(await this.#directory());
      return true;
    } catch (error) {
      if (!(error instanceof WriteFailed) && errorCode(error) === undefined) throw error;
      this.#warn(errorWords(error));
      return false;
    }
  }

  async #snapshotIdentity(): Promise<string | undefined> {
    const directory = await this.#directory();
    return directory.fs.identity(directory.pathOf(SNAPSHOT_FILE));
  }

  async #unlocksIdentity(): Promise<string> {
    const directory = await this.#directory();
    const identities = [STATE_FILE, HISTORY_FILE].map(async (name) =>
      directory.fs.identity(await directory.find(name)),
    );
    return (await Promise.all(identities)).join();
  }

  async #tidy(): Promise<void> {
    if (this.#tidied) return;
    this.#tidied = true;
    const removed = await removeLeftovers(await this.#directory());
    if (removed > 0) this.#voice.log('info', `${removed} unfinished files of an earlier scan were removed`);
  }

  #warn(reason: string): void {
    this.#voice.log('warn', reason);
    if (this.#warned) return;
    this.#warned = true;
    this.#voice.notice(`Badges cannot be saved and are kept in memory only. ${reason}`);
  }

  /** Asked for each time: Hermes may move our files to its newer place at any moment. */
  #directory(): Promise<DataDirectory> {
    return DataDirectory.locate(this.#home);
  }
}

const NO_LOCK: ScanLock = { release: () => undefined };

function nowSeconds(): number {
  return Date.now() / 1000;
}
