import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import type { Generation, HistoryMode } from '../../hermes/historyMode.ts';
import type { DatabaseProblem } from '../../hermes/sqlite/databaseError.ts';
import type { Problem } from '../../words/problem.ts';
import type { Finding } from '../analysis/finding.ts';
import type { Assignment } from '../analysis/threads/assignment.ts';
import type { ScanEvent } from '../events.ts';
import type { Answer, Question } from '../questions.ts';
import type { Sent } from './snapshotPost.ts';
import type { LogLevel } from './voice.ts';

/** What every thread of a scan is born with. */
interface ThreadOptions {
  /** The Hermes home, canonical. */
  readonly home: string;
  /** Raised by the asking thread to stop the running scan. */
  readonly cancelMemory: SharedArrayBuffer;
}

/** The thread that scans (`workerData`). */
export interface ScanWorkerOptions extends ThreadOptions {
  readonly role: 'scan';
  readonly historyMode: HistoryMode;
  /** This program, to start a second thread of. */
  readonly workerFile: string | URL;
  /** False: nothing is written, not even the lock. */
  readonly save: boolean;
  /** Threads that analyse, this one included: 1 or 2. */
  readonly threads: number;
}

/** A thread that only analyses what the scanning one hands it. */
export interface AnalystOptions extends ThreadOptions {
  readonly role: 'analyse';
  /** The dashboard to count for beside `lifetime`; null for none. */
  readonly generation: Generation | null;
}

export type ScanWorkerRequest =
  | { readonly type: 'scan'; readonly full: boolean }
  /** Parse a snapshot file too big for the asking thread. */
  | { readonly type: 'load' }
  /** Write down what is only in memory. */
  | { readonly type: 'flush' }
  /** Leave it to the asker to announce what nobody has announced yet. */
  | { readonly type: 'claimNews' }
  | { readonly type: 'reset' }
  | { readonly type: 'forgetDeleted' }
  /** Answered while a scan runs, too. */
  | { readonly type: 'ask'; readonly number: number; readonly question: Question };

export type ScanWorkerReply =
  | { readonly type: 'event'; readonly event: Sent<ScanEvent> }
  /** The scan asked for has ended, files included. */
  | { readonly type: 'scanned'; readonly outcome: Sent<ScanOutcome> }
  | { readonly type: 'loaded'; readonly snapshot: Snapshot | null }
  | { readonly type: 'flushed' }
  | { readonly type: 'claimed'; readonly news: readonly UnlockNews[] }
  | { readonly type: 'reset'; readonly problem: Problem | null }
  /** How many sessions, or why they could not be forgotten. */
  | { readonly type: 'forgotten'; readonly outcome: number | Problem }
  | { readonly type: 'answer'; readonly number: number; readonly answer: Answer }
  | { readonly type: 'unanswered'; readonly number: number; readonly problem: Problem }
  | { readonly type: 'log'; readonly level: LogLevel; readonly message: string }
  /** Something the user should be told once. */
  | { readonly type: 'notice'; readonly problem: Problem };

export type ScanOutcome =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | {
      readonly ok: false;
      readonly problem: Problem;
      readonly cancelled: boolean;
    };

export interface AnalystRequest {
  readonly type: 'analyse';
  readonly assignments: readonly Assignment[];
}

export type AnalystReply =
  /** It has opened the history, and this is the data version that its connection gave. */
  | { readonly type: 'opened'; readonly dataVersion: number }
  | { readonly type: 'found'; readonly findings: readonly Finding[] }
  | {
      readonly type: 'failed';
      /** Of an error that says why the history cannot be read; null for any other. */
      readonly code: DatabaseProblem | null;
      readonly problem: Problem;
      readonly cancelled: boolean;
    };
