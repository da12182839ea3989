import { Worker } from 'node:worker_threads';
import type { SampleOptions, SampleProgress } from '../../../sample/writeSampleHome.ts';
import { ProblemError } from '../../../words/problem.ts';
import type { SampleReply } from './sampleWorker.ts';

/**
 * Writes a sample home in a worker thread.
 * @param file the worker's program
 * @throws ProblemError when it could not be written; Error when `signal`, or something else, ended it
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
    worker.on('message', (reply: SampleReply) => {
      if ('code' in reply) reject(new ProblemError(reply));
      else onProgress(reply);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`The sample was not finished (${signal.aborted ? 'cancelled' : `code ${code}`})`));
    });
  });
}
