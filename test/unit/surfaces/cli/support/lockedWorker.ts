import { BroadcastChannel, workerData } from 'node:worker_threads';
import { WORKER_FILE } from '../../../../support/scanWorker.ts';

export const LOCKED = 'the history is locked';

/** So often is a cancel only looked for by who waits for a lock. */
const LOOKS = 10;

// A scan worker that says when it waits for a lock. Its clock moves by a millisecond each time that it is looked at, so
// that it waits as long as it takes to be heard, on any machine.
if (workerData) {
  let now = performance.now();
  performance.now = () => now++;
  const { load } = Atomics;
  let looks = 0;
  Atomics.load = ((cell: Int32Array, at: number) => {
    if (cell.buffer === workerData.cancelMemory && ++looks === LOOKS)
      new BroadcastChannel(LOCKED).postMessage(null);
    return load(cell, at);
  }) as typeof load;
  await import(WORKER_FILE.href);
}
