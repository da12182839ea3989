import type { Archive } from '../../archive/archive.ts';
import { ARCHIVE_FILE } from '../../archive/file/archiveProblem.ts';
import type { Restoration } from '../../archive/file/guardedFile.ts';
import { openArchive } from '../../archive/open.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import { type Problem, problem } from '../../words/problem.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import type { Place } from './place.ts';

/** The archive of a home, for who scans and for who only asks. */
export class Archives {
  readonly #place: Place;
  readonly #driver: SqliteDriver;
  readonly #voice: ScannerVoice;
  #current: Archive | undefined;
  #readOnly: Archive | undefined;

  constructor(place: Place, driver: SqliteDriver, voice: ScannerVoice) {
    this.#place = place;
    this.#driver = driver;
    this.#voice = voice;
  }

  /** What is remembered though Hermes forgets it; another object once our files have moved. */
  async current(): Promise<Archive> {
    const directory = await this.#place.directory();
    if (this.#current?.path !== directory.pathOf(ARCHIVE_FILE)) {
      this.#current?.close();
      this.#current = await openArchive(directory, this.#driver, { write: this.#place.mayWrite });
    }
    this.#tellOfRestoration(this.#current);
    return this.#current;
  }

  /** The same for somebody who only asks, before any scan: nothing is created or taken over. */
  async toRead(): Promise<Archive> {
    if (this.#current) return this.current();
    this.#readOnly ??= await openArchive(await this.#place.directory(), this.#driver, { write: false });
    return this.#readOnly;
  }

  /** Looks the archive over and copies it, where that is due. */
  async care(): Promise<void> {
    const archive = await this.current();
    const care = archive.care();
    if (care.kind === 'failed') this.#voice.log('warn', care.problem.message);
    this.#tellOfRestoration(archive);
  }

  close(): void {
    this.#current?.close();
    this.#readOnly?.close();
  }

  #tellOfRestoration(archive: Archive): void {
    const restored = archive.takeRestoration();
    if (restored) this.#voice.notice(restorationProblem(restored));
  }
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
