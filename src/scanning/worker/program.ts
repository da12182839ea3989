/** The scan worker's program: scans when asked, or analyses for the one that scans. */
import { parentPort, workerData } from 'node:worker_threads';
import { unknownZone } from '../../calendar/localTime.ts';
import { loadDriver } from '../../hermes/sqlite/drivers/loadDriver.ts';
import { inEnglish, problemOf } from '../../words/problem.ts';
import { serveAnalyses } from '../analysis/threads/secondThreadProgram.ts';
import type { Question } from '../questions.ts';
import { Scanner } from '../scan/scanner.ts';
import type { AnalystOptions, ScanWorkerOptions, ScanWorkerReply, ScanWorkerRequest } from './protocol.ts';
import { SnapshotSender } from './snapshotPost.ts';
import type { ScannerVoice } from './voice.ts';

const options = workerData as ScanWorkerOptions | AnalystOptions;
const port = parentPort;
if (!port) throw new Error('This program is a worker thread of the scan');

if (options.role === 'analyse') serveAnalyses(options, port);
else serveScans(options);

/** What is due now and then waits until nothing was asked for so long. */
const IDLE_MS = 3_000;

function serveScans(options: ScanWorkerOptions): void {
  const reply = (message: ScanWorkerReply): void => port!.postMessage(message);
  const sender = new SnapshotSender();
  const voice: ScannerVoice = {
    emit: (event) => reply({ type: 'event', event: sender.pack(event) }),
    log: (level, message) => reply({ type: 'log', level, message }),
    notice: (problem) => reply({ type: 'notice', problem }),
  };
  let care: NodeJS.Timeout | undefined;
  const complain = (error: unknown): void => voice.log('warn', inEnglish(problemOf(error)));
  const scanner = loadDriver().then(({ driver, notice }) => {
    if (notice !== null) voice.log('warn', notice);
    const zone = unknownZone();
    if (zone !== undefined) voice.log('warn', inEnglish(zone));
    return new Scanner(options, driver, voice);
  });
  port!.on('message', async (request: ScanWorkerRequest) => {
    clearTimeout(care);
    reply(await answer(await scanner, request, sender));
    if (request.type === 'scan')
      care = setTimeout(() => void scanner.then((idle) => idle.care()).catch(complain), IDLE_MS);
  });
}

async function answer(
  scanner: Scanner,
  request: ScanWorkerRequest,
  sender: SnapshotSender,
): Promise<ScanWorkerReply> {
  switch (request.type) {
    case 'scan':
      return { type: 'scanned', outcome: sender.pack(await scanner.scan(request.full)) };
    case 'load':
      return { type: 'loaded', snapshot: await scanner.load() };
    case 'flush':
      await scanner.flush();
      return { type: 'flushed' };
    case 'claimNews':
      return { type: 'claimed', news: await scanner.claimNews().catch(() => []) };
    case 'reset':
      return { type: 'reset', problem: await scanner.reset().then(none, problemOf) };
    case 'forgetDeleted':
      return { type: 'forgotten', outcome: await scanner.forgetDeleted().catch(problemOf) };
    case 'ask':
      return answerTo(scanner, request.number, request.question);
  }
}

async function answerTo(scanner: Scanner, number: number, question: Question): Promise<ScanWorkerReply> {
  try {
    return { type: 'answer', number, answer: await scanner.ask(question) };
  } catch (error) {
    return { type: 'unanswered', number, problem: problemOf(error) };
  }
}

const none = (): null => null;
