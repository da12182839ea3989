import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Database } from 'better-sqlite3';
import { type SampleProgress, writeSampleHome } from '../../../src/sample/writeSampleHome.ts';
import { contents, single, withFolder, withSample } from './sampleHomes.ts';

const number = (database: Database, sql: string) => single(database, sql) as number;

describe('writeSampleHome', () => {
  it('gives the same history for the same seed', async () => {
    const write = () => withSample({ sessions: 90, seed: 7 }, contents);
    assert.equal(await write(), await write());
  });

  it('gives another history for another seed', async () => {
    const write = (seed: number) => withSample({ sessions: 40, seed }, contents);
    assert.notEqual(await write(1), await write(2));
  });

  if (process.platform === 'linux') {
    it('ends with one clear line where no folder can be made, however deep', async () => {
      for (const output of ['/proc/x', '/proc/x/y', '/proc/self/x', '/dev/null', '/dev/null/x'])
        await assert.rejects(
          writeSampleHome({ output }),
          /^Error: (No sample can be written to|\/dev\/null is a file)[^\n]*$/,
        );
    });
  }

  it('makes the folders above it', () =>
    withFolder(async (folder) => {
      const output = join(folder, 'a', 'b', 'c');
      assert.equal((await writeSampleHome({ output, sessions: 3 })).sessions, 3);
    }));

  it('takes seed 1 when none is given', async () => {
    const given = await withSample({ sessions: 10, seed: 1 }, contents);
    assert.equal(await withSample({ sessions: 10 }, contents), given);
  });

  it('writes as many sessions as asked for, subagents included', () =>
    withSample({ sessions: 200 }, (database, report) => {
      assert.equal(single(database, 'SELECT count(*) FROM sessions'), 200);
      assert.equal(report.sessions, 200);
    }));

  it('writes more than a thousand sessions by default', () =>
    withSample({ messageScale: 0.05 }, (_, { sessions }) => assert.ok(sessions >= 1000, `${sessions}`)));

  it('reports the messages and the bytes of text that are there', () =>
    withSample({ sessions: 60 }, (database, { messages, textBytes }) => {
      assert.equal(messages, single(database, 'SELECT count(*) FROM messages'));
      assert.equal(textBytes, single(database, 'SELECT sum(length(CAST(content AS BLOB))) FROM messages'));
    }));

  it('writes about as much text as asked for', () =>
    withSample({ sessions: 80, textBytes: 6_000_000, rewrites: 'never' }, (_, { textBytes }) =>
      assert.ok(Math.abs(textBytes - 6_000_000) < 600_000, `${textBytes}`),
    ));

  it('puts all of the text into one session when there is but one', () =>
    withSample({ sessions: 1, textBytes: 2_000_000, rewrites: 'never' }, (database, { textBytes }) => {
      assert.equal(single(database, 'SELECT count(DISTINCT session_id) FROM messages'), 1);
      assert.ok(Math.abs(textBytes - 2_000_000) < 100_000, `${textBytes}`);
    }));

  it('writes the same sessions rewritten never and compacted twice, each that is long enough', async () => {
    const options = { sessions: 60, seed: 3 };
    const said = (database: Database) =>
      database
        .prepare(
          'SELECT DISTINCT session_id, role, content FROM messages WHERE _compressed_summary = 0 ORDER BY 1, 2, 3',
        )
        .all();
    const never = await withSample({ ...options, rewrites: 'never' }, (database) => {
      assert.equal(single(database, 'SELECT count(*) FROM messages WHERE active = 0'), 0);
      return said(database);
    });
    await withSample({ ...options, rewrites: 'compacted twice' }, (database) => {
      const summaries = `SELECT DISTINCT count(*) FROM messages WHERE content LIKE '%END OF CONTEXT SUMMARY%'
        GROUP BY session_id`;
      assert.deepEqual(database.prepare(summaries).pluck().all(), [2]);
      const long = number(
        database,
        'SELECT count(*) FROM (SELECT 1 FROM messages GROUP BY session_id HAVING count(*) > 20)',
      );
      const compacted = number(database, `SELECT count(DISTINCT session_id) FROM messages WHERE active = 0`);
      assert.ok(compacted >= long && long > 30, `${compacted} of ${long}`);
      const plain = said(database).filter(
        (row) => !/END OF CONTEXT SUMMARY/.test(`${(row as { content: unknown }).content}`),
      );
      assert.deepEqual(plain, never);
    });
  });

  it('has full-text tables only if asked for, where nothing is rewritten', async () => {
    const tables = (fullText?: boolean) =>
      withSample({ sessions: 3, rewrites: 'never', fullText }, (database) =>
        single(database, `SELECT count(*) FROM sqlite_schema WHERE name = 'messages_fts'`),
      );
    assert.deepEqual([await tables(), await tables(true)], [0, 1]);
  });

  it('derives the number of sessions from the amount of text', async () => {
    const sessionsFor = (textBytes: number) => withSample({ textBytes }, (_, { sessions }) => sessions);
    assert.equal(await sessionsFor(4_600_000), 100);
  });

  it('makes sessions shorter at a smaller scale', async () => {
    const messagesAt = (messageScale: number) =>
      withSample({ sessions: 60, messageScale }, (_, { messages }) => messages);
    assert.ok((await messagesAt(0.2)) < (await messagesAt(1)) / 2);
  });

  it('ends at the given moment', () => {
    const now = new Date('2026-05-06T07:08:09Z');
    return withSample({ sessions: 300, now }, (database) => {
      const latest = single(database, 'SELECT max(timestamp) FROM messages') as number;
      assert.ok(latest <= now.getTime() / 1000, 'a message is later');
      assert.ok(latest > now.getTime() / 1000 - 7 * 86_400, 'the last week is empty');
    });
  });

  it('counts its progress up to the number of sessions', () =>
    withFolder(async (output) => {
      const steps: SampleProgress[] = [];
      await writeSampleHome({ output, sessions: 150 }, (progress) => steps.push(progress));
      assert.deepEqual(steps.at(-1), { written: 150, total: 150 });
      assert.ok(steps.length > 20 && steps.length <= 101, `${steps.length} steps`);
    }));

  it('writes a second profile with a history of its own', () =>
    withSample({ sessions: 30 }, (database, _, home) => {
      const profile = join(home, 'profiles', 'work', 'state.db');
      database.exec(`ATTACH '${profile}' AS work`);
      assert.equal(single(database, 'SELECT count(*) FROM work.sessions'), 24);
      assert.equal(single(database, 'SELECT count(*) FROM work.sessions JOIN main.sessions USING (id)'), 0);
    }));

  it('leaves no unfinished database or log behind', () =>
    withFolder(async (output) => {
      await writeSampleHome({ output, sessions: 5 });
      assert.deepEqual(readdirSync(output).sort(), ['SAMPLE.txt', 'profiles', 'state.db']);
    }));
});

describe('the folder of a sample', () => {
  it('may hold an earlier sample, which is replaced', () =>
    withFolder(async (output) => {
      await writeSampleHome({ output, sessions: 9 });
      assert.equal((await writeSampleHome({ output, sessions: 4 })).sessions, 4);
    }));

  it('may exist and be empty', () =>
    withFolder(async (output) => {
      mkdirSync(output);
      await writeSampleHome({ output, sessions: 3 });
      assert.ok(existsSync(join(output, 'state.db')));
    }));

  it('must not hold anything else', () =>
    withFolder(async (output) => {
      mkdirSync(output);
      writeFileSync(join(output, 'state.db'), 'precious');
      await assert.rejects(writeSampleHome({ output, sessions: 3 }), /not empty and holds no earlier sample/);
    }));

  it('must not be a home that Hermes uses, even if it began as a sample', () =>
    withFolder(async (output) => {
      await writeSampleHome({ output, sessions: 3 });
      writeFileSync(join(output, 'config.yaml'), 'model: any\n');
      await assert.rejects(writeSampleHome({ output, sessions: 3 }), /Hermes home in use/);
    }));

  it('must not be a file', () =>
    withFolder(async (output) => {
      writeFileSync(output, '');
      await assert.rejects(writeSampleHome({ output, sessions: 3 }), /is a file/);
    }));
});
