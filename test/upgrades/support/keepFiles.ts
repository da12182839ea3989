/**
 * Keeps our files as this version writes them, for the versions to come: to be run once, before a release.
 *   node test/upgrades/support/keepFiles.ts
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import packageJson from '../../../package.json' with { type: 'json' };
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { Scanner } from '../../../src/scanning/scan/scanner.ts';
import { CancelFlag } from '../../../src/scanning/worker/cancelFlag.ts';
import { WORKER_FILE } from '../../support/scanWorker.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { addFirstSessions, addLastSession } from './history.ts';

const FIRST_SCAN_MS = 1_750_000_000_000;
const DAY_MS = 86_400_000;

const home = TemporaryHome.create();
try {
  await scanTwice(home);
  const target = join(import.meta.dirname, '..', packageJson.version);
  const written = join(home.path, 'plugins', 'hermes-achievements');
  mkdirSync(target);
  for (const name of readdirSync(written)) {
    if (name.endsWith('.json')) copyFileSync(join(written, name), join(target, name));
  }
} finally {
  home.remove();
}

/** Two scans with a day between, so that there is an unlock and a tier-up. */
async function scanTwice(home: TemporaryHome): Promise<void> {
  mock.timers.enable({ apis: ['Date'], now: FIRST_SCAN_MS });
  const { driver } = await loadDriver();
  const setting = {
    role: 'scan',
    home: home.path,
    historyMode: 'lifetime',
    workerFile: WORKER_FILE,
    save: true,
    threads: 1,
    cancelMemory: new CancelFlag().memory,
  } as const;
  const scanner = new Scanner(setting, driver, {
    emit: () => undefined,
    log: () => undefined,
    notice: () => undefined,
  });
  addFirstSessions(home);
  await scanner.scan(false);
  addLastSession(home);
  mock.timers.tick(DAY_MS);
  await scanner.scan(false);
  await scanner.close();
}
