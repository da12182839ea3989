import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from 'better-sqlite3';
import { single, withSample } from './sampleHomes.ts';

const SESSIONS = 400;

describe('the history of a sample', () => {
  let database: Database;
  let release = () => {};
  let released: Promise<void>;

  before(
    () =>
      new Promise<void>((ready, failed) => {
        released = withSample({ sessions: SESSIONS }, (opened) => {
          database = opened;
          ready();
          return new Promise<void>((resolve) => {
            release = resolve;
          });
        });
        released.catch(failed);
      }),
  );
  after(() => {
    release();
    return released;
  });

  const number = (sql: string): number => single(database, sql) as number;
  const column = (sql: string): unknown[] => database.prepare(sql).pluck().all();
  const share = (condition: string): number =>
    number(`SELECT count(*) FROM sessions WHERE ${condition}`) / SESSIONS;
  const between = (value: number, least: number, most: number) =>
    assert.ok(value >= least && value <= most, `${value} is not between ${least} and ${most}`);

  it('is kept in write-ahead mode, as Hermes does', () => {
    assert.equal(database.pragma('journal_mode', { simple: true }), 'wal');
  });

  it('is a sound database', () => {
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
    assert.deepEqual(database.pragma('foreign_key_check'), []);
  });

  it('has the indexes that readers rely on', () => {
    const columnsOf = (index: unknown) => column(`SELECT name FROM pragma_index_info('${index}')`).join();
    const indexes = column(`SELECT name FROM pragma_index_list('messages')`).map(columnsOf);
    assert.deepEqual(indexes.sort(), ['session_id,active,timestamp', 'session_id,timestamp']);
  });

  it('has the sums of its messages in each session', () => {
    const wrong = number(`SELECT count(*) FROM sessions AS s WHERE message_count <>
      (SELECT count(*) FROM messages WHERE session_id = s.id)`);
    assert.equal(wrong, 0);
  });

  it('notes the usage of each session', () => {
    assert.equal(
      number('SELECT count(*) FROM session_model_usage JOIN sessions ON id = session_id'),
      SESSIONS,
    );
  });

  it('spans most of a year', () => {
    between(number('SELECT (max(started_at) - min(started_at)) / 86400 FROM sessions'), 330, 366);
  });

  it('has weekends, though quiet ones', () => {
    between(share(`strftime('%w', started_at, 'unixepoch') IN ('0', '6')`), 0.1, 0.28);
  });

  it('has nights, though few', () => {
    between(
      share(`strftime('%H', started_at, 'unixepoch') IN ('23', '00', '01', '02', '03', '04', '05')`),
      0.05,
      0.25,
    );
  });

  it('has archived sessions', () => between(share('archived = 1'), 0.01, 0.1));

  it('has sessions without a title', () => between(share('title IS NULL'), 0.15, 0.5));

  it('has sessions without a working directory, from chats', () => between(share('cwd IS NULL'), 0.1, 0.4));

  it('comes from several sources', () => {
    assert.ok(number('SELECT count(DISTINCT source) FROM sessions') >= 7);
  });

  it('knows several models', () => {
    assert.ok(number('SELECT count(DISTINCT model) FROM sessions') >= 10);
  });

  it('has subagents, which began while their parent was at work', () => {
    const wrong = `SELECT count(*) FROM sessions AS child JOIN sessions AS parent ON parent.id = child.parent_session_id
      WHERE child.started_at < parent.started_at OR child.ended_at > parent.ended_at`;
    between(share('parent_session_id IS NOT NULL'), 0.05, 0.3);
    assert.equal(number(wrong), 0);
  });

  it('has short sessions and very long ones', () => {
    assert.ok(number('SELECT min(message_count) FROM sessions') <= 6);
    assert.ok(number('SELECT max(message_count) FROM sessions') >= 2000);
  });

  it('has rows that were compacted away, always with a summary that came after', () => {
    const withoutSummary = number(`SELECT count(*) FROM (SELECT session_id, max(id) AS latest FROM messages
      WHERE compacted = 1 GROUP BY session_id) AS old WHERE NOT EXISTS (SELECT 1 FROM messages AS m
      WHERE m.session_id = old.session_id AND m.id > old.latest AND m.active = 1 AND m.content LIKE '[Summary%')`);
    assert.ok(number('SELECT count(*) FROM messages WHERE compacted = 1') > 100);
    assert.equal(withoutSummary, 0);
  });

  it('has rows that were rewound', () => {
    assert.ok(number('SELECT count(*) FROM messages WHERE active = 0 AND compacted = 0') > 20);
  });

  it('has no row that is both live and compacted', () => {
    assert.equal(number('SELECT count(*) FROM messages WHERE active = 1 AND compacted = 1'), 0);
  });

  it('has structured content that parses', () => {
    const contents = column(
      `SELECT substr(CAST(content AS BLOB), 7) FROM messages WHERE hex(substr(CAST(content AS BLOB), 1, 6)) = '006A736F6E3A'`,
    );
    assert.ok(contents.length > 3);
    for (const content of contents) assert.ok(Array.isArray(JSON.parse(`${content}`)));
  });

  it('answers every tool call', () => {
    const calls = column('SELECT tool_calls FROM messages WHERE tool_calls IS NOT NULL').flatMap((list) =>
      (JSON.parse(list as string) as { id: string }[]).map(({ id }) => id),
    );
    const results = column(`SELECT tool_call_id FROM messages WHERE role = 'tool'`);
    assert.deepEqual(calls.sort(), results.sort());
  });

  it('never goes back in time within a session', () => {
    const steps = database
      .prepare('SELECT session_id, timestamp FROM messages ORDER BY session_id, id')
      .raw()
      .all();
    let [session, last] = ['', 0];
    for (const [id, timestamp] of steps as [string, number][]) {
      assert.ok(id !== session || timestamp >= last, `${id} goes back`);
      [session, last] = [id, timestamp];
    }
  });

  it('has tool results from a few bytes to tens of thousands', () => {
    const sizes = column(`SELECT length(content) FROM messages WHERE role = 'tool' ORDER BY 1`) as number[];
    between(sizes[Math.floor(sizes.length / 2)] as number, 400, 2500);
    assert.ok((sizes.at(-1) as number) > 20_000);
  });

  it('is written in several scripts', () => {
    const scripts = [
      /\p{Script=Han}/u,
      /\p{Script=Hiragana}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Arabic}/u,
      /ñ|¿/,
      /ß|ü/,
    ];
    const prompts = column(`SELECT content FROM messages WHERE role = 'user'`).join('\n');
    for (const script of scripts) assert.match(prompts, script);
  });
});
