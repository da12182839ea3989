import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { type Problem, ProblemError, problem } from '../../words/problem.ts';
import type { ScanEvent } from '../events.ts';
import type { Answer, AnswerTo, Question } from '../questions.ts';
import { ScanCancelled } from '../worker/cancelFlag.ts';
import type {
  ScanOutcome,
  ScanWorkerOptions,
  ScanWorkerReply,
  ScanWorkerRequest,
} from '../worker/protocol.ts';
import { SnapshotReceiver } from '../worker/snapshotPost.ts';
import { startThread } from '../worker/startThread.ts';

/** Who wants to hear what the worker says between requests. */
export interface ScanThreadListener {
  onEvent(event: ScanEvent): void;
  onLog(level: 'info' | 'warn' | 'error', message: string): void;
  onNotice(told: Problem): void;
}

/** How long a worker that is to end may take to write down what it holds. */
const FAREWELL_MS = 4_000;

type Reply = Exclude<ScanWorkerReply, { type: 'event' | 'log' | 'notice' | 'answer' | 'unanswered' }>;

/**
 * The worker thread that scans, seen from the thread that asks. Started at the first request; a worker that died is
 * replaced at the next one. One request at a time: the caller queues.
 */
export class ScanThread {
  readonly #file: string | URL;
  readonly #options: ScanWorkerOptions;
  readonly #listener: ScanThreadListener;
  #worker: Worker | undefined;
  #snapshots = new SnapshotReceiver();
  #waiting: { resolve: (answer: Reply) => void; reject: (error: Error) => void } | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #asked = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  #questions = 0;
  #closed = false;

  /** @param file the worker's program: `dist/scanWorker.cjs`, or the source beside this file in tests */
  constructor(file: string | URL, options: ScanWorkerOptions, listener: ScanThreadListener) {
    this.#file = file;
    this.#options = options;
    this.#listener = listener;
  }

  get started(): boolean {
    return this.#worker !== undefined;
  }

  async scan(full: boolean): Promise<ScanOutcome> {
    const answer = await this.#request({ type: 'scan', full });
    if (answer.type !== 'scanned') throw unexpected(answer);
    return this.#snapshots.unpack<ScanOutcome>(answer.outcome);
  }

  async load(): Promise<Snapshot | null> {
    const answer = await this.#request({ type: 'load' });
    if (answer.type !== 'loaded') throw unexpected(answer);
    return answer.snapshot;
  }

  /** Writes down what the worker holds only in memory; nothing to do for one that never started. */
  async flush(): Promise<void> {
    if (this.#worker) await this.#request({ type: 'flush' });
  }

  /** What nobody has announced yet; from now on the asker has. */
  async claimNews(): Promise<readonly UnlockNews[]> {
    const answer = await this.#request({ type: 'claimNews' });
    if (answer.type !== 'claimed') throw unexpected(answer);
    return answer.news;
  }

  /** @throws ProblemError when something could not be removed */
  async reset(): Promise<void> {
    const answer = await this.#request({ type: 'reset' });
    if (answer.type !== 'reset') throw unexpected(answer);
    if (answer.problem !== null) throw new ProblemError(answer.problem);
  }

  /** @returns how many sessions that Hermes has deleted are forgotten @throws ProblemError when none could be */
  async forgetDeleted(): Promise<number> {
    const answer = await this.#request({ type: 'forgetDeleted' });
    if (answer.type !== 'forgotten') throw unexpected(answer);
    if (typeof answer.outcome !== 'number') throw new ProblemError(answer.outcome);
    return answer.outcome;
  }

  /** Waits for no other request. @throws ProblemError when there is no answer, ScanCancelled after `close` */
  ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>> {
    if (this.#closed) return Promise.reject(new ScanCancelled());
    const number = ++this.#questions;
    const answer = new Promise<Answer>((resolve, reject) => this.#asked.set(number, { resolve, reject }));
    this.#running().postMessage({ type: 'ask', number, question } satisfies ScanWorkerRequest);
    return answer as Promise<AnswerTo<Asked>>;
  }

  /** Ends the worker, saving first what it knows; what was asked and not answered is rejected with ScanCancelled. */
  async close(): Promise<void> {
    const saved = this.flush().catch(() => undefined);
    this.#closed = true;
    await Promise.race([saved, sleep(FAREWELL_MS, undefined, { ref: false })]);
    await this.#worker?.terminate();
  }

  #request(request: ScanWorkerRequest): Promise<Reply> {
    if (this.#closed) return Promise.reject(new ScanCancelled());
    const answer = this.#queue.then(
      () =>
        new Promise<Reply>((resolve, reject) => {
          if (this.#closed && !this.#worker) return reject(new ScanCancelled());
          const worker = this.#running();
          this.#waiting = { resolve, reject };
          worker.postMessage(request);
        }),
    );
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startThread(this.#file, this.#options, 'hermes-achievements-scan');
    worker.on('message', (reply: ScanWorkerReply) => this.#receive(reply));
    worker.on('error', (error) => this.#end(worker, error));
    worker.on('exit', () => this.#end(worker, new ProblemError(problem('scan.workerEnded'))));
    this.#worker = worker;
    this.#snapshots = new SnapshotReceiver();
    return worker;
  }

  #receive(reply: ScanWorkerReply): void {
    switch (reply.type) {
      case 'event':
        this.#listener.onEvent(this.#snapshots.unpack<ScanEvent>(reply.event));
        break;
      case 'log':
        this.#listener.onLog(reply.level, reply.message);
        break;
      case 'notice':
        this.#listener.onNotice(reply.problem);
        break;
      case 'answer':
        this.#asked.get(reply.number)?.resolve(reply.answer);
        this.#asked.delete(reply.number);
        break;
      case 'unanswered':
        this.#asked.get(reply.number)?.reject(new ProblemError(reply.problem));
        this.#asked.delete(reply.number);
        break;
      default:
        this.#waiting?.resolve(reply);
        this.#waiting = undefined;
    }
  }

  #end(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return; // told before, and another one may be at work by now
    this.#worker = undefined;
    const reason = this.#closed ? new ScanCancelled() : error;
    this.#waiting?.reject(reason);
    this.#waiting = undefined;
    for (const { reject } of this.#asked.values()) reject(reason);
    this.#asked.clear();
  }
}

function unexpected(answer: Reply): Error {
  return new Error(`The scan worker answered "${answer.type}" to another question`);
}
