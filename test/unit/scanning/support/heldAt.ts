import { parentPort, workerData } from 'node:worker_threads';
import { WORKER_FILE } from '../../../support/scanWorker.ts';

const RAISED = 1;

/**
 * Makes of this thread a scan worker whose first scan stands still at its first event of a kind, once that was told,
 * until it is cancelled: however fast it reads, it is not finished by then.
 */
export async function scanHeldAt(kind: string): Promise<void> {
  const cancel = new Int32Array(workerData.cancelMemory as SharedArrayBuffer);
  const post = parentPort!.postMessage.bind(parentPort!);
  // Sessions are read in groups of a few milliseconds: by this clock, of a few sessions on any machine.
  let now = performance.now();
  performance.now = () => now++;
  let wasHeld = false;
  parentPort!.postMessage = (message) => {
    post(message);
    if (wasHeld || message.type !== 'event' || message.event.event !== kind) return;
    wasHeld = true;
    // Nobody is woken by a cancel.
    while (Atomics.load(cancel, 0) !== RAISED) Atomics.wait(cancel, 0, 0, 5);
  };
  await import(WORKER_FILE.href);
}
