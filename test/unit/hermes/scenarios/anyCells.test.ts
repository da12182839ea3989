import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import type { SqliteDriver } from '../../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { loadNodeSqlite } from '../../../../src/hermes/sqlite/drivers/nodeSqlite.ts';
import type { Cell, MessageCells } from '../../../support/temporaryHome.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 6000 }),
  fc.json(),
  fc.json().map((json) => `\0json:${json}`),
  fc.constantFrom('', '\0', '\0json:', '[{"name": "a"}]', '[{"function": {"name": 5}}]', 'user', 'NaN'),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.constant(null),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.double(),
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
);
const message: fc.Arbitrary<MessageCells> = fc.record({
  role: cell,
  content: cell,
  tool_calls: cell,
  tool_name: cell,
  timestamp: cell,
  active: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.constantFrom<Cell>(0, 2, 'x', 0.5)),
  compacted: fc.constantFrom<Cell>(0, 1, 'x'),
});

const { driver: everyday } = await loadDriver();
const standIn = loadNodeSqlite();

/** Everything that a reader hands out, in a form that can be compared. */
function readAll(home: TemporaryHome, driver: SqliteDriver): unknown {
  const database = SessionDatabase.open(home.path, driver);
  try {
    const sessions = database.listSessions();
    const messages = sessions.flatMap(({ id }) =>
      Array.from(database.messages.rows(id, {}, null), (read) => ({
        ...read,
        text: Buffer.from(read.text).toString('utf8'),
      })),
    );
    const transcripts = sessions.map(({ id }) => [...database.messages.transcript(id)]);
    const previews = sessions.map(({ id }) => database.preview(id));
    return {
      sessions,
      digests: database.digests.sweep(),
      messages,
      transcripts,
      previews,
      repairs: database.messages.repairs,
    };
  } finally {
    database.close();
  }
}

describe('rows with any values in them', () => {
  it('are read without an error, and the same by both drivers', () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 40 }),
        cell,
        cell,
        (messages, title, startedAt) => {
          const home = TemporaryHome.create();
          try {
            home.addSession({ title, started_at: startedAt }, messages);
            home.rest();
            assert.deepEqual(readAll(home, everyday), readAll(home, standIn));
            home.sql.exec('UPDATE sessions SET archived = 1');
            assert.deepEqual(readAll(home, everyday), readAll(home, standIn));
          } finally {
            home.remove();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
