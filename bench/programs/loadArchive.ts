/** Loads an archive as the scan worker does: milliseconds, and how many sessions it holds. */
import { openArchive } from '../../src/archive/open.ts';
import { DataDirectory } from '../../src/files/dataDirectory.ts';
import { loadDriver } from '../../src/hermes/sqlite/drivers/loadDriver.ts';
import { Ledger } from '../../src/scanning/ledger/ledger.ts';

export interface LoadedArchive {
  /** Milliseconds, until every session adds to the figures. */
  readonly ms: number;
  readonly sessions: number;
}

const { home } = JSON.parse(process.argv[2]!) as { home: string };
const directory = await DataDirectory.locate(home);
const { driver } = await loadDriver();
const started = performance.now();
const archive = await openArchive(directory, driver, { write: false });
const ledger = new Ledger({ mode: 'lifetime', generation: 3 });
for (const record of archive.load().values()) ledger.put(record);
const result: LoadedArchive = { ms: performance.now() - started, sessions: ledger.size };
process.stdout.write(JSON.stringify(result));
