import { Worker } from 'node:worker_threads';
import type { AnalystOptions, ScanWorkerOptions } from './protocol.ts';

/** What a scan reads lives for a moment only: collected early, it takes half the memory and no more time. */
const YOUNG_GENERATION_MB = 8;
/**
 * A session takes five kilobytes, so this serves hundreds of thousands. V8 lets the heap of a thread that may not have
 * more grow to twice what is in use before it collects; of one that may, to four times.
 */
const OLD_GENERATION_MB = 2_000;

/** What V8 may take in a thread of the scan; megabytes. */
export const THREAD_LIMITS = {
  maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
  maxOldGenerationSizeMb: OLD_GENERATION_MB,
} as const;

/** Starts a thread of the scan. @param file the scan worker's program */
export function startThread(
  file: string | URL,
  options: ScanWorkerOptions | AnalystOptions,
  name: string,
): Worker {
  return new Worker(file, { workerData: options, name, resourceLimits: THREAD_LIMITS });
}
