import type { WritableConnection } from '../hermes/sqlite/drivers/driver.ts';
import { type Memos, putMemos, storedMemos } from './tables/memos.ts';
import { KEPT_RUNS, numbered, putRuns, type Run, type StoredRun } from './tables/runs.ts';
import { putSessions, type SessionSaving } from './tables/sessions.ts';
import { putSteps } from './tables/steps.ts';
import { bookUsage, type UsageReading } from './tables/usage.ts';
import { mergeSteps, type Step, stepKey } from './unlocks/step.ts';

/** What is to be written together, in one transaction. */
export interface ArchiveChanges {
  readonly sessions?: Iterable<SessionSaving>;
  readonly steps?: Iterable<Step>;
  readonly runs?: Iterable<Run>;
  readonly memos?: Memos;
  /** What sessions used, as it was read; it is booked to what is remembered. */
  readonly usage?: Iterable<UsageReading>;
}

/** What has not been written yet. Where nothing can be written, this is where everything is remembered. */
export class Unsaved {
  readonly sessions = new Map<string, SessionSaving>();
  readonly steps = new Map<string, Step>();
  runs: Run[] = [];
  memos: Memos = {};
  /** In the order of reading: what is booked on which day hangs on it. */
  usage: UsageReading[] = [];

  get isEmpty(): boolean {
    const { sessions, steps, runs, memos, usage } = this;
    return sessions.size + steps.size + runs.length + Object.keys(memos).length + usage.length === 0;
  }

  add({ sessions = [], steps = [], runs = [], memos, usage = [] }: ArchiveChanges): void {
    for (const saving of sessions) this.#addSession(saving);
    for (const step of steps) {
      const known = this.steps.get(stepKey(step));
      this.steps.set(stepKey(step), known ? mergeSteps(known, step) : step);
    }
    this.runs.push(...runs);
    Object.assign(this.memos, memos);
    for (const reading of usage) this.usage.push(reading);
  }

  /** @returns the last change number that was given */
  writeTo(archive: WritableConnection): number {
    const stored = storedMemos(archive);
    const last = putSessions(archive, this.sessions.values(), stored.change);
    putSteps(archive, this.steps.values());
    putRuns(archive, this.runs);
    const change = last + 1;
    const isUsageChanged = this.usage.length > 0 && bookUsage(archive, this.usage, change);
    putMemos(archive, {
      ...(stored.since === undefined ? { since: Date.now() / 1000 } : {}),
      ...(stored.usage === undefined && this.usage[0] ? { usage: this.usage[0].at } : {}),
      ...(isUsageChanged ? { change } : {}),
      ...this.memos,
    });
    return isUsageChanged ? change : last;
  }

  /** @param stored what is written, by the order of recording */
  stepsAfter(stored: readonly Step[]): Step[] {
    const steps = new Map(stored.map((step) => [stepKey(step), step]));
    for (const [key, step] of this.steps) {
      const known = steps.get(key);
      steps.set(key, known ? mergeSteps(known, step) : step);
    }
    return [...steps.values()];
  }

  /** @param stored what is written */
  runsAfter(stored: readonly StoredRun[]): { readonly count: number; readonly last: readonly Run[] } {
    const runs = numbered([...stored.toSorted((a, b) => a.number - b.number), ...this.runs]);
    return { count: runs.at(-1)?.number ?? 0, last: runs.slice(-KEPT_RUNS) };
  }

  /** @returns how many */
  forgetGone(): number {
    const gone = [...this.sessions.values()].filter(({ record }) => record.goneAt !== null);
    for (const { record } of gone) this.sessions.delete(record.id);
    this.usage = this.usage.filter(({ use }) => !gone.some(({ record }) => record.id === use.id));
    return gone.length;
  }

  clear(): void {
    this.sessions.clear();
    this.steps.clear();
    this.runs = [];
    this.memos = {};
    this.usage = [];
  }

  #addSession(saving: SessionSaving): void {
    const { id } = saving.record;
    const before = this.sessions.get(id);
    const isKept = saving.bookmark === undefined && before?.bookmark !== undefined;
    this.sessions.set(id, isKept ? { ...saving, bookmark: before.bookmark } : saving);
  }
}
