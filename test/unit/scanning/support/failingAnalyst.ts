import { parentPort, workerData } from 'node:worker_threads';

// A second thread that fails at whatever it is asked, in the words that its home consists of.
parentPort!.on('message', () => parentPort!.postMessage(JSON.parse(workerData.home)));
