/** Reads a checkpoint as the scan worker does: milliseconds, and how many sessions it holds. */
import { CheckpointFile } from '../../src/files/checkpointFile.ts';
import { DataDirectory } from '../../src/files/dataDirectory.ts';

export interface LoadedCheckpoint {
  /** Milliseconds. */
  readonly ms: number;
  readonly sessions: number;
}

const { home } = JSON.parse(process.argv[2]!) as { home: string };
const directory = await DataDirectory.locate(home);
const started = performance.now();
const { entries } = await new CheckpointFile().load(directory);
const result: LoadedCheckpoint = { ms: performance.now() - started, sessions: entries.size };
process.stdout.write(JSON.stringify(result));
