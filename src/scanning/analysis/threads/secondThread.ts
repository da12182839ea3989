import type { Worker } from 'node:worker_threads';
import type { Generation } from '../../../hermes/historyMode.ts';
import { HermesDatabaseError } from '../../../hermes/sqlite/databaseError.ts';
import { inEnglish, ProblemError } from '../../../words/problem.ts';
import { ScanCancelled } from '../../worker/cancelFlag.ts';
import type {
  AnalystOptions,
  AnalystReply,
  AnalystRequest,
  ScanWorkerOptions,
} from '../../worker/protocol.ts';
import { scanProblem } from '../../worker/scanProblem.ts';
import { startThread } from '../../worker/startThread.ts';
import { type Assignment, forOtherThread } from './assignment.ts';
import { type AssignmentQueue, rowsOf } from './queue.ts';
import type { AnalysisSink } from './sink.ts';

/** Rows on their way to the analyst, so that it never waits while this thread is busy with a long session. */
const ROWS_AHEAD = 8_000;
/** But no more than this part of what is left, so that both threads end at the same time. */
const PART_AHEAD = 1 / 4;

/** The second thread, seen from the first. It may be started ahead of its work: that takes a tenth of a second. */
export class AnalystThread {
  readonly #file: string | URL;
  readonly #options: AnalystOptions;
  #worker: Worker | undefined;
  #work: { readonly queue: AssignmentQueue; readonly sink: AnalysisSink } | undefined;
  /** What it was handed and has not answered, batch by batch. */
  #handed: Assignment[][] = [];
  #rowsHanded = 0;
  /** The data version that its connection gave when it opened the history. */
  #opened: number | undefined;
  /** Nothing was written since the first thread's look. */
  #isStill = (): boolean => false;
  /** The data version that its connection has where the first one's has that of the look. */
  #dataVersion: number | undefined;
  /** Why it is gone. */
  #lost: Error | undefined;
  #failure: Error | undefined;
  #ended = Promise.withResolvers<void>();

  /** @param file the scan worker's program */
  /** One that is not started yet, where another thread may be used. */
  static where(options: ScanWorkerOptions, generation: Generation | null): AnalystThread | undefined {
    const { threads, workerFile, home, cancelMemory } = options;
    return threads < 2
      ? undefined
      : new AnalystThread(workerFile, { role: 'analyse', home, generation, cancelMemory });
  }

  constructor(file: string | URL, options: AnalystOptions) {
    this.#file = file;
    this.#options = options;
    this.#ended.promise.catch(() => undefined); // asked for by throwIfFailed as well
  }

  /** Starts the thread and lets it open the history, if that has not happened yet. */
  start(): void {
    if (this.#worker) return;
    this.#worker = startThread(this.#file, this.#options, 'hermes-achievements-analyst');
    this.#worker.on('message', (reply: AnalystReply) => this.#receive(reply));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => this.#lose(new Error('The second scan thread ended unexpectedly')));
  }

  /**
   * Lets it use what the first thread's look has seen, where that can be told to hold for its connection as well.
   * @param isStill nothing was written since that look
   */
  shareSightings(isStill: () => boolean): void {
    this.#isStill = isStill;
    this.#compareConnections();
  }

  /**
   * Takes from the queue until it is empty. To be called once.
   * @returns when the queue is empty and everything that was taken has come back, read or not
   * @throws HermesDatabaseError, ScanCancelled
   */
  work(queue: AssignmentQueue, sink: AnalysisSink): Promise<void> {
    this.#work = { queue, sink };
    this.start();
    if (this.#lost) this.#leave(this.#lost);
    else this.#handAhead();
    return this.#ended.promise;
  }

  throwIfFailed(): void {
    if (this.#failure) throw this.#failure;
  }

  async end(): Promise<void> {
    this.#worker?.removeAllListeners('exit');
    await this.#worker?.terminate();
  }

  #handAhead(): void {
    const { queue } = this.#work!;
    while (!queue.isEmpty && (this.#handed.length === 0 || this.#rowsHanded < enough(queue)))
      this.#hand(queue);
    if (this.#handed.length === 0) this.#ended.resolve();
  }

  #hand(queue: AssignmentQueue): void {
    const assignments = queue.takeBatch();
    this.#handed.push(assignments);
    this.#rowsHanded += rowsOf(assignments);
    const request: AnalystRequest = {
      type: 'analyse',
      assignments: assignments.map((one) => forOtherThread(one, this.#dataVersion)),
    };
    this.#worker?.postMessage(request);
  }

  /**
   * Where nothing was written from the look until now, the other connection, opened before now, saw the same history
   * as the look, or an older one. In an older one it will have another data version when it reads.
   */
  #compareConnections(): void {
    if (this.#opened !== undefined && this.#isStill()) this.#dataVersion = this.#opened;
  }

  #receive(reply: AnalystReply): void {
    if (reply.type === 'failed') {
      const error = errorFrom(reply);
      if (error instanceof ScanCancelled || error instanceof HermesDatabaseError) this.#fail(error);
      else this.#lose(error);
      return;
    }
    if (this.#lost) return;
    if (reply.type === 'opened') {
      this.#opened = reply.dataVersion;
      this.#compareConnections();
      return;
    }
    this.#rowsHanded -= rowsOf(this.#handed.shift() ?? []);
    for (const finding of reply.findings) this.#work?.sink.found(finding);
    this.#handAhead();
  }

  /** The thread itself failed, not the reading: its share is read by the first. */
  #lose(error: Error): void {
    if (this.#lost) return;
    this.#lost = error;
    if (this.#work) this.#leave(error);
  }

  #leave(reason: Error): void {
    this.#work?.queue.giveBack(this.#handed.flat());
    this.#handed = [];
    this.#work?.sink.helperLost(inEnglish(scanProblem(reason)));
    this.#ended.resolve();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#ended.reject(error);
  }
}

/** Errors lose their class on the way between threads. */
function errorFrom(reply: Extract<AnalystReply, { type: 'failed' }>): Error {
  if (reply.cancelled) return new ScanCancelled();
  return reply.code === null
    ? new ProblemError(reply.problem)
    : new HermesDatabaseError(reply.code, reply.problem);
}

function enough(queue: AssignmentQueue): number {
  return Math.min(ROWS_AHEAD, queue.rowsLeft * PART_AHEAD);
}
