import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SessionDatabase } from '../../../src/hermes/sessionDatabase.ts';
import { HermesDatabaseError } from '../../../src/hermes/sqlite/databaseError.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { ChangeFinder } from '../../../src/scanning/changes/changeFinder.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';

const WRITER = fileURLToPath(new URL('./support/busyWriter.ts', import.meta.url));
const SEED = 1 + (Date.now() % 1_000_000);
const ROUNDS = 40;
const ROUND_MS = 250;

const { driver } = await loadDriver();

/** What is known of a session, as a scan would know it. */
function known(database: SessionDatabase, id: string): string {
  return JSON.stringify([database.header(id), database.digests.rowsOf(id)]);
}

describe('looks beside a writer that changes everything and starts its log over', () => {
  for (const pages of [30, 1_000]) {
    it(`miss nothing, where it is folded in every ${pages} pages`, async (t) => {
      t.diagnostic(`seed ${SEED}`);
      const home = TemporaryHome.create();
      home.sql.transaction(() => {
        for (let i = 0; i < 300; i++)
          home.addSession({ id: `s${i}` }, Array(15).fill({ content: 'x'.repeat(200) }));
      })();
      home.rest();
      const writer = spawn(process.execPath, [WRITER, home.databasePath, String(pages), String(SEED)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      t.after(() => {
        writer.kill('SIGKILL');
        home.remove();
      });
      const answers = createInterface({ input: writer.stdout })[Symbol.asyncIterator]();
      const finder = new ChangeFinder();
      const sessions = new Map<string, string>();
      let [looks, named, transactions] = [0, 0, 0];

      function look(): void {
        let database: SessionDatabase | undefined;
        try {
          database = SessionDatabase.open(home.path, driver);
          const { changes, settle } = finder.look(database, { all: false, unsettled: new Set() });
          for (const id of changes.gone(sessions.keys())) sessions.delete(id);
          for (const { id } of changes.suspects) {
            const rows = changes.rows.get(id) ?? database.digests.rowsOf(id);
            sessions.set(id, changes.appended.has(id) ? '' : JSON.stringify([changes.byId.get(id), rows]));
          }
          named += changes.suspects.length;
          looks++;
          settle();
        } catch (error) {
          // A program began to write where none had the file open: only at the beginning.
          if (!(error instanceof HermesDatabaseError && error.code === 'changed' && transactions === 0))
            throw error;
        } finally {
          database?.close();
        }
      }

      for (let round = 0; round < ROUNDS; round++) {
        writer.stdin.write(`${ROUND_MS}\n`);
        let isOver = false;
        const answer = answers.next().finally(() => {
          isOver = true;
        });
        while (!isOver) {
          look();
          await turn();
        }
        transactions += Number((await answer).value);
        look();
        const database = SessionDatabase.open(home.path, driver);
        assert.deepEqual(
          [...sessions.keys()].sort(),
          database
            .listSessions()
            .map(({ id }) => id)
            .sort(),
        );
        // What was only appended was not looked at whole.
        for (const [id, before] of sessions)
          if (before !== '') assert.equal(before, known(database, id), `round ${round}`);
        database.close();
      }
      t.diagnostic(`${transactions} transactions, ${looks} looks, ${named} sessions named`);
      assert.ok(looks > ROUNDS && transactions > ROUNDS);
    });
  }
});
