import { setImmediate as breathe } from 'node:timers/promises';
import type { Finding } from '../finding.ts';
import type { Assignment } from './assignment.ts';
import { AssignmentQueue } from './queue.ts';
import type { AnalystThread } from './secondThread.ts';
import type { AnalysisSink } from './sink.ts';

/** Below this many rows a second thread costs more to start than it saves. */
const ROWS_WORTH_A_THREAD = 20_000;
/** How long this thread reads before it looks whether the other has something to say. */
const BREATH_MS = 8;

/**
 * Analyses sessions here and, when there is much to do and a core is free, in a second thread too. Both take from one
 * queue, so neither waits for the other; what comes out does not depend on who did what.
 * @param second is given work only where there is much of it
 * @throws HermesDatabaseError, ScanCancelled
 */
export async function analyseAll(
  assignments: readonly Assignment[],
  examineHere: (assignments: Iterable<Assignment>) => readonly Finding[],
  sink: AnalysisSink,
  second: AnalystThread | undefined,
): Promise<void> {
  const queue = new AssignmentQueue(assignments);
  const analyst = queue.rowsLeft >= ROWS_WORTH_A_THREAD ? second : undefined;
  const others = analyst?.work(queue, sink);
  do {
    while (!queue.isEmpty) {
      for (const finding of examineHere(queue.takeFor(BREATH_MS))) sink.found(finding);
      if (queue.isEmpty) break;
      await breathe();
      await sink.breathe();
      analyst?.throwIfFailed();
    }
    await others;
  } while (!queue.isEmpty); // what a second thread that died had been handed
}
