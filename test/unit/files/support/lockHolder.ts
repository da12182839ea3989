import { parentPort, workerData } from 'node:worker_threads';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { tryScanLock } from '../../../../src/files/scanLock.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';

// Tries for the lock of a home, says how it went and keeps what it got until it is ended; a process or a thread.
const home: string = workerData?.home ?? process.argv[2];
const { driver } = await loadDriver();
const attempt = await tryScanLock(await DataDirectory.locate(home), driver);
if (parentPort) parentPort.postMessage(attempt.kind);
else process.stdout.write(`${attempt.kind}\n`);
// Holding on to the attempt keeps the lock from being collected as garbage.
setInterval(() => attempt, 60_000);
