/** A whole scan of a home in a fresh process: how long it takes. Nothing else is noted, which would take time as well. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openCoordinator } from '../support/openCoordinator.ts';
import { bringIntoSystemCache } from '../support/systemCache.ts';
import { timeScan } from '../support/timeScan.ts';

export interface ScanOptions {
  readonly home: string;
  readonly workerFile: string;
  readonly threads: number;
}

export interface ColdScanOptions extends ScanOptions {
  /** Scan once before the scan that is measured, so that all code is compiled. */
  readonly compiled?: boolean;
}

export interface ColdScan {
  /** Milliseconds, from the request to the snapshot published; the worker's start included. */
  readonly ms: number;
  /** Milliseconds of it without the worker's start and the plan. */
  readonly readingMs: number;
  readonly messages: number;
}

const CALM_MS = 300;

const options = JSON.parse(process.argv[2]!) as ColdScanOptions;
bringIntoSystemCache(options.home);
const coordinator = openCoordinator(options);
await sleep(CALM_MS); // what starting Node and this program left to do is done
if (options.compiled) await timeScan(coordinator, { full: true });
const { ms, readingMs, snapshot } = await timeScan(coordinator, { full: true });
const result: ColdScan = { ms, readingMs, messages: snapshot.scan_meta.messages_scanned };
await coordinator.dispose();
process.stdout.write(JSON.stringify(result));
