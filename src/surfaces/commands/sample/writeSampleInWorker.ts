import { Worker } from 'node:worker_threads';
import type { SampleOptions, SampleProgress } from '../../../sample/writeSampleHome.ts';

/**
 * Writes a sample home in a worker thread.
 * @param file the worker's program
 * @throws Error when it could not be written, or `signal` ended it
 */
export function writeSampleInWorker(
  file: string | URL,
  options: SampleOptions,
  onProgress: (progress: SampleProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: options, name: 'hermes-achievements-sample' });
    signal.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.on('message', onProgress);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`The sample was not finished (${signal.aborted ? 'cancelled' : `code ${code}`})`));
    });
  });
}
