import type { Generation } from '../../hermes/historyMode.ts';
import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import { type DatabaseProblem, HermesDatabaseError } from '../../hermes/sqlite/databaseError.ts';
import type { Problem } from '../../words/problem.ts';
import { type CancelFlag, ScanCancelled } from '../worker/cancelFlag.ts';
import { scanProblem } from '../worker/scanProblem.ts';
import { type Analysis, analyseSession } from './analyseSession.ts';
import type { Assignment } from './threads/assignment.ts';

/** What a look into one session brought. */
export type Finding =
  | { readonly kind: 'analysed'; readonly analysis: Analysis }
  /** It disappeared before it could be read. */
  | { readonly kind: 'vanished'; readonly id: string }
  /** It cannot be read, the others may well be; the reason tells no contents. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly reason: Problem };

/** Problems of a single session: pages that are damaged, or that the disk does not give. */
const OF_ONE_SESSION: ReadonlySet<DatabaseProblem> = new Set<DatabaseProblem>([
  'corrupt',
  'unreadable',
  'too-long',
]);

/**
 * Analyses sessions one after another. All that was found is given back at the end, when it is certain.
 * @param generation the dashboard to count for beside `lifetime`; null for none
 * @throws ScanCancelled; HermesDatabaseError for what concerns the whole database
 */
export function examineInARow(
  database: SessionDatabase,
  assignments: Iterable<Assignment>,
  generation: Generation | null,
  cancel: CancelFlag,
): Finding[] {
  return database.inARow(() => {
    const findings: Finding[] = [];
    for (const assignment of assignments) {
      cancel.throwIfRaised();
      findings.push(examineSession(database, assignment, generation, cancel));
    }
    return findings;
  });
}

/** Analyses one session. One that cannot be read is a finding, for it must not stop the others. */
function examineSession(
  database: SessionDatabase,
  assignment: Assignment,
  generation: Generation | null,
  cancel: CancelFlag,
): Finding {
  try {
    const analysis = analyseSession(database, assignment, generation, cancel);
    return analysis ? { kind: 'analysed', analysis } : { kind: 'vanished', id: assignment.id };
  } catch (error) {
    if (error instanceof ScanCancelled) throw error;
    if (error instanceof HermesDatabaseError && !OF_ONE_SESSION.has(error.code)) throw error;
    // What was known came from a file that anyone may have changed: without it there is nothing to stumble over.
    if (!(error instanceof HermesDatabaseError) && assignment.bookmark !== undefined)
      return examineSession(database, { ...assignment, bookmark: undefined }, generation, cancel);
    return { kind: 'unreadable', id: assignment.id, reason: scanProblem(error) };
  }
}
