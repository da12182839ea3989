/** A whole scan of a home in a fresh process: how long, how much memory, and how long the asking thread stalled. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCoordinator } from '../support/openCoordinator.ts';
import { PeakMemory } from '../support/peakMemory.ts';
import { bringIntoSystemCache } from '../support/systemCache.ts';
import { timeScan } from '../support/timeScan.ts';

export interface ColdScanOptions {
  readonly home: string;
  readonly workerFile: string;
  readonly threads: number;
  /** Scan once before the scan that is measured, so that all code is compiled. */
  readonly compiled?: boolean;
}

export interface ColdScan {
  /** Milliseconds, from the request to the snapshot published; the worker's start included. */
  readonly ms: number;
  /** Milliseconds of it without the worker's start and the plan. */
  readonly readingMs: number;
  readonly messages: number;
  /** Bytes that the process took beyond what it had before the request. */
  readonly peakAboveIdle: number;
  /** Longest delay of the event loop, milliseconds. */
  readonly longestStall: number;
}

const CALM_MS = 300;
const RESOLUTION_MS = 1;

const options = JSON.parse(process.argv[2]!) as ColdScanOptions;
bringIntoSystemCache(options.home);
const coordinator = openCoordinator(options);
await sleep(CALM_MS); // what starting Node and this program left to do is done
if (options.compiled) await timeScan(coordinator, { full: true });
const memory = new PeakMemory();
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
const { ms, readingMs, snapshot } = await timeScan(coordinator, { full: true });
delays.disable();
const result: ColdScan = {
  ms,
  readingMs,
  messages: snapshot.scan_meta.messages_scanned,
  peakAboveIdle: memory.aboveIdle(),
  longestStall: delays.max / 1e6,
};
await coordinator.dispose();
process.stdout.write(JSON.stringify(result));
