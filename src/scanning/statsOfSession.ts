import { statsFor } from '../files/checkpointEntry.ts';
import type { HistoryMode } from '../hermes/historyMode.ts';
import { SessionDatabase } from '../hermes/sessionDatabase.ts';
import { loadDriver } from '../hermes/sqlite/loadDriver.ts';
import type { SessionStats } from '../metrics/sessionStats.ts';
import { analyseSession } from './analysis/analyse.ts';
import { CancelFlag } from './cancelFlag.ts';

/**
 * The figures of one session, read from the history right now, in this thread.
 * @returns undefined when there is no such session
 * @throws HermesDatabaseError
 */
export async function statsOfSession(
  home: string,
  id: string,
  mode: HistoryMode,
): Promise<SessionStats | undefined> {
  const { driver } = await loadDriver();
  const database = SessionDatabase.open(home, driver);
  try {
    const analysis = analyseSession(
      database,
      { id, rows: 0, others: undefined, known: undefined },
      mode,
      new CancelFlag(),
    );
    return analysis && statsFor(analysis.entry, mode);
  } finally {
    database.close();
  }
}
