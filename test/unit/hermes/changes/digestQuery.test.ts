import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import {
  NO_ROWS,
  NO_SESSION_ROWS,
  type RowDigest,
  rowsOfOthers,
  sameRows,
  withAppended,
} from '../../../../src/hermes/changes/digest.ts';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { FULL_SCHEMA, SMALLEST_SCHEMA, TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

describeWithEachDriver("a session's rows from outside", (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase | undefined;

  beforeEach(() => {
    home = TemporaryHome.create();
  });

  afterEach(() => {
    database?.close();
    database = undefined;
    home.remove();
  });

  function open(): SessionDatabase {
    database ??= SessionDatabase.open(home.path, driver);
    return database;
  }

  it('are counted for each session', () => {
    home.addSession({ id: 'a' }, [{ timestamp: 10 }, { timestamp: 30 }, { timestamp: 20 }]);
    home.addSession({ id: 'b' }, [{ timestamp: 40 }]);
    home.rewind(2);
    const outline = [...open().digests.sweep()].map(([id, { digest, leastId }]) => {
      const { total, active, maxId, lastTimestamp } = digest;
      return [id, { total, active, maxId, lastTimestamp, leastId }];
    });
    assert.deepEqual(outline, [
      ['a', { total: 3, active: 2, maxId: 3, lastTimestamp: 30, leastId: 1 }],
      ['b', { total: 1, active: 1, maxId: 4, lastTimestamp: 40, leastId: 4 }],
    ]);
  });

  it('have the marks that every driver gives, for they are stored', () => {
    home.addSession({ id: 'a' }, [
      { timestamp: 1_750_000_000.25 },
      { timestamp: null },
      { timestamp: 'later', active: 2 },
      { timestamp: 1_750_000_060, active: 0, compacted: 1 },
    ]);
    const { mark, compactedMark } = open().digests.rowsOf('a').digest;
    assert.deepEqual([mark, compactedMark], [8_253_224_679_614, 5_262_974_284_992]);
  });

  it('show the least that a clock can tell, of two rows that are moved against each other', () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({ timestamp: 1_750_000_000 + index }));
    home.addSession({ id: 'a' }, rows);
    const { mark } = open().digests.rowsOf('a').digest;
    const move = home.sql.prepare(
      'UPDATE messages SET timestamp = timestamp + iif(id = @later, @by, -@by) WHERE id IN (@later, @earlier)',
    );
    for (let later = 1; later <= rows.length; later++) {
      const earlier = (later % rows.length) + 1;
      for (const parts of [1, 2, 3, 4, 5, 16]) {
        const by = parts / 2 ** 22;
        move.run({ later, earlier, by });
        assert.notEqual(open().digests.rowsOf('a').digest.mark, mark, `${later}, ${earlier} by ${by} s`);
        move.run({ later, earlier, by: -by });
      }
    }
    assert.equal(open().digests.rowsOf('a').digest.mark, mark);
  });

  it('show how many of others may stand among them, whatever ids are missing', () => {
    const rowsOf: Readonly<Record<string, readonly number[]>> = {
      alone: [3, 9],
      around: [20, 50],
      within: [30, 40, 41],
      after: [51],
      overlapping: [60, 80],
      overlapped: [70, 90, 95, 96],
    };
    for (const [id, messageIds] of Object.entries(rowsOf)) {
      home.addSession(
        { id },
        messageIds.map((id) => ({ id })),
      );
    }
    assert.deepEqual(Object.fromEntries(rowsOfOthers(open().digests.sweep())), {
      alone: 0,
      around: 3,
      within: 2,
      after: 0,
      overlapping: 4,
      overlapped: 2,
    });
  });

  it('are all active in the smallest schema', () => {
    home.remove();
    home = TemporaryHome.create({ schema: SMALLEST_SCHEMA });
    const id = home.addSession({}, [{ timestamp: 1 }, { timestamp: 2 }]);
    const { total, active, compactedMark } = open().digests.of(id);
    assert.deepEqual({ total, active, compactedMark }, { total: 2, active: 2, compactedMark: 0 });
    assert.equal(open().digests.compactedMarkOf(id), 0);
  });

  it('need no index', () => {
    home.remove();
    home = TemporaryHome.create({ schema: { ...FULL_SCHEMA, indexes: false } });
    const id = home.addSession({}, [{}, {}]);
    home.compact(1);
    assert.equal(open().digests.sweep().get(id)?.digest.active, 1);
    assert.notEqual(open().digests.compactedMarkOf(id), 0);
  });

  it('come with the least id of their session', () => {
    const a = home.addSession({}, [{}, {}]);
    const b = home.addSession({}, [{}]);
    home.addMessage(a);
    assert.equal(open().digests.rowsOf(a).leastId, 1);
    assert.equal(open().digests.rowsOf(b).leastId, 3);
    assert.deepEqual(open().digests.rowsOf('missing'), NO_SESSION_ROWS);
    assert.deepEqual(open().digests.rowsOf(a).digest, open().digests.of(a));
  });

  it('are none for a session without any, and one that does not exist', () => {
    const id = home.addSession();
    assert.deepEqual(open().digests.of(id), NO_ROWS);
    assert.deepEqual(open().digests.of('missing'), NO_ROWS);
    assert.equal(open().digests.greatestId(), 0);
    assert.equal(open().digests.totalRows(), 0);
  });

  it('read the same one by one as all together', () => {
    home.addSession({ id: 'a' }, [{}, {}, {}]);
    home.addSession({ id: 'b' }, [{}, { timestamp: null }]);
    home.compact(1);
    home.rewind(4);
    const marks = open().digests.marksOfAll();
    for (const [id, { digest, leastId }] of open().digests.sweep()) {
      const compactedMark = open().digests.compactedMarkOf(id);
      assert.deepEqual(open().digests.rowsOf(id), { digest: { ...digest, compactedMark }, leastId });
      assert.deepEqual(open().digests.of(id), { ...digest, compactedMark });
      assert.equal(marks.get(id), digest.mark);
    }
  });

  it('have no last timestamp but a moment', () => {
    const timestamps = [5, null, 'later', Infinity, 1e300, new Uint8Array([1]), 9_007_199_254_740_993n];
    const id = home.addSession(
      {},
      timestamps.map((timestamp) => ({ timestamp })),
    );
    assert.equal(open().digests.of(id).lastTimestamp, 5);
  });

  it('belong to a session that does not exist, and are found under its id', () => {
    home.addMessage('nobody');
    assert.equal(open().digests.sweep().get('nobody')?.digest.total, 1);
  });

  it('without a session are passed over', () => {
    home.addMessage(null);
    assert.equal(open().digests.sweep().size, 0);
  });

  it('can be looked at from an id on', () => {
    const id = home.addSession({}, [{}, {}, {}]);
    const { total, maxId, mark } = open().digests.of(id, 1);
    assert.deepEqual({ total, maxId }, { total: 2, maxId: 3 });
    home.deleteMessage(1);
    assert.equal(open().digests.of(id).mark, mark);
  });

  it('with ids beyond 2^53 do no harm', () => {
    const id = home.addSession({}, [{ id: 9_007_199_254_740_993n }, { id: 9_223_372_036_854_775_807n }]);
    assert.equal(open().digests.of(id).total, 2);
    assert.equal(open().digests.greatestId(), 2 ** 63);
    assert.equal([...open().messages.rows(id, {}, null)].length, 2);
  });

  it('count a hundred thousand sessions without messages', () => {
    home.sql.exec(`INSERT INTO sessions (id, started_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT 's' || i, i FROM n`);
    assert.equal(open().listSessions().length, 100_000);
    assert.equal(open().digests.sweep().size, 0);
  });

  const changes: Readonly<Record<string, (id: string) => void>> = {
    'an appended message': (id) => void home.addMessage(id),
    'a rewound message': () => home.rewind(2),
    'a compacted message': () => home.compact(2),
    'a deleted message': () => home.deleteMessage(2),
    'a message replaced by another': (id) => {
      home.deleteMessage(2);
      home.addMessage(id, { timestamp: 1 });
    },
    'one message rewound and another taken up again': () => {
      home.rewind(2);
      home.editMessage(4, { active: 1 });
    },
  };
  for (const [change, make] of Object.entries(changes)) {
    it(`look different after ${change}`, () => {
      const id = home.addSession({}, [{}, {}, {}, {}]);
      home.rewind(4);
      const before = open().digests.of(id);
      make(id);
      assert.equal(sameRows(open().digests.of(id), before), false);
    });
  }

  it('look the same when nothing was done to them', () => {
    const id = home.addSession({}, [{}, {}]);
    const before: RowDigest = open().digests.of(id);
    home.addSession({}, [{}]);
    assert.ok(sameRows(open().digests.of(id), before));
  });
});

describeWithEachDriver('what changed since an earlier look', (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'a' }, [{}, {}]);
    home.addSession({ id: 'b' }, [{}]);
    database = SessionDatabase.open(home.path, driver);
  });

  afterEach(() => {
    database.close();
    home.remove();
  });

  it('shows in the data version, and only then', () => {
    const before = database.dataVersion();
    assert.equal(database.dataVersion(), before);
    home.addMessage('a');
    assert.notEqual(database.dataVersion(), before);
  });

  it('is summed up by session for new messages, so that it can be added to what was there', () => {
    const id = database.digests.greatestId();
    const before = database.digests.rowsOf('b').digest;
    assert.deepEqual(database.digests.since(id), new Map());
    home.addMessage('b', { timestamp: 7 });
    home.addMessage('b', { timestamp: null });
    home.addMessage('a');
    home.rewind(5);
    const since = database.digests.since(id);
    assert.deepEqual([...since.keys()].sort(), ['a', 'b']);
    assert.deepEqual(withAppended(before, since.get('b')!), database.digests.rowsOf('b').digest);
    assert.deepEqual(withAppended(before, NO_ROWS), before);
  });

  it('shows in the number of rows when messages are deleted', () => {
    assert.equal(database.digests.totalRows(), 3);
    home.deleteMessage(1);
    assert.equal(database.digests.totalRows(), 2);
  });
});
