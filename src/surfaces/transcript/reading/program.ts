/** The worker's program: makes one transcript, so that a session of any size is read beside the editor's own work. */
import { parentPort, workerData } from 'node:worker_threads';
import { HermesDatabaseError } from '../../../hermes/sqlite/databaseError.ts';
import { loadDriver } from '../../../hermes/sqlite/drivers/loadDriver.ts';
import { type Problem, problem } from '../../../words/problem.ts';
import type { TranscriptReply } from './protocol.ts';
import { readTranscriptDocument, type TranscriptQuestion } from './read.ts';

void answer(workerData as TranscriptQuestion).then(reply);

async function answer(question: TranscriptQuestion): Promise<TranscriptReply> {
  try {
    const { driver } = await loadDriver();
    const transcript = readTranscriptDocument(question, driver);
    return transcript ? { type: 'transcript', transcript } : { type: 'no-session' };
  } catch (error) {
    return { type: 'failed', problem: problemWith(error) };
  }
}

function reply(message: TranscriptReply): void {
  const buffers =
    message.type === 'transcript'
      ? [message.transcript.matches.buffer as ArrayBuffer, message.transcript.folds.buffer as ArrayBuffer]
      : [];
  parentPort?.postMessage(message, buffers);
}

/** Only problems of our own are known to hold nothing of the history. */
function problemWith(error: unknown): Problem {
  return error instanceof HermesDatabaseError ? error.problem : problem('reason.internal', nameOf(error));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
