import { setImmediate as breathe } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { type DatabaseProblem, HermesDatabaseError } from '../hermes/databaseError.ts';
import type { Assignment } from './assignment.ts';
import { ScanCancelled } from './cancelFlag.ts';
import { errorWords } from './errorWords.ts';
import type { Finding } from './finding.ts';
import type { AnalystOptions, AnalystReply, AnalystRequest } from './worker/protocol.ts';
import { startThread } from './worker/startThread.ts';

/** Below this many rows a second thread costs more to start than it saves. */
const ROWS_WORTH_A_THREAD = 20_000;
/** How many rows an analyst is handed at once: some milliseconds of work. */
const ROWS_A_BATCH = 1_000;
/** Batches on their way to an analyst, so that it never waits for the next. */
const BATCHES_AHEAD = 2;
/** How long this thread reads before it looks whether the other has something to say. */
const BREATH_MS = 8;

export interface AnalysisSink {
  found(finding: Finding): void;
  /** The second thread is gone, and its share with it: this one goes on alone. */
  helperLost(reason: string): void;
  /** Called now and then between sessions. */
  breathe(): Promise<void>;
}

/**
 * Analyses sessions here and, when there is much to do and a core is free, in a second thread too. Both take from one
 * queue, so neither waits for the other; what comes out does not depend on who did what.
 * @throws HermesDatabaseError, ScanCancelled
 */
export async function analyseAll(
  assignments: readonly Assignment[],
  examineHere: (assignments: Iterable<Assignment>) => readonly Finding[],
  sink: AnalysisSink,
  helper: { readonly file: string | URL; readonly options: AnalystOptions } | undefined,
): Promise<void> {
  const queue = new Queue(assignments);
  const analyst =
    helper && queue.rowsLeft >= ROWS_WORTH_A_THREAD
      ? new Analyst(helper.file, helper.options, queue, sink)
      : undefined;
  try {
    do {
      while (!queue.isEmpty) {
        for (const finding of examineHere(queue.takeFor(BREATH_MS))) sink.found(finding);
        if (queue.isEmpty) break;
        await breathe();
        await sink.breathe();
        analyst?.throwIfFailed();
      }
      await analyst?.finished;
    } while (!queue.isEmpty); // what a second thread that died had been handed
  } finally {
    await analyst?.end();
  }
}

class Queue {
  readonly #assignments: Assignment[];
  #next = 0;

  constructor(assignments: readonly Assignment[]) {
    this.#assignments = [...assignments];
  }

  get rowsLeft(): number {
    let rows = 0;
    for (let index = this.#next; index < this.#assignments.length; index++)
      rows += this.#assignments[index]!.rows;
    return rows;
  }

  get isEmpty(): boolean {
    return this.#next >= this.#assignments.length;
  }

  giveBack(assignments: readonly Assignment[]): void {
    this.#assignments.push(...assignments);
  }

  take(): Assignment | undefined {
    return this.isEmpty ? undefined : this.#assignments[this.#next++];
  }

  /** Hands out the next ones until so much time has passed. */
  *takeFor(milliseconds: number): Generator<Assignment, void, void> {
    const end = performance.now() + milliseconds;
    for (let next = this.take(); next; next = this.take()) {
      yield next;
      if (performance.now() >= end) return;
    }
  }

  takeBatch(): Assignment[] {
    const batch: Assignment[] = [];
    let rows = 0;
    while (rows < ROWS_A_BATCH) {
      const assignment = this.take();
      if (!assignment) break;
      batch.push(assignment);
      rows += assignment.rows;
    }
    return batch;
  }
}

/** The second thread, seen from the first. */
class Analyst {
  /** Settles when the queue is empty and everything handed over has come back, read or not. */
  readonly finished: Promise<void>;
  readonly #worker: Worker;
  readonly #queue: Queue;
  readonly #sink: AnalysisSink;
  /** What it was handed and has not answered, batch by batch. */
  #handed: Assignment[][] = [];
  #isLost = false;
  #failure: Error | undefined;
  #resolve!: () => void;
  #reject!: (error: Error) => void;

  constructor(file: string | URL, options: AnalystOptions, queue: Queue, sink: AnalysisSink) {
    this.#queue = queue;
    this.#sink = sink;
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.finished.catch(() => undefined); // asked for by throwIfFailed as well
    this.#worker = startThread(file, options, 'hermes-achievements-analyst');
    this.#worker.on('message', (reply: AnalystReply) => this.#receive(reply));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => this.#lose(new Error('The second scan thread ended unexpectedly')));
    for (let ahead = 0; ahead < BATCHES_AHEAD; ahead++) this.#hand();
  }

  throwIfFailed(): void {
    if (this.#failure) throw this.#failure;
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #hand(): void {
    const assignments = this.#queue.takeBatch();
    if (assignments.length === 0) {
      if (this.#handed.length === 0) this.#resolve();
      return;
    }
    this.#handed.push(assignments);
    // What was seen is of no use to another connection.
    const unseen = assignments.map(({ id, rows, known }) => ({ id, rows, known }));
    this.#worker.postMessage({ type: 'analyse', assignments: unseen } satisfies AnalystRequest);
  }

  #receive(reply: AnalystReply): void {
    if (reply.type === 'failed') {
      const error = errorFrom(reply);
      if (error instanceof ScanCancelled || error instanceof HermesDatabaseError) this.#fail(error);
      else this.#lose(error);
      return;
    }
    if (this.#isLost) return;
    this.#handed.shift();
    for (const finding of reply.findings) this.#sink.found(finding);
    this.#hand();
  }

  /** The thread itself failed, not the reading: its share is read here. */
  #lose(error: Error): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#queue.giveBack(this.#handed.flat());
    this.#handed = [];
    this.#sink.helperLost(errorWords(error));
    this.#resolve();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#reject(error);
  }
}

/** Errors lose their class on the way between threads. */
function errorFrom(reply: Extract<AnalystReply, { type: 'failed' }>): Error {
  if (reply.cancelled) return new ScanCancelled();
  if (reply.problem !== null) return new HermesDatabaseError(reply.problem as DatabaseProblem, reply.message);
  return new Error(reply.message);
}
