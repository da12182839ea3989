import { parentPort, workerData } from 'node:worker_threads';
import { problem } from '../../../../src/words/problem.ts';

// A scan worker whose scan goes on until it is cancelled, and whose reset tells whether a cancel still holds then.
const cell = new Int32Array(workerData.cancelMemory as SharedArrayBuffer);
const isRaised = (): boolean => Atomics.load(cell, 0) !== 0;

parentPort!.on('message', ({ type }: { type: string }) => {
  if (type === 'reset') {
    parentPort!.postMessage({
      type: 'reset',
      problem: isRaised() ? problem('other', 'A cancel still holds') : null,
    });
    return;
  }
  while (!isRaised()) Atomics.wait(cell, 0, 0, 5);
  const outcome = { ok: false, problem: problem('scan.cancelled'), cancelled: true };
  parentPort!.postMessage({ type: 'scanned', outcome });
});
