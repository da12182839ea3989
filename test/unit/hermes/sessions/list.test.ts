import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import type { SqliteConnection, SqliteDriver } from '../../../../src/hermes/sqlite/drivers/driver.ts';
import { SMALLEST_SCHEMA, TemporaryHome, type TemporaryHomeOptions } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

/** As SQLite refuses a value of more than its limit, which takes half a gigabyte to reach. */
function withShortTexts(driver: SqliteDriver): SqliteDriver {
  const tooBig = new Error('string or blob too big');
  const limited = (connection: SqliteConnection): SqliteConnection => ({
    exec: (sql) => connection.exec(sql),
    close: () => connection.close(),
    prepare: (sql) => {
      if (sql.includes('group_concat')) throw tooBig;
      return connection.prepare(sql);
    },
  });
  const { openImmutable } = driver;
  return {
    ...driver,
    openReadOnly: (path, options) => limited(driver.openReadOnly(path, options)),
    ...(openImmutable ? { openImmutable: (path: string) => limited(openImmutable(path)) } : {}),
    resultCode: (error) => (error === tooBig ? 'SQLITE_TOOBIG' : driver.resultCode(error)),
  };
}

describeWithEachDriver('the list of sessions', (driver) => {
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

  function recreate(options: TemporaryHomeOptions): void {
    home.remove();
    home = TemporaryHome.create(options);
  }

  function listedIds(): string[] {
    return open()
      .listSessions()
      .map(({ id }) => id);
  }

  it('is read, and every change of it seen, where all titles together are longer than a text can be', () => {
    for (let index = 0; index < 20; index++)
      home.addSession({ id: `s-${index}`, title: 'x'.repeat(index * 10_000) });
    database = SessionDatabase.open(home.path, withShortTexts(driver));
    const listed = open().listSessions();
    assert.equal(listed.length, 20);
    assert.equal(open().listSessions(), listed);
    for (const cells of [
      { title: 'y'.repeat(190_000) },
      { model: 'another' },
      { started_at: 5.25 },
      { archived: 1 },
    ]) {
      const before = open().listSessions();
      home.editSession('s-19', cells);
      assert.notEqual(open().listSessions(), before, JSON.stringify(cells).slice(0, 40));
    }
  });

  it('holds a title that nobody could read to its end by its beginning', () => {
    home.addSession({ id: 's', title: `begin${'x'.repeat(2_000_000)}` });
    const title = open().listSessions()[0]!.title!;
    assert.match(title, /^beginx+$/);
    assert.ok(title.length < 20_000);
  });

  it('holds what Hermes noted of each', () => {
    home.addSession({
      id: 's',
      source: 'cli',
      created_source: 'telegram',
      model: 'a/b',
      title: 'Title',
      started_at: 12.5,
      ended_at: 90,
      last_activity_at: 80.25,
      end_reason: 'compression',
      parent_session_id: 'p',
      session_key: 'chat:1',
      model_config: '{"temperature": 1, "_branched_from": "p"}',
      archived: 1,
      hidden: 1,
      cwd: '/home/me/x',
      git_repo_root: '/home/me',
    });
    assert.deepEqual(open().listSessions(), [
      {
        id: 's',
        source: 'cli',
        createdSource: 'telegram',
        model: 'a/b',
        title: 'Title',
        startedAt: 12.5,
        endedAt: 90,
        lastActivityAt: 80.25,
        endReason: 'compression',
        parent: 'p',
        sessionKey: 'chat:1',
        marks: { delegateFrom: null, branchedFrom: 'p', resetFrom: null },
        archived: true,
        hidden: true,
        cwd: '/home/me/x',
        repoRoot: '/home/me',
        repaired: false,
      },
    ]);
  });

  it('begins with the latest', () => {
    for (const [id, started_at] of Object.entries({ first: 1, third: 3, second: 2 }))
      home.addSession({ id, started_at });
    assert.deepEqual(listedIds(), ['third', 'second', 'first']);
  });

  it('keeps sessions that began at once in the order of their creation', () => {
    for (const id of ['b', 'c', 'a']) home.addSession({ id, started_at: 5 });
    assert.deepEqual(listedIds(), ['b', 'c', 'a']);
  });

  it('reads only what the smallest schema has', () => {
    recreate({ schema: SMALLEST_SCHEMA });
    home.addSession({ id: 's', started_at: 1 });
    assert.deepEqual(open().listSessions(), [
      {
        id: 's',
        source: null,
        createdSource: null,
        model: null,
        title: null,
        startedAt: 1,
        endedAt: null,
        lastActivityAt: null,
        endReason: null,
        parent: null,
        sessionKey: null,
        marks: null,
        archived: false,
        hidden: false,
        cwd: null,
        repoRoot: null,
        repaired: false,
      },
    ]);
  });

  it('takes a start that is no number for absent, and puts it last', () => {
    home.addSession({ id: 'sound', started_at: 1 });
    home.addSession({ id: 'infinite', started_at: Infinity });
    home.addSession({ id: 'endless', started_at: -Infinity });
    home.addSession({ id: 'text', started_at: 'yesterday' });
    home.addSession({ id: 'none', started_at: null });
    const [first, ...others] = open().listSessions();
    assert.equal(first?.id, 'sound');
    assert.equal(first?.repaired, false);
    for (const session of others)
      assert.deepEqual([session.startedAt, session.repaired], [null, true], session.id);
    assert.equal(others.length, 4);
  });

  it('takes ends and activity from above 0 up to 4.2e9 for times, and no others', () => {
    for (const time of [-86_400, 0, 4_200_000_000.5, 1_750_000_000_000, 'soon', null])
      home.addSession({ ended_at: time, last_activity_at: time });
    for (const { endedAt, lastActivityAt } of open().listSessions())
      assert.deepEqual([endedAt, lastActivityAt], [null, null]);
    home.addSession({ id: 'last', last_activity_at: 4_200_000_000, ended_at: 0.001 });
    assert.deepEqual(
      [open().header('last')?.lastActivityAt, open().header('last')?.endedAt],
      [4_200_000_000, 0.001],
    );
  });

  it('keeps a start that is a number but no time, and counts it as repaired', () => {
    for (const started_at of [-86_400, 0, 5e246]) {
      const id = home.addSession({ started_at });
      assert.deepEqual([open().header(id)?.startedAt, open().header(id)?.repaired], [started_at, true]);
    }
  });

  it('decodes BLOBs and invalid UTF-8 among the values', () => {
    home.addSession({ id: 's', title: new Uint8Array([0x61, 0xff]) });
    home.sql.exec("UPDATE sessions SET model = CAST(x'62ff' AS TEXT)");
    const [session] = open().listSessions();
    assert.deepEqual([session?.title, session?.model, session?.repaired], ['a\ufffd', 'b\ufffd', true]);
  });

  it('takes ids of any characters, and leaves out rows without one', () => {
    const odd = 'a\'b"; DROP TABLE sessions; --\n/../é😀';
    home.addSession({ id: odd }, [{ content: 'text' }]);
    home.sql.exec('INSERT INTO sessions (id, started_at) VALUES (NULL, 1)');
    assert.deepEqual(listedIds(), [odd]);
    assert.equal(open().digests.of(odd).total, 1);
  });

  it('is the same array as long as nothing about sessions changed', () => {
    const id = home.addSession();
    const before = open().listSessions();
    home.addMessage(id);
    assert.equal(open().listSessions(), before);
  });

  for (const [change, cells] of Object.entries({
    title: { title: 'New' },
    model: { model: 'other' },
    archived: { archived: 1 },
    start: { started_at: 7 },
    source: { source: 'telegram' },
  })) {
    it(`shows a changed ${change}`, () => {
      const id = home.addSession();
      const before = open().listSessions();
      home.editSession(id, cells);
      assert.notDeepEqual(open().listSessions(), before);
    });
  }

  it('shows sessions that came and went', () => {
    home.addSession({ id: 'old' });
    assert.deepEqual(listedIds(), ['old']);
    home.deleteSession('old');
    home.addSession({ id: 'new' });
    assert.deepEqual(listedIds(), ['new']);
  });
});
