import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import { Archives } from './archives.ts';
import { Dashboard } from './dashboard.ts';
import { Place } from './place.ts';
import { PublishedSnapshot } from './publishedSnapshot.ts';
import { SavingWarning } from './savingWarning.ts';
import { ScanRight } from './scanRight.ts';

/**
 * Our files as a scan sees them. Where nothing may or can be written, everything works in memory and one warning says
 * so; what could not be read is as good as absent, and the log says so.
 */
export class OwnFiles {
  readonly place: Place;
  readonly warning: SavingWarning;
  readonly archives: Archives;
  readonly published: PublishedSnapshot;
  readonly right: ScanRight;
  readonly dashboard: Dashboard;

  /** @param options `save`: false where nothing is to be written */
  constructor(home: string, { save }: { readonly save: boolean }, driver: SqliteDriver, voice: ScannerVoice) {
    this.place = new Place(home, save);
    this.warning = new SavingWarning(this.place, voice);
    this.archives = new Archives(this.place, driver, voice);
    this.published = new PublishedSnapshot(this.place, this.warning, voice);
    this.right = new ScanRight(this.place, driver, this.warning, voice);
    this.dashboard = new Dashboard(this.place, voice);
  }
}
