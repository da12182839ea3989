import type { SessionRecord } from '../../../../../src/archive/session/record.ts';
import type { Generation } from '../../../../../src/hermes/historyMode.ts';
import { SessionDatabase } from '../../../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { type Analysis, analyseSession } from '../../../../../src/scanning/analysis/analyseSession.ts';
import { Family } from '../../../../../src/scanning/changes/descent.ts';
import { CancelFlag } from '../../../../../src/scanning/worker/cancelFlag.ts';

/** What a first look makes of every session of a home; nothing is remembered of any. */
export async function analyseHome(
  home: string,
  generation: Generation | null,
): Promise<Map<string, SessionRecord>> {
  const analyses = await analysesOfHome(home, generation);
  return new Map([...analyses].map(([id, { record }]) => [id, record]));
}

/** @param before of an earlier look, to go on from */
export async function analysesOfHome(
  home: string,
  generation: Generation | null,
  before?: ReadonlyMap<string, Analysis>,
): Promise<Map<string, Analysis>> {
  const { driver } = await loadDriver();
  const database = SessionDatabase.open(home, driver);
  try {
    const headers = new Map(database.listSessions().map((header) => [header.id, header]));
    const family = new Family(headers, (id) => before?.get(id)?.record);
    const analyses = new Map<string, Analysis>();
    for (const header of headers.values()) {
      const { id } = header;
      const { record: known, bookmark } = before?.get(id) ?? { record: undefined, bookmark: undefined };
      const assignment = {
        id,
        rows: 0,
        others: undefined,
        descent: family.descentOf(header),
        known,
        bookmark,
      };
      const analysis = analyseSession(database, assignment, generation, new CancelFlag());
      if (analysis) analyses.set(id, analysis);
    }
    return analyses;
  } finally {
    database.close();
  }
}
