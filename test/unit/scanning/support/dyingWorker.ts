import { parentPort } from 'node:worker_threads';

// A scan worker that ends without a word as soon as it is asked to scan.
parentPort!.on('message', () => process.exit(3));
