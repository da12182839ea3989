import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { type Cell, TemporaryHome } from '../../../support/temporaryHome.ts';
import { addSessions, scannerFor, setStage } from '../support/stage.ts';

async function complaint(t: TestContext, home: string): Promise<string> {
  const { scanner } = await scannerFor(t, home);
  const outcome = await scanner.scan(false);
  assert.equal(outcome.ok, false, 'the scan went well');
  return inEnglish(outcome.problem);
}

async function scan(t: TestContext, home: string): Promise<Snapshot> {
  const { scanner } = await scannerFor(t, home);
  const outcome = await scanner.scan(false);
  assert.ok(outcome.ok, outcome.ok ? '' : inEnglish(outcome.problem));
  return outcome.snapshot;
}

describe('in the place of state.db', () => {
  if (process.platform !== 'win32') {
    it('a pipe is refused, not waited for', async (t) => {
      const home = TemporaryHome.emptyDirectory();
      t.after(() => rmSync(home, { recursive: true }));
      execFileSync('mkfifo', [join(home, 'state.db')]);
      assert.equal(
        await complaint(t, home),
        `${join(home, 'state.db')} cannot be read: it is not a file; move it away`,
      );
    });
  }

  it('a directory is refused', async (t) => {
    const home = TemporaryHome.emptyDirectory();
    t.after(() => rmSync(home, { recursive: true }));
    mkdirSync(join(home, 'state.db'));
    assert.equal(
      await complaint(t, home),
      `${join(home, 'state.db')} cannot be read: it is a directory; move it away`,
    );
  });

  it('a link to itself is refused', async (t) => {
    const home = TemporaryHome.emptyDirectory();
    t.after(() => rmSync(home, { recursive: true }));
    symlinkSync('state.db', join(home, 'state.db'));
    assert.match(await complaint(t, home), /cannot be read: its links lead in a circle; remove one of them$/);
  });
});

describe('what only looks like a table of Hermes', () => {
  const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';
  const IMPOSTORS: Record<string, [table: string, sql: string]> = {
    'a view of messages without end': [
      'messages',
      `CREATE VIEW messages AS ${ENDLESS} SELECT i AS id, 's' AS session_id, 'user' AS role, 1 AS timestamp FROM n`,
    ],
    'a view of sessions without end': [
      'sessions',
      `CREATE VIEW sessions AS ${ENDLESS} SELECT 's' || i AS id, 1 AS started_at FROM n`,
    ],
    'a view of a table that is gone': ['sessions', 'CREATE VIEW sessions AS SELECT * FROM nowhere'],
    'a virtual table': [
      'messages',
      'CREATE VIRTUAL TABLE messages USING fts5(id, session_id, role, timestamp, content)',
    ],
    'a table without row ids': [
      'sessions',
      'CREATE TABLE sessions (id TEXT PRIMARY KEY, started_at REAL) WITHOUT ROWID',
    ],
  };
  for (const [what, [table, sql]] of Object.entries(IMPOSTORS)) {
    it(`such as ${what} is no history`, async (t) => {
      const { home } = setStage(t);
      home.sql.exec(`DROP TABLE ${table}; ${sql}`);
      assert.equal(
        await complaint(t, home.path),
        `${home.databasePath} holds no Hermes history: it has no table ${table}; choose another home, or let Hermes bring it up to date`,
      );
    });
  }
});

describe('a database with more than Hermes puts into it', () => {
  const ADDITIONS: Record<string, string> = {
    'triggers named like its tables': 'CREATE TRIGGER sessions_ AFTER INSERT ON messages BEGIN SELECT 1; END',
    'an index over an expression': 'CREATE INDEX odd ON messages(lower(content))',
    'a generated column':
      'ALTER TABLE messages ADD COLUMN loud TEXT GENERATED ALWAYS AS (upper(role)) VIRTUAL',
    'a view beside them': 'CREATE VIEW mine AS SELECT * FROM messages',
  };
  for (const [what, sql] of Object.entries(ADDITIONS)) {
    it(`such as ${what} is read`, async (t) => {
      const { home } = setStage(t);
      home.sql.exec(sql);
      addSessions(home, 3);
      assert.equal((await scan(t, home.path)).aggregate.session_count, 3);
    });
  }
});

describe('ids of sessions', () => {
  const IDS: Record<string, Cell> = {
    empty: '',
    'a number': 7,
    'a number beyond 2^53': 2n ** 62n,
    'with a NUL': 'a\0b',
    'of two lines': 'a\nb',
    'that mean something to JavaScript': '__proto__',
    'that are a path': '../../etc/passwd',
    'of two megabytes': 'x'.repeat(2_000_000),
  };
  for (const [what, id] of Object.entries(IDS)) {
    it(`${what}: the session is counted, and known again`, async (t) => {
      const { home } = setStage(t);
      home.addSession({ id, title: 'Same' }, []);
      home.addMessage(id, { content: 'an error' });
      assert.equal((await scan(t, home.path)).aggregate.total_errors, 1);
      const { scan_meta, aggregate } = await scan(t, home.path);
      assert.deepEqual([scan_meta.sessions_reused, aggregate.total_errors], [1, 1]);
    });
  }
});

describe('titles and ids beyond all reason', () => {
  it('stand in the snapshot only by their beginnings', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 10);
    home.sql.exec('UPDATE sessions SET title = title || hex(zeroblob(500000))');
    const text = JSON.stringify(await scan(t, home.path));
    assert.ok(text.includes('Task 90000') && text.includes('0…'), 'the beginning of a title');
    assert.ok(text.length < 1_000_000, `${text.length} characters`);
  });
});

describe('a home of a strange name', () => {
  const NAMES = [
    'with spaces',
    'ünï çødé 日本',
    'a?b#c%20d&immutable=0',
    'quo\'te"s',
    'x'.repeat(255),
    '-rf',
    '\n',
  ];
  for (const name of NAMES) {
    it(`such as ${JSON.stringify(name.slice(0, 30))} is read, with a log and without`, async (t) => {
      const { home } = setStage(t);
      addSessions(home, 2);
      home.rest();
      const parent = TemporaryHome.emptyDirectory();
      t.after(() => rmSync(parent, { recursive: true }));
      const path = join(parent, name);
      mkdirSync(path);
      renameSync(home.databasePath, join(path, 'state.db'));
      assert.equal((await scan(t, path)).aggregate.session_count, 2);
    });
  }
});
