import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import type { HistoryMode } from '../../src/hermes/historyMode.ts';
import { Coordinator, type CoordinatorOptions } from '../../src/scanning/coordination/coordinator.ts';
import { WORKER_FILE } from './scanWorker.ts';

/** A coordinator for a home, with the options that a test does not care about filled in. */
export function coordinatorFor(home: string, options: Partial<CoordinatorOptions> = {}): Coordinator {
  return new Coordinator({
    home,
    workerFile: WORKER_FILE,
    historyMode: 'lifetime',
    save: true,
    threads: 1,
    ttlSeconds: () => 120,
    onLog: () => undefined,
    onNotice: () => undefined,
    ...options,
  });
}

/** What an independent full scan that writes nothing makes of a home. */
export async function fullScan(home: string, historyMode: HistoryMode = 'lifetime'): Promise<Snapshot> {
  const coordinator = coordinatorFor(home, { historyMode, save: false });
  try {
    return await coordinator.rescan({ full: true });
  } finally {
    await coordinator.dispose();
  }
}
