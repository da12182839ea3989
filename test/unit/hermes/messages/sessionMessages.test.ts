import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { Message } from '../../../../src/hermes/messages/message.ts';
import { SeenRows } from '../../../../src/hermes/messages/rows/seen.ts';
import { START_OVER } from '../../../../src/hermes/messages/rows/startOver.ts';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { type MessageCells, TemporaryHome } from '../../../support/temporaryHome.ts';
import {
  BELOW,
  type Counted,
  dashboardRows,
  END,
  LEGACY,
  LONG,
  lifetimeRows,
  PRIOR,
  type StoredRow,
} from '../../../yardstick/plainSelection.ts';

const { driver } = await loadDriver();
const FIRST = 1_700_000_000;
const SESSIONS_A_HOME = 150;

const carriers = [
  `${LONG}sum`,
  ` \n${LEGACY} sum ${END} \u3000a`,
  `${PRIOR}\na\n\n${BELOW}\n\n${LONG}sum ${END}`,
  `a${BELOW}${LEGACY}`,
  `${LEGACY}${END}${LONG}x${END}a`,
  `${LEGACY}${END}`,
  `a ${BELOW} no summary`,
  `a ${END} b`,
  `a ${BELOW} x ${BELOW} ${LEGACY} y`,
];
const calls = [
  '[{"id": "1", "type": "function", "function": {"name": "x", "arguments": "{}"}}]',
  '[{"id":"1","function":{"arguments":"{\\"cut\\": 1}","name":"x"}}]',
  '{"call_id": "1", "name": "x"}',
  '"[{\\"id\\": \\"1\\", \\"name\\": \\"x\\"}]"',
  '[{"id": "2", "function": {"name": "x", "arguments": "{}"}}]',
  '[{"name": "x", "arguments": {"a": 1, "b": 2}}]',
  '[{"arguments": {"b": 2, "a": 1}, "name": "x"}]',
  '[{"name": "x", "arguments": {"a": 2}}]',
  '[]',
  '7',
  '[broken',
];
const texts = [
  'a',
  ' a',
  'a\u2003\x1c',
  'b',
  'longer text',
  '😀😀',
  '😀',
  '',
  null,
  '\0json:["a"]',
  '\0json:[',
  'é',
];

const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

/** Rows that are alike so often that copies, chains and near misses are the rule. */
const anyRow = fc.record({
  role: fc.constantFrom('user', 'assistant', 'tool', 'tool', 'system'),
  content: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: fc.constantFrom(...carriers) },
  ),
  tool_calls: often<string | null>(null, '', ...calls),
  tool_call_id: often<string | null>(null, '', 't1', 't2'),
  tool_name: often<string | null>(null, '', 'x'),
  timestamp: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }).map((step) => FIRST + step / 2) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<number | string | null>('soon', 'late', 0, -1, 1e11, null, FIRST - 9),
    },
  ),
  message_uid: often<string | null>(null, '', 'u1', 'u2', 'u3'),
  active: often(1, 0),
  compacted: often(0, 1),
  _compressed_summary: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(1) },
  ),
});

/** Rows whose time mostly rises, without uids in common: what an ordinary session has, with one oddity here and there. */
const orderlyRows = fc
  .array(
    fc.record({
      row: anyRow,
      step: fc.constantFrom(0, 0.25, 1, 2, -1),
      isOdd: fc.integer({ min: 0, max: 5 }),
    }),
  )
  .map((rows) => {
    let time = FIRST;
    return rows.map(({ row, step, isOdd }, index) => {
      time += step;
      const plain = {
        ...row,
        timestamp: time,
        message_uid: `own${index}`,
        active: 1,
        _compressed_summary: 0,
      };
      return isOdd === 0 ? { ...row, active: 1 } : plain;
    });
  });

/** Undefined where it has to be started over. */
function read(messages: Iterable<Message>): Counted[] | undefined {
  try {
    return Array.from(messages, ({ id, timestamp, text }) => ({
      id,
      timestamp,
      text: Buffer.from(text).toString(),
    }));
  } catch (error) {
    if (error === START_OVER) return undefined;
    throw error;
  }
}

const SEED = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 1e9));

describe(`which rows of a session count (SEED=${SEED})`, () => {
  let home: TemporaryHome;
  let rowsOf: Map<string, StoredRow[]>;

  const generate = (arbitrary: fc.Arbitrary<MessageCells[]>, seed: number) => {
    for (const cells of fc.sample(arbitrary, { numRuns: SESSIONS_A_HOME, seed })) {
      const id = home.addSession({});
      rowsOf.set(
        id,
        cells.map((row) => ({ ...row, id: home.addMessage(id, row) }) as unknown as StoredRow),
      );
    }
  };

  before(() => {
    home = TemporaryHome.create();
    rowsOf = new Map();
    generate(fc.array(anyRow, { maxLength: 12 }) as fc.Arbitrary<MessageCells[]>, SEED);
    generate(orderlyRows as fc.Arbitrary<MessageCells[]>, SEED + 1);
  });

  after(() => home.remove());

  function eachSession(look: (database: SessionDatabase, id: string, rows: StoredRow[]) => void): void {
    const database = SessionDatabase.open(home.path, driver);
    try {
      for (const [id, rows] of rowsOf) look(database, id, rows);
    } finally {
      database.close();
    }
  }

  for (const passes of [1, 2] as const) {
    for (const carriedBefore of [-Infinity, FIRST + 1]) {
      it(`is told in ${passes} ${passes === 1 ? 'pass' : 'passes'} as the rules say, from ${carriedBefore}`, () => {
        let told = 0;
        eachSession((database, id, rows) => {
          const seen = new SeenRows();
          const selection = {
            carriedBefore,
            onRow: (row: { timestamp: number | null; uid: string }) => seen.add(row),
            onChanged: () => undefined,
          };
          const found = read(database.messages.lifetime(id, {}, selection, passes));
          if (passes === 2) assert.ok(found);
          if (!found) return;
          told++;
          assert.deepEqual(found, lifetimeRows(rows, carriedBefore), id);
        });
        assert.ok(told > SESSIONS_A_HOME / 2, `${told} were told`);
      });
    }
  }

  it('is told of plain sessions while they stream, where every mode counts the same', () => {
    let told = 0;
    eachSession((database, id, rows) => {
      if (rows.some(({ active }) => active !== 1)) return;
      const watch = database.messages.plainRows(new SeenRows(), -Infinity);
      const found = read(
        (function* () {
          for (const row of database.messages.rows(id, {}, null)) {
            watch.add(row);
            yield row;
          }
        })(),
      );
      if (!found) return;
      told++;
      for (const expected of [
        lifetimeRows(rows, -Infinity),
        ...([1, 2, 3] as const).map((g) => dashboardRows(rows, g)),
      ])
        assert.deepEqual(found, expected, id);
    });
    assert.ok(told > SESSIONS_A_HOME / 10, `${told} were told`);
  });

  it('is the same in every mode where a careful look finds nothing changed', () => {
    eachSession((database, id, rows) => {
      const seen = new SeenRows();
      let isSame = rows.every(({ active }) => active === 1);
      const selection = {
        carriedBefore: -Infinity,
        onRow: (row: { timestamp: number | null; uid: string }) => {
          const isNew = seen.add(row);
          isSame &&= isNew;
          return isNew;
        },
        onChanged: () => {
          isSame = false;
        },
      };
      const found = read(database.messages.lifetime(id, {}, selection, 1));
      if (!found || !isSame) return;
      for (const generation of [1, 2, 3] as const)
        assert.deepEqual(found, dashboardRows(rows, generation), id);
    });
  });

  for (const generation of [1, 2, 3] as const) {
    it(`is what a dashboard of generation ${generation} counts`, () => {
      eachSession((database, id, rows) => {
        assert.deepEqual(
          read(database.messages.dashboard(id, {}, generation)),
          dashboardRows(rows, generation),
          id,
        );
      });
    });
  }
});

/** What the sessions above hold by chance, for certain. */
describe('a row of a session', () => {
  const said = { content: 'a', timestamp: FIRST };
  const everything = { carriedBefore: -Infinity, onRow: () => true, onChanged: () => undefined };

  /** Lets one session be looked at. */
  function lookAt(
    t: TestContext,
    rows: readonly MessageCells[],
  ): { database: SessionDatabase; id: string; rowIds: number[] } {
    const home = TemporaryHome.create();
    const id = home.addSession();
    const rowIds = rows.map((row) => home.addMessage(id, row));
    const database = SessionDatabase.open(home.path, driver);
    t.after(() => {
      database.close();
      home.remove();
    });
    return { database, id, rowIds };
  }

  it('that answers for a tool counts by what remains of it beside a summary', (t) => {
    const answer = { role: 'tool', tool_call_id: 't1', timestamp: FIRST };
    const { database, id } = lookAt(t, [
      { ...answer, content: `long before ${END}`, _compressed_summary: 1 },
      { ...answer, content: 'x' },
    ]);
    assert.equal(read(database.messages.lifetime(id, {}, everything, 1)), undefined);
    assert.deepEqual(
      read(database.messages.lifetime(id, {}, everything, 2))?.map(({ text }) => text),
      ['x'],
    );
  });

  it('does not count where the next one makes it a copy of the one before', (t) => {
    const { database, id, rowIds } = lookAt(t, [
      { ...said, message_uid: 'u1' },
      { ...said, message_uid: 'u2', timestamp: FIRST + 1 },
      { ...said, message_uid: 'u2' },
    ]);
    assert.deepEqual(
      read(database.messages.lifetime(id, {}, everything, 2))?.map((row) => row.id),
      [rowIds[0]],
    );
  });

  it('is not plain where one of its moment came before those of another', (t) => {
    const { database, id } = lookAt(t, [said, { ...said, timestamp: FIRST + 1 }, said]);
    const watch = database.messages.plainRows(new SeenRows(), -Infinity);
    const [first, second, copy] = database.messages.rows(id, {}, null);
    watch.add(first!);
    watch.add(second!);
    assert.throws(
      () => watch.add(copy!),
      (error) => error === START_OVER,
    );
  });

  it('is displayed as the last live one of its equals', (t) => {
    const { database, id, rowIds } = lookAt(t, [said, said, { ...said, active: 0, compacted: 1 }]);
    assert.deepEqual(
      read(database.messages.dashboard(id, {}, 2))?.map((row) => row.id),
      [rowIds[1]],
    );
  });
});
