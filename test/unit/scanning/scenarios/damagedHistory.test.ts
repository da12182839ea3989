import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { commandLine } from '../../../../src/cli.ts';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { CapturedTerminal } from '../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import { type Cell, FULL_SCHEMA, SMALLEST_SCHEMA, TemporaryHome } from '../../../support/temporaryHome.ts';
import { addSessions, scannerFor, setStage } from '../support/stage.ts';

/** What a scan said that could not give a snapshot. */
async function complaint(t: TestContext, home: string): Promise<string> {
  const { scanner } = await scannerFor(t, home);
  const outcome = await scanner.scan(false);
  assert.equal(outcome.ok, false, 'the scan went well');
  assert.doesNotMatch(inEnglish(outcome.problem), /\n|\bat .*:\d+:\d+/);
  return inEnglish(outcome.problem);
}

/** The snapshot of a scan that must go well, and what it logged. */
async function scan(t: TestContext, home: TemporaryHome): Promise<Snapshot & { log: string[] }> {
  const { scanner, log } = await scannerFor(t, home.path);
  const outcome = await scanner.scan(false);
  assert.ok(outcome.ok, outcome.ok ? '' : inEnglish(outcome.problem));
  assert.equal(outcome.snapshot.achievements.length, CATALOGUE.length);
  for (const [metric, figure] of Object.entries(outcome.snapshot.aggregate)) {
    assert.ok(Number.isSafeInteger(figure) && figure >= 0, `${metric} is ${figure}`);
  }
  return { ...outcome.snapshot, log };
}

/** A text of many pages, one of which can be found in the file. */
const LONG_TEXT = `${'x'.repeat(40_000)}MARK${'y'.repeat(40_000)}`;

/** Overwrites the page that holds the mark, so that the chain of the text's pages ends there. */
function breakLongText(home: TemporaryHome): void {
  home.sql.pragma('wal_checkpoint(TRUNCATE)');
  home.rest();
  const position = readFileSync(home.databasePath).indexOf('MARK');
  assert.notEqual(position, -1);
  const file = openSync(home.databasePath, 'r+');
  writeSync(file, Buffer.alloc(PAGE_SIZE, 0xff), 0, PAGE_SIZE, position - (position % PAGE_SIZE));
  closeSync(file);
}

const PAGE_SIZE = 4096;

/** The history as it is, at rest. */
function copyOf(home: TemporaryHome): Buffer {
  home.rest();
  return readFileSync(home.databasePath);
}

describe('a damaged index', () => {
  it('costs no figure, and is named with the way out', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 100);
    const whole = await scan(t, home);
    home.rest();
    const pages = home.sql
      .prepare("SELECT pageno FROM dbstat WHERE name LIKE 'idx_messages%' AND pagetype = 'leaf'")
      .pluck()
      .all() as number[];
    home.rest();
    const file = openSync(home.databasePath, 'r+');
    for (const page of pages)
      writeSync(file, Buffer.alloc(PAGE_SIZE, 0xee), 0, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    closeSync(file);
    const notices: string[] = [];
    const window = open({ save: false, onNotice: (told) => notices.push(inEnglish(told)) });
    const { aggregate, scan_meta } = await window.rescan({ full: true });
    assert.deepEqual(aggregate, whole.aggregate);
    assert.deepEqual([scan_meta.index_damaged, scan_meta.sessions_unreadable], [true, undefined]);
    assert.deepEqual(notices, [
      'An index of state.db is damaged; the figures are whole without it. "hermes doctor" can mend it.',
    ]);
  });
});

describe('where there is no history to read, a scan says in one line', () => {
  it('that there is no home', async (t) => {
    const directory = TemporaryHome.emptyDirectory();
    t.after(() => rmSync(directory, { recursive: true }));
    const home = join(directory, 'none');
    assert.equal(
      await complaint(t, home),
      `There is no Hermes home at ${home}: start Hermes once, or choose another home`,
    );
  });

  it('that there is no database', async (t) => {
    const home = TemporaryHome.emptyDirectory();
    t.after(() => rmSync(home, { recursive: true }));
    assert.equal(
      await complaint(t, home),
      `There is no ${join(home, 'state.db')}: start Hermes once, or choose another home`,
    );
  });

  const CONTENTS: Record<string, [Buffer, RegExp]> = {
    'that an empty file holds no history': [
      Buffer.alloc(0),
      /holds no Hermes history|not an SQLite database/,
    ],
    'that something else is no database': [
      Buffer.from('hello '.repeat(1000)),
      /is not an SQLite database: put back a copy that is one, or choose another home$/,
    ],
    'that a header alone is no database': [Buffer.from('SQLite format 3\0'), /./],
  };
  for (const [what, [content, expected]] of Object.entries(CONTENTS)) {
    it(what, async (t) => {
      const home = TemporaryHome.emptyDirectory();
      t.after(() => rmSync(home, { recursive: true }));
      writeFileSync(join(home, 'state.db'), content);
      assert.match(await complaint(t, home), expected);
    });
  }

  it('that a truncated database is damaged', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 50, 4000);
    home.sql.pragma('wal_checkpoint(TRUNCATE)');
    home.rest();
    truncateSync(home.databasePath, 3 * 4096);
    assert.match(
      await complaint(t, home.path),
      /is damaged and cannot be read whole: "hermes doctor" can mend it$/,
    );
  });

  it('which table is missing', async (t) => {
    const { home } = setStage(t);
    home.sql.exec('DROP TABLE messages');
    assert.match(
      await complaint(t, home.path),
      /holds no Hermes history: it has no table messages; choose another home, or let Hermes bring it up to date$/,
    );
  });

  it('the same on the command line, which ends with 1', async (t) => {
    const { home } = setStage(t);
    home.rest();
    writeFileSync(home.databasePath, 'hello '.repeat(1000));
    const terminal = new CapturedTerminal();
    const code = await commandLine(['scan', '--home', home.path], terminal, WORKER_FILE);
    assert.equal(code, 1);
    assert.deepEqual(terminal.complaints, [
      `${home.databasePath} is not an SQLite database: put back a copy that is one, or choose another home`,
    ]);
    assert.equal(terminal.output, '');
  });
});

describe('a session on damaged pages', () => {
  it('is passed over and counted, the others are read', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 20);
    home.addSession({ id: 'damaged', title: 'Damaged' }, [{ content: LONG_TEXT }]);
    breakLongText(home);
    const { aggregate, scan_meta, log } = await scan(t, home);
    assert.equal(aggregate.session_count, 20);
    assert.deepEqual([scan_meta.sessions_rescanned, scan_meta.rows_repaired], [20, 1]);
    assert.equal(scan_meta.sessions_unreadable, 1);
    assert.equal(log.filter((line) => /^1 of 21 sessions could not be read/.test(line)).length, 1);
  });

  it('keeps the figures that were known of it', async (t) => {
    const { home } = setStage(t);
    home.addSession({ id: 'whole' }, [{ content: 'error' }]);
    home.addSession({ id: 'damaged', title: 'Damaged' }, [{ content: `error ${LONG_TEXT}` }]);
    const before = await scan(t, home);
    home.addMessage('damaged', { content: 'one more error' });
    breakLongText(home);
    const after = await scan(t, home);
    assert.equal(after.scan_meta.rows_repaired, 2);
    assert.deepEqual(after.aggregate, before.aggregate);
  });

  it('is said with the way out, by every command that shows figures, until it can be read', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 20);
    home.addSession({ id: 'damaged', title: 'Damaged' }, [{ content: LONG_TEXT }]);
    const whole = copyOf(home);
    breakLongText(home);
    const said = async (...argv: string[]): Promise<CapturedTerminal> => {
      const terminal = new CapturedTerminal();
      assert.equal(await commandLine([...argv, '--home', home.path], terminal, WORKER_FILE), 0);
      return terminal;
    };
    for (const command of ['scan', 'list', 'scan'])
      assert.deepEqual((await said(command)).complaints, [
        '1 session could not be read, as state.db is damaged; what was known of it is kept. "hermes doctor" can mend it.',
      ]);
    assert.match(
      (await said('status')).output,
      /^State +FRESH, but incomplete\nDamage +1 session could not/m,
    );
    assert.equal(JSON.parse((await said('status', '--json')).output).sessions_unreadable, 1);
    writeFileSync(home.databasePath, whole);
    assert.deepEqual((await said('scan')).complaints, []);
    assert.doesNotMatch((await said('status')).output, /Damage|incomplete/);
  });

  it('is looked at again by the next scan of the same window, and said once', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    home.addSession({ id: 'damaged', title: 'Damaged' }, [{ content: LONG_TEXT }]);
    const whole = copyOf(home);
    breakLongText(home);
    const notices: string[] = [];
    const window = open({ onNotice: (told) => notices.push(inEnglish(told)) });
    for (let scans = 0; scans < 3; scans++) {
      const { scan_meta } = await window.rescan({ full: false });
      assert.equal(scan_meta.sessions_unreadable, 1);
      home.addSession({ id: `later-${scans}` }, [{ content: 'more' }]);
    }
    assert.equal(notices.length, 1);
    home.rest();
    writeFileSync(home.databasePath, whole);
    assert.equal((await window.rescan({ full: false })).scan_meta.sessions_unreadable, undefined);
  });

  it('that is the only one is a failure, not an empty history', async (t) => {
    const { home } = setStage(t);
    home.addSession({ id: 'damaged', title: 'Damaged' }, [{ content: LONG_TEXT }]);
    breakLongText(home);
    assert.match(
      await complaint(t, home.path),
      /is damaged and cannot be read whole: "hermes doctor" can mend it$/,
    );
  });
});

describe('a schema that is older or newer', () => {
  it('down to the smallest is read', async (t) => {
    const { home } = setStage(t, { schema: SMALLEST_SCHEMA });
    addSessions(home, 3);
    assert.equal((await scan(t, home)).aggregate.session_count, 3);
  });

  for (const table of ['sessions', 'messages'] as const) {
    for (const column of FULL_SCHEMA[table]) {
      it(`without ${table}.${column.split(' ', 1)[0]} is read`, async (t) => {
        const columns = FULL_SCHEMA[table].filter((other) => other !== column);
        const { home } = setStage(t, { schema: { ...FULL_SCHEMA, [table]: columns } });
        addSessions(home, 2);
        assert.equal((await scan(t, home)).aggregate.session_count, 2);
      });
    }
  }

  it('with columns and tables that nobody knows yet is read', async (t) => {
    const { home } = setStage(t);
    home.sql.exec("ALTER TABLE messages ADD COLUMN mood TEXT DEFAULT 'fine'; CREATE TABLE moods (id)");
    home.sql.exec('ALTER TABLE sessions ADD COLUMN started_by BLOB');
    addSessions(home, 3);
    assert.equal((await scan(t, home)).aggregate.session_count, 3);
  });
});

describe('cells that hold what they should not', () => {
  const CELLS: Record<string, Cell> = {
    NULL: null,
    text: 'yesterday',
    'a number beyond every calendar': 1e300,
    infinity: Number.POSITIVE_INFINITY,
    'a negative number': -1e15,
    'a huge integer': 9_223_372_036_854_775_807n,
    'a BLOB': Buffer.from([0xff, 0xfe, 0x00, 0x80]),
    'a text with NULs': 'a\0b\0c',
    'a lone surrogate': '\ud800',
    'an empty text': '',
  };
  const COLUMNS: [table: 'sessions' | 'messages', columns: string[]][] = [
    ['sessions', ['started_at', 'source', 'model', 'title', 'archived']],
    ['messages', ['role', 'timestamp', 'content', 'tool_calls', 'tool_name', 'active', 'compacted']],
  ];
  for (const [what, cell] of Object.entries(CELLS)) {
    it(`such as ${what} stop nothing`, async (t) => {
      const { home } = setStage(t);
      home.sql.exec('PRAGMA ignore_check_constraints = ON');
      addSessions(home, 2);
      for (const [table, columns] of COLUMNS) {
        for (const column of columns) {
          const id = home.addSession({ id: `${table}.${column}` }, [
            { content: 'an error' },
            { content: 'two' },
          ]);
          const key = table === 'sessions' ? 'id' : 'session_id';
          try {
            home.sql.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`).run(cell, id);
          } catch {
            // The column refuses NULL, so this cannot happen.
          }
        }
      }
      const { aggregate } = await scan(t, home);
      assert.ok(aggregate.session_count >= 13);
    });
  }

  it('such as bytes that are no UTF-8 are read with replacement, and counted', async (t) => {
    const { home } = setStage(t);
    const id = home.addSession({ id: 'odd' }, [{ content: 'fine' }]);
    home.sql.exec(`INSERT INTO messages (session_id, role, timestamp, content)
      VALUES ('${id}', 'user', 1750000000, CAST(X'6572726F7220FF66696E65' AS TEXT))`);
    const { scan_meta, aggregate } = await scan(t, home);
    assert.equal(scan_meta.rows_repaired, 1);
    assert.equal(aggregate.total_errors, 1);
  });

  it('such as names of tools that are not strings stop nothing', async (t) => {
    const { home } = setStage(t);
    const calls = [
      '[{"name":5},{"name":null,"function":{"name":["terminal"]}},{"function":7},{"name":{"a":1}},3,null,[]]',
      '{"name":"terminal"}',
      '"terminal"',
      '[[[{"name":"terminal"}]]]',
      'not json',
      '[{"name":"terminal"}',
      '[{"name":"__proto__"},{"name":"constructor"}]',
    ];
    home.addSession(
      { id: 'odd' },
      calls.map((tool_calls) => ({ role: 'assistant', tool_calls })),
    );
    assert.equal((await scan(t, home)).aggregate.session_count, 1);
  });

  it('such as messages of sessions that do not exist are nobody’s', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 1);
    for (const session of ['ghost', null, '', 7]) home.addMessage(session, { content: 'error '.repeat(50) });
    const { aggregate, scan_meta } = await scan(t, home);
    assert.equal(aggregate.session_count, 1);
    assert.equal(scan_meta.messages_scanned, 2);
  });
});

describe('sizes beyond all reason', () => {
  it('such as a message of 64 MB are read', async (t) => {
    const { home } = setStage(t);
    const size = 64 * 1024 * 1024;
    home.addSession({ id: 'huge' }, [{ content: `${'all is well. '.repeat(size / 13)} error` }]);
    assert.equal((await scan(t, home)).aggregate.total_errors, 1);
  });

  it('such as JSON nested 200,000 deep are read as text, or as nothing', async (t) => {
    const { home } = setStage(t);
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    home.addSession({ id: 'deep' }, [
      { content: `\0json:${deep}` },
      { content: 'error', tool_calls: deep },
      { role: 'assistant', content: `\0json:${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}` },
    ]);
    const { aggregate, scan_meta } = await scan(t, home);
    assert.equal(aggregate.session_count, 1);
    assert.equal(scan_meta.messages_scanned, 3);
  });

  it('such as 100,000 messages in a session are read', async (t) => {
    const { home } = setStage(t);
    home.addSession({ id: 'long' });
    home.sql.exec(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
      INSERT INTO messages (session_id, role, timestamp, content)
      SELECT 'long', 'user', 1750000000 + n, 'message ' || n FROM numbers`);
    const { aggregate } = await scan(t, home);
    assert.equal(aggregate.max_messages_in_session, 100_000);
  });
});
