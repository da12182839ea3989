/** Loads an archive as the scan worker does, in a thread of the same limits: milliseconds, and how many sessions it holds. */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openArchive } from '../../src/archive/open.ts';
import { DataDirectory } from '../../src/files/dataDirectory.ts';
import { loadDriver } from '../../src/hermes/sqlite/drivers/loadDriver.ts';
import { Ledger } from '../../src/scanning/ledger/ledger.ts';
import { THREAD_LIMITS } from '../../src/scanning/worker/startThread.ts';

export interface LoadedArchive {
  /** Milliseconds, until every session adds to the figures; without the start of the thread. */
  readonly ms: number;
  readonly sessions: number;
}

if (isMainThread) {
  const file = fileURLToPath(import.meta.url);
  const { home } = JSON.parse(process.argv[2]!) as { home: string };
  new Worker(file, { workerData: home, resourceLimits: THREAD_LIMITS }).once('message', (loaded) =>
    process.stdout.write(JSON.stringify(loaded)),
  );
} else {
  parentPort!.postMessage(await load(workerData as string));
}

async function load(home: string): Promise<LoadedArchive> {
  const directory = await DataDirectory.locate(home);
  const { driver } = await loadDriver();
  const started = performance.now();
  const archive = await openArchive(directory, driver, { write: false });
  const ledger = new Ledger({ mode: 'lifetime', generation: 3 });
  ledger.putAll(archive.load());
  return { ms: performance.now() - started, sessions: ledger.size };
}
