import { isAbsent } from '../../files/system/fileSystem.ts';
import type { SqlRow } from '../../hermes/sqlite/drivers/driver.ts';
import { type Memos, memoFromRow } from '../tables/memos.ts';
import { runFromRow, type StoredRun } from '../tables/runs.ts';
import { type NumberedSession, sessionFrom } from '../tables/sessions.ts';
import { stepFromRow } from '../tables/steps.ts';
import { type StoredUsage, storedUsageFrom } from '../tables/usage.ts';
import { mergeSteps, type Step, stepKey } from '../unlocks/step.ts';
import { FileWindow } from './fileWindow.ts';
import { possibleRows } from './rows.ts';

const USAGE_COLUMNS = 7;
const LONG_COLUMNS = 5;
const SHORT_COLUMNS = 3;

/**
 * What can still be read of archives, merged: of each session what was put last, and of what it used; of steps all, of
 * runs the last.
 * Bookmarks are not among it; they only save work.
 */
export class Remains {
  readonly sessions = new Map<string, NumberedSession>();
  readonly steps = new Map<string, Step>();
  readonly runs = new Map<number, StoredRun>();
  readonly memos: Memos = {};
  readonly usage = new Map<string, StoredUsage>();

  get isEmpty(): boolean {
    return this.sessions.size + this.steps.size + this.runs.size + this.usage.size === 0;
  }

  /** Reads a file, whatever state it is in. @throws Node's error where it may not be read; one that is not there is empty */
  addFile(path: string): void {
    let file: FileWindow;
    try {
      file = new FileWindow(path);
    } catch (error) {
      isAbsent(error);
      return;
    }
    try {
      for (const row of possibleRows(file)) this.#addRow(row);
    } finally {
      file.close();
    }
  }

  /** A session's row and a step's have as many columns; their sums tell which is which. */
  #addRow(row: SqlRow): void {
    if (row.length === SHORT_COLUMNS) {
      this.#addShort(row);
    } else if (row.length === LONG_COLUMNS) {
      const record = sessionFrom(row);
      const step = record ? undefined : stepFromRow(row);
      if (record) this.#addSession({ change: Number(row[1]), record });
      if (step) this.#addStep(step);
    } else if (row.length === USAGE_COLUMNS) {
      const usage = storedUsageFrom(row);
      const known = usage && this.usage.get(usage.id);
      if (usage && !(known && known.change > usage.change)) this.usage.set(usage.id, usage);
    }
  }

  #addShort(row: SqlRow): void {
    const run = runFromRow(row);
    if (run) this.runs.set(run.number, run);
    const memo = run ? undefined : memoFromRow(row);
    if (memo) this.#addMemo(memo.memo, memo.value);
  }

  #addSession(session: NumberedSession): void {
    const known = this.sessions.get(session.record.id);
    if (!known || isNewer(session, known)) this.sessions.set(session.record.id, session);
  }

  #addStep(step: Step): void {
    const known = this.steps.get(stepKey(step));
    this.steps.set(stepKey(step), known ? mergeSteps(known, step) : step);
  }

  #addMemo(memo: keyof Memos, value: number): void {
    const known = this.memos[memo];
    // Since when sessions are remembered: since the first. Numbers that rise: the highest.
    const isFirst = memo === 'since' || memo === 'imported' || memo === 'usage';
    this.memos[memo] =
      known === undefined ? value : isFirst ? Math.min(known, value) : Math.max(known, value);
  }
}

/** Of two of one change, which two histories of one archive may have, the one that lost less. */
function isNewer(a: NumberedSession, b: NumberedSession): boolean {
  if (a.change !== b.change) return a.change > b.change;
  if (a.record.rules !== b.record.rules) return a.record.rules > b.record.rules;
  return a.record.lifetime.message_count > b.record.lifetime.message_count;
}
