import { parentPort, workerData } from 'node:worker_threads';

// A scan worker whose scan goes on until it is cancelled, and whose reset tells whether a cancel still holds then.
const cell = new Int32Array(workerData.cancelMemory as SharedArrayBuffer);
const isRaised = (): boolean => Atomics.load(cell, 0) !== 0;

parentPort!.on('message', ({ type }: { type: string }) => {
  if (type === 'reset') {
    parentPort!.postMessage({ type: 'reset', error: isRaised() ? 'A cancel still holds' : null });
    return;
  }
  while (!isRaised()) Atomics.wait(cell, 0, 0, 5);
  const outcome = { ok: false, message: 'The scan was cancelled', cancelled: true };
  parentPort!.postMessage({ type: 'scanned', outcome });
});
