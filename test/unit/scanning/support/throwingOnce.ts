import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { problem } from '../../../../src/words/problem.ts';

/** Makes of this thread a scan worker that throws in a home once, and answers a scan at requests of a type from then on. */
export function answerOnceThrown(when: string): void {
  parentPort!.on('message', ({ type }: { type: string }) => {
    const mark = join(workerData.home, 'thrown');
    if (!existsSync(mark)) {
      writeFileSync(mark, '');
      throw new Error('no');
    }
    const outcome = { ok: false, problem: problem('other', 'answered'), cancelled: false };
    if (type === when) parentPort!.postMessage({ type: 'scanned', outcome });
  });
}
