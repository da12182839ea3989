import { agentSummary } from '../../badges/agentSummary.ts';
import type { DataDirectory } from '../../files/dataDirectory.ts';
import { writeAgentSummary } from '../../files/shared/agentSummaryFile.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { readSnapshot, SNAPSHOT_FILE, writeSnapshot } from '../../files/shared/snapshotFile.ts';
import { WriteFailed } from '../../files/system/atomicFile.ts';
import { errorCode } from '../../files/system/fileSystem.ts';
import { inEnglish } from '../../words/problem.ts';
import { scanProblem } from '../worker/scanProblem.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import { identityOf, type Place } from './place.ts';
import type { SavingWarning } from './savingWarning.ts';

/** The snapshot on disk, through which processes on one home see each other's scans. */
export class PublishedSnapshot {
  readonly #place: Place;
  readonly #warning: SavingWarning;
  readonly #voice: ScannerVoice;
  /** Of the file as this process last wrote it. */
  #ownIdentity: string | undefined;

  constructor(place: Place, warning: SavingWarning, voice: ScannerVoice) {
    this.#place = place;
    this.#warning = warning;
    this.#voice = voice;
  }

  /** Whoever wrote it. One that cannot be read is as good as absent, and the log says so. */
  async read(): Promise<Snapshot | undefined> {
    try {
      return await readSnapshot(await this.#place.directory());
    } catch (error) {
      this.#voice.log('warn', `The snapshot cannot be read: ${inEnglish(scanProblem(error))}`);
      return undefined;
    }
  }

  /** The one that somebody else may have written since this process last wrote one; none for who saves nothing. */
  async readFromOthers(): Promise<Snapshot | undefined> {
    return this.#place.mayWrite && !(await this.#isOwn()) ? this.read() : undefined;
  }

  /** Writes it, and the summary for agents beside it. */
  async write(snapshot: Snapshot): Promise<void> {
    if (!this.#place.mayWrite) return;
    try {
      const directory = await this.#place.directory();
      await writeSnapshot(directory, snapshot);
      this.#ownIdentity = await snapshotIdentity(await this.#place.directory());
      await writeAgentSummary(directory, agentSummary(snapshot.achievements, snapshot.aggregate));
    } catch (error) {
      if (!(error instanceof WriteFailed) && errorCode(error) === undefined) throw error;
      this.#warning.tell(scanProblem(error));
    }
  }

  /** Nobody has written a snapshot since this process last did. */
  async #isOwn(): Promise<boolean> {
    return (
      this.#ownIdentity !== undefined &&
      (await snapshotIdentity(await this.#place.directory())) === this.#ownIdentity
    );
  }
}

function snapshotIdentity(directory: DataDirectory): Promise<string | undefined> {
  return identityOf(directory, directory.pathOf(SNAPSHOT_FILE));
}
