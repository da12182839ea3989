/** A whole scan of a home in a fresh process: how much memory it takes, and how long it keeps the asking thread from its work. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCoordinator } from '../support/openCoordinator.ts';
import { PeakMemory } from '../support/peakMemory.ts';
import { bringIntoSystemCache } from '../support/systemCache.ts';
import { timeScan } from '../support/timeScan.ts';
import type { ScanOptions } from './coldScan.ts';

export interface WatchedScan {
  /** Bytes that the process took beyond what it had before the request. */
  readonly peakAboveIdle: number;
  /** Longest delay of the event loop, milliseconds. */
  readonly longestStall: number;
}

const CALM_MS = 300;
const RESOLUTION_MS = 1;

const options = JSON.parse(process.argv[2]!) as ScanOptions;
bringIntoSystemCache(options.home);
const coordinator = openCoordinator(options);
await sleep(CALM_MS); // what starting Node and this program left to do is done
const memory = new PeakMemory();
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
await timeScan(coordinator, { full: true });
delays.disable();
const result: WatchedScan = { peakAboveIdle: memory.aboveIdle(), longestStall: delays.max / 1e6 };
await coordinator.dispose();
process.stdout.write(JSON.stringify(result));
