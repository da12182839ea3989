import type { WritableConnection } from '../hermes/sqlite/driver.ts';
import { type Memos, putMemos, storedMemos } from './memoTable.ts';
import { putRun, type Run } from './runTable.ts';
import { putSessions, type SessionSaving } from './sessionTable.ts';
import { mergeSteps, type Step, stepKey } from './step.ts';
import { putSteps } from './stepTable.ts';

/** What is to be written together, in one transaction. */
export interface ArchiveChanges {
  readonly sessions?: Iterable<SessionSaving>;
  readonly steps?: Iterable<Step>;
  readonly run?: Run;
  readonly memos?: Memos;
}

/** What has not been written yet. Where nothing can be written, this is where everything is remembered. */
export class Unsaved {
  readonly sessions = new Map<string, SessionSaving>();
  readonly steps = new Map<string, Step>();
  runs: Run[] = [];
  memos: Memos = {};

  get isEmpty(): boolean {
    return this.sessions.size + this.steps.size + this.runs.length + Object.keys(this.memos).length === 0;
  }

  add({ sessions = [], steps = [], run, memos }: ArchiveChanges): void {
    for (const saving of sessions) this.#addSession(saving);
    for (const step of steps) {
      const known = this.steps.get(stepKey(step));
      this.steps.set(stepKey(step), known ? mergeSteps(known, step) : step);
    }
    if (run) this.runs.push(run);
    Object.assign(this.memos, memos);
  }

  /** @returns the change number of the last session that was written */
  writeTo(archive: WritableConnection): number {
    const { change = 0, since } = storedMemos(archive);
    const last = putSessions(archive, this.sessions.values(), change);
    putSteps(archive, this.steps.values());
    for (const run of this.runs) putRun(archive, run);
    putMemos(archive, since === undefined ? { since: Date.now() / 1000, ...this.memos } : this.memos);
    return last;
  }

  clear(): void {
    this.sessions.clear();
    this.steps.clear();
    this.runs = [];
    this.memos = {};
  }

  #addSession(saving: SessionSaving): void {
    const { id } = saving.record;
    const before = this.sessions.get(id);
    const isKept = saving.bookmark === undefined && before?.bookmark !== undefined;
    this.sessions.set(id, isKept ? { ...saving, bookmark: before.bookmark } : saving);
  }
}
