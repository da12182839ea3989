import { setTimeout as sleep } from 'node:timers/promises';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { tryScanLock } from '../../../src/files/scanLock.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { ProblemError } from '../../../src/words/problem.ts';

/**
 * Takes the right to scan a home, as another window does that scans it: whatever scan is asked for now waits, so that
 * there is all the time in the world to look at it or to cancel it.
 * @returns lets it go on
 */
export async function holdScans(home: string): Promise<() => void> {
  const { driver } = await loadDriver();
  for (;;) {
    const attempt = await tryScanLock(await DataDirectory.locate(home), driver);
    if (attempt.kind === 'unavailable') throw new ProblemError(attempt.reason);
    if (attempt.kind === 'held') return () => attempt.lock.release();
    await sleep(5); // somebody scans at this moment
  }
}
