import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

// A scan worker that throws the first time it is asked anything in a home, and answers, not at once, from then on.
parentPort!.on('message', () => {
  const mark = join(workerData.home, 'thrown');
  if (!existsSync(mark)) {
    writeFileSync(mark, '');
    throw new Error('no');
  }
  const outcome = { ok: false, message: 'answered', cancelled: false };
  setTimeout(() => parentPort!.postMessage({ type: 'scanned', outcome }), 200);
});
