import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { momentOf } from '../../../../src/hermes/sessions/moments.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import {
  ChangeFinder,
  type Changes,
  type LookOptions,
} from '../../../../src/scanning/changes/changeFinder.ts';
import { type Cell, FULL_SCHEMA, TemporaryHome } from '../../../support/temporaryHome.ts';

const { driver } = await loadDriver();

const TEXTS_OF_A_SESSION = ['source', 'model', 'title', 'end_reason', 'session_key', 'cwd', 'git_repo_root'];
const MOMENTS = ['started_at', 'ended_at', 'last_activity_at'];
const SCHEMA = {
  ...FULL_SCHEMA,
  messages: FULL_SCHEMA.messages.map((column) => column.replace(' NOT NULL', '')),
};

const SESSIONS = ['a', 'b', 'c', 'd'];
const CHILD = 'd';
const ROWS_EACH = 5;
const IDS = Array.from({ length: SESSIONS.length * ROWS_EACH }, (_, index) => index + 1);

/** Four sessions of five rows: of each the third is rewound, the fourth compacted; the last is a child of the first. */
function filledHome(journalMode: 'wal' | 'delete'): TemporaryHome {
  const home = TemporaryHome.create({ schema: SCHEMA, journalMode });
  home.sql.pragma('synchronous = off');
  for (const id of SESSIONS) {
    const texts = Object.fromEntries(TEXTS_OF_A_SESSION.map((column) => [column, `${column} of ${id}`]));
    const parent = id === CHILD ? { parent_session_id: 'a', model_config: '{"_reset_from":"a"}' } : {};
    const rows = [{}, {}, { active: 0 }, { active: 0, compacted: 1 }, {}];
    home.addSession({ id, ...texts, ...parent, ended_at: 1_750_009_000 }, rows);
  }
  return home;
}

/** Looks again and again at one home, as a window does. */
class Watcher {
  readonly #database: SessionDatabase;
  readonly #finder = new ChangeFinder();

  constructor(home: TemporaryHome) {
    this.#database = SessionDatabase.open(home.path, driver);
    this.look();
  }

  look(options: Partial<LookOptions> = {}): Changes {
    const all: LookOptions = { all: false, unsettled: new Set(), ...options };
    const { changes, settle } = this.#finder.look(this.#database, all);
    settle();
    return changes;
  }

  /** The sessions that the next look names. */
  named(): string[] {
    const { suspects, gone } = this.look();
    return [...suspects.map(({ id }) => id), ...gone(SESSIONS)].sort();
  }

  close(): void {
    this.#database.close();
  }
}

/** Text in a column of flags is like any number that is not 1. */
const number = (column: string) => `iif(typeof(${column}) = 'text', 0, ${column})`;

/** Everything of each session that figures depend on, as the writer sees it. */
function contents(home: TemporaryHome): Map<string, string> {
  const rows = home.sql.prepare(
    `SELECT id, timestamp, ${number('active')}, iif(active IS 1, 0, ${number('compacted')}) FROM messages WHERE session_id = ? ORDER BY id`,
  );
  const row = home.sql.prepare(
    `SELECT ${MOMENTS.map(momentOf)}, archived, hidden, nullif(parent_session_id, ''),
      iif(parent_session_id IS NULL OR model_config = '{', NULL, model_config) AS model_config, ${TEXTS_OF_A_SESSION} FROM sessions WHERE id = ?`,
  );
  const of = (id: string) => {
    const session = row.raw().get(id);
    return session ? [session, rows.raw().all(id)] : null;
  };
  const exactly = (_: string, value: unknown) =>
    typeof value === 'number' ? `${value}` : value instanceof Uint8Array ? [...value] : value;
  return new Map(SESSIONS.map((id) => [id, JSON.stringify(of(id), exactly)]));
}

/** A change that a tool can make: what it is, and the SQL of it. */
type Change = readonly [sql: string, ...parameters: Cell[]];

const anId = fc.constantFrom(...IDS);
const aSession = fc.constantFrom(...SESSIONS);
const two = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { minLength: 2, maxLength: 2 });
const seconds = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 1, max: 1_000_000 }).map((microseconds) => microseconds / 1e6),
);
const strangeMoments: Cell[] = [
  null,
  0,
  -5,
  1e300,
  Infinity,
  'later',
  'latter',
  '',
  new Uint8Array([1]),
  4.3e12,
];

const set = (table: string, column: string, id: fc.Arbitrary<Cell>, values: readonly Cell[]) =>
  fc
    .tuple(fc.constantFrom(...values), id)
    .map(([value, id]): Change => [`UPDATE ${table} SET ${column} = ? WHERE id = ?`, value, id]);

/** Every sum and count over the table stays. */
const exchange = (table: string, column: string, id: fc.Arbitrary<Cell>) =>
  two(id).map(
    (ids): Change => [
      `UPDATE ${table} SET ${column} = other.value FROM (SELECT id, ${column} AS value FROM ${table}) AS other
        WHERE ${table}.id IN (?, ?) AND other.id = iif(${table}.id = ?, ?, ?)`,
      ...(ids as [Cell, Cell]),
      ids[0]!,
      ids[1]!,
      ids[0]!,
    ],
  );

/** The one as much later as the other is earlier. */
const shift = (table: string, column: string, id: fc.Arbitrary<Cell>) =>
  fc
    .tuple(two(id), seconds)
    .map(
      ([ids, by]): Change => [
        `UPDATE ${table} SET ${column} = ${column} + iif(id = ?, ?, -?) WHERE id IN (?, ?)`,
        ids[0]!,
        by,
        by,
        ids[0]!,
        ids[1]!,
      ],
    );

const STATES = [0, 1, 2, -1, null, 'x'];
const rowChanges: readonly fc.Arbitrary<Change>[] = [
  set('messages', 'active', anId, STATES),
  set('messages', 'compacted', anId, STATES),
  set('messages', 'session_id', anId, SESSIONS),
  set('messages', 'timestamp', anId, [...strangeMoments, 1_750_000_000.5]),
  ...['active', 'compacted', 'session_id', 'timestamp'].map((column) => exchange('messages', column, anId)),
  shift('messages', 'timestamp', anId),
  // Two rows of one moment, one live and one not, and then the other way round.
  two(anId).map(
    ([one, other]): Change => [
      `UPDATE messages SET timestamp = 1750000500, active = (id = ?) WHERE id IN (?, ?)`,
      one!,
      one!,
      other!,
    ],
  ),
  // Two rows of one moment are given other ids, at the same sum.
  fc.tuple(aSession, fc.integer({ min: 1, max: 60 })).map(
    ([session, by]): Change => [
      `UPDATE messages SET id = id + iif(id = (SELECT max(id) FROM messages WHERE session_id = ?), ?, -?)
          WHERE id IN (SELECT min(id) FROM messages WHERE session_id = ? UNION SELECT max(id) FROM messages WHERE session_id = ?)`,
      session,
      by * 100,
      by * 100,
      session,
      session,
    ],
  ),
  anId.map((id): Change => ['DELETE FROM messages WHERE id = ?', id]),
  fc
    .tuple(anId, aSession, seconds)
    .map(
      ([id, session, by]): Change => [
        `REPLACE INTO messages (id, session_id, role, timestamp) VALUES (?, ?, 'user', 1750000000 + ?)`,
        id,
        session,
        by,
      ],
    ),
  fc
    .tuple(aSession, fc.constantFrom(0, 1), fc.constantFrom(0, 1))
    .map(
      ([session, active, compacted]): Change => [
        `INSERT INTO messages (session_id, role, timestamp, active, compacted) VALUES (?, 'user', 1750008000, ?, ?)`,
        session,
        active,
        compacted,
      ],
    ),
  aSession.map((session): Change => ['DELETE FROM messages WHERE session_id = ?', session]),
];

const sessionChanges: readonly fc.Arbitrary<Change>[] = [
  ...MOMENTS.flatMap((column) => [
    set('sessions', column, aSession, [...strangeMoments, 1_750_000_000.5]),
    exchange('sessions', column, aSession),
    shift('sessions', column, aSession),
  ]),
  ...TEXTS_OF_A_SESSION.flatMap((column) => [
    set('sessions', column, aSession, ['other', '', null]),
    exchange('sessions', column, aSession),
  ]),
  set('sessions', 'parent_session_id', aSession, ['a', 'b', 'nobody', null]),
  set('sessions', 'model_config', fc.constant(CHILD), [
    '{"_reset_from":"b"}',
    '{"_branched_from":"a"}',
    '{',
    null,
  ]),
  set('sessions', 'archived', aSession, [0, 1]),
  set('sessions', 'hidden', aSession, [0, 1]),
  exchange('sessions', 'archived', aSession),
  aSession.map((id): Change => ['DELETE FROM sessions WHERE id = ?', id]),
];

for (const journalMode of ['wal', 'delete'] as const) {
  describe(`what a tool changes between two looks, with journal mode ${journalMode}`, () => {
    /** Makes changes of these kinds, a few at a time, and compares what is named with what differs. */
    function assertAllSeen(kinds: readonly fc.Arbitrary<Change>[]): void {
      const changes = fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 3 });
      fc.assert(
        fc.property(fc.array(changes, { minLength: 1, maxLength: 12 }), (rounds) => {
          const home = filledHome(journalMode);
          const watcher = new Watcher(home);
          try {
            for (const round of rounds) {
              const before = contents(home);
              for (const [sql, ...parameters] of round) home.sql.prepare(sql).run(...parameters);
              const after = contents(home);
              const differing = SESSIONS.filter((id) => before.get(id) !== after.get(id));
              const named = watcher.named();
              assert.deepEqual(
                differing.filter((id) => !named.includes(id)),
                [],
                'unseen',
              );
              assert.deepEqual(
                watcher.named().filter((id) => watcher.look().byId.has(id)),
                [],
                'again',
              );
            }
          } finally {
            watcher.close();
            home.remove();
          }
        }),
        { numRuns: 20 },
      );
    }

    it('is seen of rows', () => assertAllSeen(rowChanges));
    it('is seen of sessions', () => assertAllSeen(sessionChanges));
    it('is seen of both together', () => assertAllSeen([...rowChanges, ...sessionChanges]));
  });
}
