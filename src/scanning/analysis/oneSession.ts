import { DataDirectory } from '../../files/dataDirectory.ts';
import { ASSUMED_GENERATION, DashboardGeneration } from '../../files/shared/dashboardGeneration.ts';
import type { HistoryMode } from '../../hermes/historyMode.ts';
import { assertKeptInFile } from '../../hermes/home/configuration.ts';
import { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import type { SessionHeader } from '../../hermes/sessions/header.ts';
import { loadDriver } from '../../hermes/sqlite/drivers/loadDriver.ts';
import type { SessionStats } from '../../metrics/session/stats.ts';
import { type Descent, Family } from '../changes/descent.ts';
import { type Counting, dashboardOf } from '../ledger/ledger.ts';
import { CancelFlag } from '../worker/cancelFlag.ts';
import { analyseSession } from './analyseSession.ts';

/**
 * The figures of one session, archived and hidden ones too, read from the history right now, in this thread.
 * @returns undefined when there is no such session
 * @throws HermesDatabaseError
 */
export async function statsOfSession(
  home: string,
  id: string,
  mode: HistoryMode,
): Promise<SessionStats | undefined> {
  const generation = dashboardOf(await countingFor(home, mode));
  await assertKeptInFile(home);
  const { driver } = await loadDriver();
  return SessionDatabase.reading(home, driver, (database) => {
    const header = database.header(id);
    if (!header) return undefined;
    const descent = descentIn(database, header);
    const assignment = { id, rows: 0, others: undefined, known: undefined, descent };
    const analysis = analyseSession(database, assignment, generation, new CancelFlag());
    return mode === 'lifetime' ? analysis?.record.lifetime : analysis?.record.dashboard?.stats;
  });
}

async function countingFor(home: string, mode: HistoryMode): Promise<Counting> {
  const directory = await DataDirectory.locate(home);
  const found = await new DashboardGeneration().find(directory).catch(() => undefined);
  return { mode, generation: found ?? ASSUMED_GENERATION };
}

function descentIn(database: SessionDatabase, header: SessionHeader): Descent {
  const parent = header.parent === null ? undefined : database.header(header.parent);
  const headers = new Map([header, ...(parent ? [parent] : [])].map((one) => [one.id, one]));
  return new Family(headers, () => undefined).descentOf(header);
}
