/** The worker thread that writes a sample Hermes home: seconds of work that the extension host must not feel. */
import { parentPort, workerData } from 'node:worker_threads';
import { type SampleOptions, type SampleProgress, writeSampleHome } from '../../../sample/writeSampleHome.ts';
import { type Problem, problemOf } from '../../../words/problem.ts';

/** How far it is, or why it cannot be written. */
export type SampleReply = SampleProgress | Problem;

const reply = (said: SampleReply): void => parentPort?.postMessage(said);

writeSampleHome(workerData as SampleOptions, reply).catch((error: unknown) => reply(problemOf(error)));
