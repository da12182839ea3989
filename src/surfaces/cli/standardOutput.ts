import type { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { reasonOf } from '../../files/system/atomicFile.ts';
import { inEnglish } from '../../words/problem.ts';

/**
 * Listens for what goes wrong with a stream of output.
 * @returns asked at the end, waits until all is written: what went wrong, in one line for people, else undefined. A
 *   reader that stops early (`list | head`) is no error
 */
export function watchOutput(stream: Writable): () => Promise<string | undefined> {
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
  });
  return async () => {
    await new Promise<void>((resolve) => {
      if (failure !== undefined || stream.destroyed) return resolve();
      stream.write('', () => resolve()); // in turn: all before it is written, or has failed
    });
    await nextTurn(); // in which an error is told that the last write met
    if (failure === undefined || failure.code === 'EPIPE') return undefined;
    return `The output could not be written whole: ${inEnglish(reasonOf(failure))}`;
  };
}
