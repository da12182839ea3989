import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { acquireScanLock } from '../../../src/files/scanLock.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';

/**
 * Takes the right to scan a home, as another window does that scans it: whatever scan is asked for now waits, so that
 * there is all the time in the world to look at it or to cancel it.
 * @returns lets it go on
 */
export async function holdScans(home: string): Promise<() => void> {
  const { driver } = await loadDriver();
  const held = await acquireScanLock(await DataDirectory.locate(home), driver);
  if (held.kind !== 'held') throw new Error(held.reason);
  return () => held.lock.release();
}
