import type { Archive } from '../../archive/archive.ts';
import { ARCHIVE_FILE } from '../../archive/file/archiveProblem.ts';
import type { Restoration } from '../../archive/file/guardedFile.ts';
import { openArchive } from '../../archive/open.ts';
import { agentSummary } from '../../badges/agentSummary.ts';
import { DataDirectory } from '../../files/dataDirectory.ts';
import { forgetUnlocks } from '../../files/reset.ts';
import { type ScanLock, tryScanLock } from '../../files/scanLock.ts';
import { writeAgentSummary } from '../../files/shared/agentSummaryFile.ts';
import { DashboardGeneration } from '../../files/shared/dashboardGeneration.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { readSnapshot, SNAPSHOT_FILE, writeSnapshot } from '../../files/shared/snapshotFile.ts';
import { STATE_FILE } from '../../files/shared/unlockState.ts';
import { WriteFailed } from '../../files/system/atomicFile.ts';
import { errorCode } from '../../files/system/fileSystem.ts';
import { removeLeftovers } from '../../files/system/leftovers.ts';
import type { Generation } from '../../hermes/historyMode.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import { inEnglish, type Problem, type ProblemError, problem } from '../../words/problem.ts';
import { scanProblem } from '../worker/scanProblem.ts';
import type { ScannerVoice } from '../worker/voice.ts';

/**
 * Our files as a scan sees them. Where nothing may or can be written, everything works in memory and one warning says
 * so; what could not be read is as good as absent, and the log says so.
 */
export class OwnFiles {
  readonly #home: string;
  readonly #save: boolean;
  readonly #driver: SqliteDriver;
  readonly #voice: ScannerVoice;
  readonly #generation = new DashboardGeneration();
  #archive: Archive | undefined;
  #readOnly: Archive | undefined;
  #warned = false;
  #tidied = false;
  /** Where our files are, as it was seen last. */
  #place = '';
  /** The snapshot's file as this process last wrote it. */
  #savedSnapshot: string | undefined;

  constructor(home: string, options: { readonly save: boolean }, driver: SqliteDriver, voice: ScannerVoice) {
    this.#home = home;
    this.#driver = driver;
    this.#save = options.save;
    this.#voice = voice;
  }

  /** Asked for each time: Hermes may move our files to its newer place at any moment. */
  async directory(): Promise<DataDirectory> {
    const directory = await DataDirectory.locate(this.#home);
    this.#place = directory.path;
    return directory;
  }

  /** What is remembered though Hermes forgets it; another object once our files have moved. */
  async archive(): Promise<Archive> {
    const directory = await this.directory();
    if (this.#archive?.path !== directory.pathOf(ARCHIVE_FILE)) {
      this.#archive?.close();
      this.#archive = await openArchive(directory, this.#driver, { write: this.#save });
    }
    this.#tellOfRestoration(this.#archive);
    return this.#archive;
  }

  /** The same for somebody who only asks, before any scan: nothing is created or taken over. */
  async archiveToRead(): Promise<Archive> {
    if (this.#archive) return this.archive();
    this.#readOnly ??= await openArchive(await this.directory(), this.#driver, { write: false });
    return this.#readOnly;
  }

  /** Looks the archive over and copies it, where that is due. */
  async careForArchive(): Promise<void> {
    const archive = await this.archive();
    const care = archive.care();
    if (care.kind === 'failed') this.#voice.log('warn', care.problem.message);
    this.#tellOfRestoration(archive);
  }

  /** The right to scan, or null while another window or process has it. Without saving, everyone may. */
  async tryLock(): Promise<ScanLock | null> {
    if (!this.#save) {
      await this.#warnOfRefusal();
      return NO_LOCK;
    }
    const attempt = await tryScanLock(await this.directory(), this.#driver);
    if (attempt.kind === 'held') {
      await this.#tidy();
      return attempt.lock;
    }
    if (attempt.kind === 'busy') return null;
    this.#warn(attempt.reason);
    return NO_LOCK;
  }

  /** The dashboard that this home has, by what it wrote itself; undefined where nothing tells it. */
  async dashboardGeneration(): Promise<Generation | undefined> {
    try {
      return await this.#generation.find(await this.directory());
    } catch (error) {
      this.#voice.log('warn', `The dashboard's checkpoint cannot be read: ${inEnglish(scanProblem(error))}`);
      return undefined;
    }
  }

  /** Nobody has written a snapshot since this process last did. */
  async isSnapshotOurs(): Promise<boolean> {
    return this.#savedSnapshot !== undefined && (await this.#snapshotIdentity()) === this.#savedSnapshot;
  }

  async snapshot(): Promise<Snapshot | undefined> {
    try {
      return await readSnapshot(await this.directory());
    } catch (error) {
      this.#voice.log('warn', `The snapshot cannot be read: ${inEnglish(scanProblem(error))}`);
      return undefined;
    }
  }

  async savePublished(snapshot: Snapshot): Promise<void> {
    await this.#write(async (directory) => {
      await writeSnapshot(directory, snapshot);
      this.#savedSnapshot = await this.#snapshotIdentity();
      await writeAgentSummary(directory, agentSummary(snapshot.achievements, snapshot.aggregate));
    });
  }

  /** Differs once anybody has written unlocks: the dashboard, another window, a command line. */
  async unlocksIdentity(): Promise<string> {
    const directory = await this.directory();
    const archive = await this.archive();
    const state = await identityOf(directory, await directory.find(STATE_FILE));
    return `${state} ${archive.version}`;
  }

  /** Whether anything of ours is written at all. */
  get mayWrite(): boolean {
    return this.#save;
  }

  /** There is a place for our files: a failure creates none. */
  async hasPlace(): Promise<boolean> {
    const directory = await this.directory();
    return this.#save && (await directory.fs.isDirectory(directory.path).catch(() => false));
  }

  /** Removes what follows from the unlocks, and the unlocks that the dashboard shares. @throws WriteFailed */
  async forgetUnlocks(): Promise<void> {
    await forgetUnlocks(await this.directory());
  }

  wereSetAside(names: readonly string[]): void {
    for (const name of names) {
      this.#voice.notice(problem('unlocks.setAside', name));
    }
  }

  /** @param error why something could not be saved; null when it was */
  saved(error: ProblemError | null): void {
    if (error) this.#warn(error.problem);
  }

  close(): void {
    this.#archive?.close();
    this.#readOnly?.close();
  }

  async #write(write: (directory: DataDirectory) => Promise<unknown>): Promise<void> {
    if (!this.#save) return;
    try {
      await write(await this.directory());
    } catch (error) {
      if (!(error instanceof WriteFailed) && errorCode(error) === undefined) throw error;
      this.#warn(scanProblem(error));
    }
  }

  async #snapshotIdentity(): Promise<string | undefined> {
    const directory = await this.directory();
    return identityOf(directory, directory.pathOf(SNAPSHOT_FILE));
  }

  /** Who writes nothing still wants to read what is remembered. */
  async #warnOfRefusal(): Promise<void> {
    const refusal = await (await this.directory()).refusal();
    if (refusal) this.#warn(refusal.problem);
  }

  async #tidy(): Promise<void> {
    if (this.#tidied) return;
    this.#tidied = true;
    const removed = await removeLeftovers(await this.directory());
    if (removed > 0) this.#voice.log('info', `${removed} unfinished files of an earlier scan were removed`);
  }

  #tellOfRestoration(archive: Archive): void {
    const restored = archive.takeRestoration();
    if (restored) this.#voice.notice(restorationProblem(restored));
  }

  #warn(reason: Problem): void {
    this.#voice.log('warn', inEnglish(reason));
    if (this.#warned) return;
    this.#warned = true;
    this.#voice.notice(
      problem(this.#save ? 'unlocks.inMemoryOnly' : 'archive.notRemembered', reason, this.#place),
    );
  }
}

/** Undefined for what may not be looked at, too. */
async function identityOf(directory: DataDirectory, path: string): Promise<string | undefined> {
  return directory.fs.identity(path).catch(() => undefined);
}

function restorationProblem({ setAside, sessions, steps, backupMadeAt }: Restoration): Problem {
  const copy = backupMadeAt === null ? null : isoMinute(backupMadeAt);
  if (setAside === null) return problem('archive.restoredLost', copy ?? '', sessions, steps);
  return copy === null
    ? problem('archive.restored', setAside, sessions, steps)
    : problem('archive.restoredWithCopy', setAside, copy, sessions, steps);
}

/** To the minute, in UTC. @param moment epoch milliseconds */
function isoMinute(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const NO_LOCK: ScanLock = { release: () => undefined };
