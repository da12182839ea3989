import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { it } from 'node:test';
import { describeWithEachDriver } from '../hermes/eachDriver.ts';
import { archiveAt, archivePath } from './support/archives.ts';
import { someRecord } from './support/records.ts';

const STEP = { id: 'badge', tier: 'Gold', at: 1_750_000_000, day: 20_254, evidence: null, announced: false };
const RUN = {
  startedAt: 1_750_000_000,
  finishedAt: 1_750_000_001,
  durationMs: 1000,
  mode: 'full',
  sessions: 2,
  rescanned: 1,
  messages: 30,
  error: null,
} as const;

function save(...ids: readonly string[]) {
  return { sessions: ids.map((id) => ({ record: someRecord(id) })) };
}

describeWithEachDriver('the archive', (driver) => {
  it('gives back every session that was put, to another process as well', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    assert.equal(archive.save(save('a', 'b')), null);
    const expected = new Map(['a', 'b'].map((id) => [id, someRecord(id)]));
    assert.deepEqual(archive.load(), expected);
    assert.deepEqual(archiveAt(t, path, driver, false).load(), expected);
  });

  it('is made by the first change, readable by the user alone', {
    skip: process.platform === 'win32',
  }, async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    assert.deepEqual(archive.load(), new Map());
    assert.equal(existsSync(path), false);
    archive.save(save('a'));
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it('keeps any id, also one that SQLite would cut or mend', async (t) => {
    const path = await archivePath(t);
    const ids = ['a\0b', 'a', '\ud800', '"quoted"', '', '__proto__', "x'; DROP TABLE session"];
    const archive = archiveAt(t, path, driver);
    archive.save({ sessions: ids.map((id) => ({ record: someRecord(id), bookmark: [id] })) });
    const loaded = archiveAt(t, path, driver).load();
    assert.deepEqual([...loaded.keys()].sort(), ids.toSorted());
    for (const id of ids) assert.deepEqual(archive.bookmark(id), [id]);
  });

  it('takes over what another process has put, and only that', async (t) => {
    const path = await archivePath(t);
    const [ours, theirs] = [archiveAt(t, path, driver), archiveAt(t, path, driver)];
    ours.save(save('a', 'b'));
    ours.load();
    assert.deepEqual(ours.takeOver(), { kind: 'nothing' });
    const changed = someRecord('a', { goneAt: 1_750_009_000 });
    theirs.save({ sessions: [{ record: changed }] });
    assert.deepEqual(ours.takeOver(), { kind: 'sessions', records: [changed] });
    assert.deepEqual(ours.takeOver(), { kind: 'nothing' });
  });

  it('does not take over what it has put itself', async (t) => {
    const archive = archiveAt(t, await archivePath(t), driver);
    archive.save(save('a'));
    archive.load();
    archive.save(save('b'));
    assert.deepEqual(archive.takeOver(), { kind: 'nothing' });
  });

  it('still takes over what others put before it put something itself', async (t) => {
    const path = await archivePath(t);
    const [ours, theirs] = [archiveAt(t, path, driver), archiveAt(t, path, driver)];
    ours.save(save('a'));
    ours.load();
    theirs.save(save('theirs'));
    ours.save(save('ours'));
    const taken = ours.takeOver();
    assert.ok(taken.kind === 'sessions' && taken.records.some(({ id }) => id === 'theirs'));
  });

  it('keeps a bookmark until another is put or it is taken away', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    const record = someRecord('a');
    archive.save({ sessions: [{ record, bookmark: { at: 5 } }] });
    archive.save({ sessions: [{ record }] });
    assert.deepEqual(archiveAt(t, path, driver).bookmark('a'), { at: 5 });
    archive.save({ sessions: [{ record, bookmark: null }] });
    assert.equal(archive.bookmark('a'), undefined);
    assert.equal(archive.bookmark('unknown'), undefined);
  });

  it('merges steps: the earlier moment wins and an announcement stays made', async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save({ steps: [STEP, { ...STEP, tier: null }] });
    const archive = archiveAt(t, path, driver);
    archive.save({
      steps: [
        { ...STEP, at: STEP.at - 1 },
        { ...STEP, announced: true, day: null },
      ],
    });
    assert.deepEqual(archiveAt(t, path, driver).steps(), [
      { ...STEP, at: STEP.at - 1, announced: true },
      { ...STEP, tier: null },
    ]);
  });

  it('remembers the last hundred runs, and how many there were', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    for (let number = 1; number <= 103; number++) archive.save({ runs: [{ ...RUN, durationMs: number }] });
    const { count, last } = archiveAt(t, path, driver, false).runs();
    assert.equal(count, 103);
    assert.deepEqual([last.length, last[0]?.durationMs, last.at(-1)?.durationMs], [100, 4, 103]);
  });

  it('remembers since when it remembers', async (t) => {
    const path = await archivePath(t);
    const before = Date.now() / 1000;
    archiveAt(t, path, driver).save(save('a'));
    const { since } = archiveAt(t, path, driver, false).memos();
    archiveAt(t, path, driver).save({ memos: { generation: 2 } });
    assert.ok(since !== undefined && since >= before);
    const memos = archiveAt(t, path, driver, false).memos();
    assert.deepEqual([memos.since, memos.generation], [since, 2]);
  });

  it('has views in which a person can read it', async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save({ ...save('a'), steps: [STEP] });
    const file = driver.openReadOnly(path, { busyTimeoutMs: 0 });
    t.after(() => file.close());
    const value = (sql: string) => file.prepare(sql).get();
    assert.deepEqual(value(`SELECT value FROM session_figures WHERE name = 'terminal_calls'`), [3]);
    assert.deepEqual(value('SELECT title, source, kind, cwd FROM session_facts'), [
      'Session a',
      'cli',
      'root',
      '/home/somebody/projects/thing/src',
    ]);
    assert.deepEqual(value('SELECT badge, tier, noticed_at FROM step_facts'), [
      'badge',
      'Gold',
      1_750_000_000,
    ]);
  });
});
