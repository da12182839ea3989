/** The worker thread that writes a sample Hermes home: seconds of work that the extension host must not feel. */
import { parentPort, workerData } from 'node:worker_threads';
import { type SampleOptions, writeSampleHome } from '../../../sample/writeSampleHome.ts';

// A rejection ends the thread with an error, which the other side hears.
void writeSampleHome(workerData as SampleOptions, (progress) => parentPort?.postMessage(progress));
