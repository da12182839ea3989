import { Archive } from '../../../../src/archive/archive.ts';
import { MIGRATIONS, type Migration } from '../../../../src/archive/schema.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { loadNodeSqlite } from '../../../../src/hermes/sqlite/drivers/nodeSqlite.ts';
import { someRecord } from '../../../unit/archive/support/records.ts';

// Migrates an archive, then writes and copies it again and again until it is killed; says what it has stored, one turn a
// line. Arguments: path, first turn, driver.

const DAY_MS = 86_400_000;
const BATCH = 4;

/** Touches every row, as a migration that has to count something anew would. */
const NEXT: Migration = (archive) => {
  archive.exec('CREATE TABLE added (session INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT');
  archive.exec('INSERT INTO added (session, value) SELECT key, body FROM session');
};

const path = process.argv[2]!;
const first = Number(process.argv[3]);
const driver = process.argv[4] === 'node:sqlite' ? loadNodeSqlite() : (await loadDriver()).driver;
const archive = new Archive(path, driver, { write: true, migrations: [...MIGRATIONS, NEXT] });

process.stdout.write('ready\n');
for (let turn = first; ; turn++) {
  const sessions = Array.from({ length: BATCH }, (_, index) => ({
    record: someRecord(`session-${turn * BATCH + index}`),
    bookmark: { turn },
  }));
  const changed = { record: someRecord('session-0', { goneAt: turn + 1 }) };
  const step = {
    id: `badge_${turn}`,
    tier: 'Gold',
    at: turn + 1,
    day: null,
    evidence: null,
    announced: true,
  };
  const problem = archive.save({ sessions: [...sessions, changed], steps: [step] });
  if (problem) throw problem;
  process.stdout.write(`${turn}\n`);
  const care = archive.care(Date.now() + (turn + 2) * DAY_MS);
  if (care.kind !== 'copied') throw new Error(`Not copied: ${JSON.stringify(care)}`);
}
