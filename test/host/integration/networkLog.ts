import { appendFileSync, readFileSync } from 'node:fs';
import { REPORT_VARIABLE } from '../runtime/suiteReport.ts';

/** What a thread of the extension host did. */
export interface NetworkNote {
  /** The thread's program; `host` for the extension host's own thread. */
  readonly thread: string;
  /** The call that would reach a network; `watched` when the watch begins. */
  readonly call: string;
  /** Whom it would reach. */
  readonly target: string;
}

/** A note is one line: lines of several threads do not mix. */
export function writeNote(note: NetworkNote): void {
  appendFileSync(file(), `${JSON.stringify(note)}\n`);
}

/** The notes of all threads so far, each call once for each time that it was made. */
export function readNotes(): NetworkNote[] {
  const lines = readFileSync(file(), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as NetworkNote);
}

function file(): string {
  return `${process.env[REPORT_VARIABLE]}.network`;
}
