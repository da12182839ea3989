import { Worker } from 'node:worker_threads';
import type { TranscriptReply } from './protocol.ts';
import type { TranscriptQuestion } from './read.ts';

/**
 * Has a transcript made in a worker thread of its own.
 * @param file the worker's program
 * @throws Error when the worker ended without an answer, or `signal` ended it
 */
export function askForTranscript(
  file: string | URL,
  question: TranscriptQuestion,
  signal: AbortSignal,
): Promise<TranscriptReply> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Error('The transcript is not wanted any more'));
      return;
    }
    const worker = new Worker(file, { workerData: question, name: 'hermes-achievements-transcript' });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The transcript was not finished'));
    });
  });
}
