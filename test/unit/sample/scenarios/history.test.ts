import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from 'better-sqlite3';
import { single, withSample } from '../sampleHomes.ts';

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

  it('has the number of its live messages in each session', () => {
    const wrong = number(`SELECT count(*) FROM sessions AS s WHERE message_count <>
      (SELECT count(*) FROM messages WHERE session_id = s.id AND active = 1)`);
    assert.equal(wrong, 0);
  });

  it('keeps account of the models of each session since Hermes does', () => {
    const since = number('SELECT min(first_seen) FROM session_model_usage');
    const without = `SELECT count(*) FROM sessions WHERE started_at > ${since} + 30 * 86400 AND id NOT IN
      (SELECT session_id FROM session_model_usage WHERE task = '')`;
    assert.equal(number(without), 0);
    assert.ok(number(`SELECT count(*) FROM sessions WHERE started_at < ${since}`) > 10);
    assert.ok(number(`SELECT count(DISTINCT task) FROM session_model_usage`) >= 4);
  });

  it('has costs of every status', () => {
    const statuses = (table: string) => column(`SELECT DISTINCT cost_status FROM ${table} ORDER BY 1`);
    assert.deepEqual(statuses('sessions'), ['actual', 'estimated', 'included', 'unknown']);
    assert.deepEqual(statuses('session_model_usage'), [null, 'actual', 'estimated', 'included', 'unknown']);
  });

  it('has sessions in which the model was changed', () => {
    const switched = number(`SELECT count(*) FROM (SELECT 1 FROM session_model_usage WHERE task = ''
      GROUP BY session_id HAVING count(*) > 1)`);
    assert.ok(switched > 5, `${switched}`);
  });

  it('has counters that the accounts do not explain in full', () => {
    const unexplained = number(`SELECT count(*) FROM sessions AS s WHERE input_tokens > 1.05 *
      (SELECT sum(input_tokens) FROM session_model_usage WHERE session_id = s.id AND task = '')`);
    assert.ok(unexplained > 5, `${unexplained}`);
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

  it('has hidden and pinned sessions', () => {
    between(share('hidden = 1'), 0.002, 0.05);
    between(share('pinned = 1'), 0.002, 0.06);
  });

  it('has repositories with branches', () => {
    assert.ok(number('SELECT count(DISTINCT git_repo_root) FROM sessions') >= 6);
    assert.ok(number('SELECT count(DISTINCT git_branch) FROM sessions') >= 30);
    assert.ok(number(`SELECT count(*) FROM sessions WHERE cwd LIKE git_repo_root || '/%'`) > 5);
    assert.ok(number('SELECT count(*) FROM sessions WHERE cwd IS NOT NULL AND git_repo_root IS NULL') > 5);
  });

  it('has sessions without a title', () => between(share('title IS NULL'), 0.15, 0.5));

  it('has sessions without a working directory, from chats', () => between(share('cwd IS NULL'), 0.1, 0.4));

  it('comes from several sources', () => {
    assert.ok(number('SELECT count(DISTINCT source) FROM sessions') >= 7);
  });

  it('knows several models', () => {
    assert.ok(number('SELECT count(DISTINCT model) FROM sessions') >= 10);
  });

  it('has subagents, which began while their parent was at work', () => {
    const pairs = `sessions AS child JOIN sessions AS parent ON parent.id = child.parent_session_id
      AND parent.id = child.model_config ->> '$._delegate_from'`;
    const wrong = `SELECT count(*) FROM ${pairs}
      WHERE child.started_at < parent.started_at OR child.ended_at > parent.ended_at`;
    between(number(`SELECT count(*) FROM ${pairs}`) / SESSIONS, 0.05, 0.3);
    assert.equal(number(wrong), 0);
  });

  it('has sessions that go on from others: compacted into the next one, branched, or begun anew', () => {
    const children = (condition: string) =>
      number(`SELECT count(*) FROM sessions AS child JOIN sessions AS parent ON parent.id = child.parent_session_id
        WHERE child.started_at >= parent.ended_at AND ${condition}`);
    assert.ok(children(`parent.end_reason = 'compression'`) > 0);
    assert.ok(children(`parent.end_reason = 'branched'`) > 0);
    assert.ok(children(`child.model_config ->> '$._branched_from' = parent.id`) > 0);
    assert.ok(children(`child.model_config ->> '$._reset_from' = parent.id`) > 0);
    assert.ok(
      children(`child.session_key = parent.session_key AND parent.end_reason IN ('idle', 'daily')`) > 0,
    );
  });

  it('has sessions that are no longer there: gaps, and branches of what nobody knows', () => {
    const gaps = number('SELECT max(id) - count(*) FROM messages');
    assert.ok(gaps > 50, `${gaps}`);
    const orphans = number(`SELECT count(*) FROM sessions AS s WHERE parent_session_id IS NULL AND
      (SELECT min(timestamp) FROM messages WHERE session_id = s.id) < started_at - 1`);
    assert.ok(orphans > 0);
  });

  it('has sessions that run over midnight, and over days', () => {
    const days = (least: number) =>
      number(`SELECT count(*) FROM (SELECT 1 FROM messages GROUP BY session_id
        HAVING count(DISTINCT date(timestamp, 'unixepoch')) >= ${least})`);
    assert.ok(days(2) > 15, `${days(2)}`);
    assert.ok(days(3) > 1, `${days(3)}`);
  });

  it('has short sessions and very long ones', () => {
    assert.ok(number('SELECT min(message_count) FROM sessions') <= 6);
    const longest = 'SELECT max(count) FROM (SELECT count(*) AS count FROM messages GROUP BY session_id)';
    assert.ok(number(longest) >= 2000);
  });

  /** Rows that are there more than once, in a session that has a summary or none, by how the earlier ones were retired. */
  const copied = (retired: string, summary: 0 | 1): number =>
    number(`SELECT count(*) FROM messages AS copy JOIN messages AS original
      ON original.session_id = copy.session_id AND original.timestamp = copy.timestamp AND original.id < copy.id
      AND original.role = copy.role AND original.tool_call_id IS copy.tool_call_id
      WHERE copy.active = 1 AND original.active = 0 AND original.compacted = ${retired === '0/1' ? 1 : 0}
      AND copy.session_id IN (SELECT session_id FROM messages WHERE content LIKE
      '%--- END OF CONTEXT SUMMARY%') = ${summary}`);

  it('has sessions compacted in place, of which head and tail stand there again', () => {
    assert.ok(copied('0/1', 1) > 50, 'until August the originals of the tail are 0/1');
    assert.ok(copied('0/0', 1) > 10, 'since then they are 0/0');
  });

  it('has sessions whose old results were cleared', () => {
    assert.ok(copied('0/1', 0) > 50);
    assert.ok(number(`SELECT count(*) FROM messages WHERE content GLOB '[[]*] * chars, cleared'`) > 10);
  });

  it('has sessions in which something was retried under the same uid', () => {
    assert.ok(copied('0/0', 0) > 5);
    const retried = number(`SELECT count(*) FROM (SELECT 1 FROM messages WHERE message_uid IS NOT NULL
      GROUP BY message_uid HAVING count(DISTINCT content) > 1)`);
    assert.ok(retried > 0, `${retried}`);
  });

  it('has summaries in all the places where Hermes puts them, marked and not, in old words and new', () => {
    const summaries = (condition: string) =>
      number(
        `SELECT count(*) FROM messages WHERE content LIKE '%--- END OF CONTEXT SUMMARY%' AND ${condition}`,
      );
    for (const condition of [
      `role = 'user'`,
      `role = 'assistant'`,
      `content LIKE '[CONTEXT COMPACTION%summary above ---'`,
      `content LIKE '%summary above ---_%'`,
      `content LIKE '[PRIOR CONTEXT%'`,
      `content LIKE '%[CONTEXT SUMMARY]:%'`,
      '_compressed_summary = 1',
      '_compressed_summary = 0',
    ]) {
      assert.ok(summaries(condition) > 0, condition);
    }
  });

  it('has rows that were rewound', () => {
    assert.ok(number('SELECT sum(rewind_count) FROM sessions') > 5);
    assert.ok(number('SELECT count(*) FROM messages WHERE active = 0 AND compacted = 0') > 20);
  });

  it('has calls that went through tool_call, with the names in all their places', () => {
    const bridged = column(`SELECT tool_calls FROM messages WHERE tool_calls LIKE '%"tool_call"%'`)
      .flatMap((list) => JSON.parse(list as string) as { function: { name: string; arguments: unknown } }[])
      .filter((call) => call.function.name === 'tool_call')
      .map((call) => call.function.arguments);
    const values = bridged.map((args) => (typeof args === 'string' ? JSON.parse(args) : args));
    assert.ok(bridged.some((args) => typeof args !== 'string'));
    assert.ok(values.some(({ name }) => typeof name === 'string'));
    assert.ok(values.some(({ calls }) => Array.isArray(calls)));
    assert.ok(values.some(({ calls }) => typeof calls === 'string'));
  });

  it('can be searched by words and by parts of words', () => {
    const found = (table: string) =>
      number(
        `SELECT count(*) FROM ${table} WHERE ${table} MATCH 'tests' AND rowid IN (SELECT id FROM messages)`,
      );
    assert.ok(found('messages_fts') > 10);
    assert.ok(found('messages_fts_trigram') > 10);
  });

  it('notes what the display shows in the latest sessions', () => {
    assert.ok(number('SELECT count(DISTINCT display_identity) FROM messages') > 100);
    const wrong = `SELECT count(*) FROM messages AS m WHERE display_order <> (SELECT min(id) FROM messages AS other
      WHERE other.session_id = m.session_id AND other.display_identity = m.display_identity)`;
    assert.equal(number(wrong), 0);
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
    const results = column(`SELECT DISTINCT tool_call_id FROM messages WHERE role = 'tool' ORDER BY 1`);
    assert.deepEqual([...new Set(calls)].sort(), results);
  });

  it('goes back in time within a session only where something stands there again', () => {
    const rows = database
      .prepare(`SELECT m.session_id, timestamp, role || coalesce(tool_call_id, ''), timestamp < started_at FROM messages AS m
        JOIN sessions AS s ON s.id = m.session_id ORDER BY m.session_id, m.id`)
      .raw()
      .all() as [string, number, string, number][];
    let [session, last, seen] = ['', 0, new Set<string>()];
    for (const [id, timestamp, what, carriedOver] of rows) {
      if (id !== session) [session, last, seen] = [id, 0, new Set()];
      const row = `${timestamp} ${what}`;
      assert.ok(timestamp >= last || seen.has(row) || carriedOver, `${id} goes back`);
      last = Math.max(last, timestamp);
      seen.add(row);
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
