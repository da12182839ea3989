/** The worker's program: makes one transcript, so that a session of any size is read beside the editor's own work. */
import { parentPort, workerData } from 'node:worker_threads';
import { HermesDatabaseError } from '../../../hermes/sqlite/databaseError.ts';
import { loadDriver } from '../../../hermes/sqlite/drivers/loadDriver.ts';
import type { TranscriptReply } from './protocol.ts';
import { readTranscriptDocument, type TranscriptQuestion } from './read.ts';

void answer(workerData as TranscriptQuestion).then(reply);

async function answer(question: TranscriptQuestion): Promise<TranscriptReply> {
  try {
    const { driver } = await loadDriver();
    const transcript = readTranscriptDocument(question, driver);
    return transcript ? { type: 'transcript', transcript } : { type: 'no-session' };
  } catch (error) {
    // Only messages of our own are known to hold nothing of the history.
    const message =
      error instanceof HermesDatabaseError ? error.message : `internal error (${nameOf(error)})`;
    return { type: 'failed', message };
  }
}

function reply(message: TranscriptReply): void {
  const buffers =
    message.type === 'transcript'
      ? [message.transcript.matches.buffer as ArrayBuffer, message.transcript.folds.buffer as ArrayBuffer]
      : [];
  parentPort?.postMessage(message, buffers);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
