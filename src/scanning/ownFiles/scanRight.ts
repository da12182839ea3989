import { type ScanLock, tryScanLock } from '../../files/scanLock.ts';
import { removeLeftovers } from '../../files/system/leftovers.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import type { Place } from './place.ts';
import type { SavingWarning } from './savingWarning.ts';

/** Of who scans without one, because nothing is written. */
const NO_LOCK: ScanLock = { release: () => undefined };

/** The right to scan a home and to write our files, which one at a time has over all windows and processes. */
export class ScanRight {
  readonly #place: Place;
  readonly #driver: SqliteDriver;
  readonly #warning: SavingWarning;
  readonly #voice: ScannerVoice;
  #tidied = false;

  constructor(place: Place, driver: SqliteDriver, warning: SavingWarning, voice: ScannerVoice) {
    this.#place = place;
    this.#driver = driver;
    this.#warning = warning;
    this.#voice = voice;
  }

  /** Null while another window or process has it. Where nothing may or can be written, everyone has it. */
  async tryTake(): Promise<ScanLock | null> {
    if (!this.#place.mayWrite) {
      await this.#warnOfRefusal();
      return NO_LOCK;
    }
    const attempt = await tryScanLock(await this.#place.directory(), this.#driver);
    if (attempt.kind === 'held') {
      await this.#tidy();
      return attempt.lock;
    }
    if (attempt.kind === 'busy') return null;
    this.#warning.tell(attempt.reason);
    return NO_LOCK;
  }

  /** Who writes nothing still wants to read what is remembered. */
  async #warnOfRefusal(): Promise<void> {
    const refusal = await (await this.#place.directory()).refusal();
    this.#warning.tell(refusal?.problem);
  }

  /** Only who has the right may take another's unfinished files away. */
  async #tidy(): Promise<void> {
    if (this.#tidied) return;
    this.#tidied = true;
    const removed = await removeLeftovers(await this.#place.directory());
    if (removed > 0) this.#voice.log('info', `${removed} unfinished files of an earlier scan were removed`);
  }
}
