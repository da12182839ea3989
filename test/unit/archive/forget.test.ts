import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { BACKUP_FILE } from '../../../src/archive/file/backup.ts';
import { describeWithEachDriver } from '../hermes/eachDriver.ts';
import { archiveAt, archivePath } from './support/archives.ts';
import { someRecord } from './support/records.ts';

const STEP = { id: 'badge', tier: 'Gold', at: 1_750_000_000, day: 20_254, evidence: null, announced: false };

describeWithEachDriver('forgetting', (driver) => {
  it('takes away the sessions that are gone, and only them', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    const gone = someRecord('gone', { goneAt: 1_750_009_000 });
    archive.save({
      sessions: [{ record: gone, bookmark: 1 }, { record: someRecord('here') }],
      steps: [STEP],
    });
    assert.equal(archive.forgetGone(), 1);
    assert.deepEqual([...archiveAt(t, path, driver).load().keys()], ['here']);
    assert.equal(archive.bookmark('gone'), undefined);
    assert.deepEqual(archive.steps(), [STEP]);
    assert.equal(archive.forgetGone(), 0);
  });

  it('holds against steps that another process had not been able to write until then', async (t) => {
    const path = await archivePath(t);
    const window = archiveAt(t, path, driver);
    window.save({ sessions: [{ record: someRecord('here') }] });
    window.load();
    const blocker = driver.openWritable(path, { busyTimeoutMs: 0 });
    blocker.exec('BEGIN EXCLUSIVE');
    assert.notEqual(window.save({ steps: [STEP] }), null);
    assert.deepEqual(window.steps(), [STEP]);
    blocker.exec('ROLLBACK');
    blocker.close();
    assert.notEqual(archiveAt(t, path, driver).forgetSteps(), undefined);
    window.takeOver();
    window.save({ sessions: [{ record: someRecord('later') }] });
    assert.deepEqual(archiveAt(t, path, driver).steps(), []);
  });

  it('leaves not a word of them in any file', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    const facts = { ...someRecord('gone').facts, title: 'Something to be forgotten' };
    archive.save({
      sessions: [{ record: someRecord('here') }, { record: someRecord('gone', { facts, goneAt: 5 }) }],
    });
    archive.care();
    archive.forgetGone();
    for (const name of readdirSync(dirname(path)))
      assert.equal(readFileSync(join(dirname(path), name)).includes('to be forgotten'), false, name);
  });

  it('holds when the archive is restored from its copy', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({
      sessions: [{ record: someRecord('gone', { goneAt: 5 }) }, { record: someRecord('here') }],
      steps: [STEP],
    });
    archive.care();
    archive.forgetGone();
    archive.forgetSteps();
    rmSync(path);
    assert.deepEqual([...archive.load().keys()], ['here']);
    assert.deepEqual(archive.steps(), []);
  });

  it('takes a session from a copy that was made before the session was gone', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({ sessions: [{ record: someRecord('here') }, { record: someRecord('gone'), bookmark: 1 }] });
    archive.care();
    archive.save({ sessions: [{ record: someRecord('gone', { goneAt: 5 }) }] });
    assert.equal(archive.forgetGone(), 1);
    rmSync(path);
    assert.deepEqual([...archive.load().keys()], ['here']);
  });

  it('is taken for no damage, where the process is killed before the copy has forgotten too', async (t) => {
    const path = await archivePath(t);
    const copy = join(dirname(path), BACKUP_FILE);
    const archive = archiveAt(t, path, driver);
    archive.save({
      sessions: [{ record: someRecord('here') }, { record: someRecord('gone', { goneAt: 5 }) }],
    });
    archive.care();
    const before = readFileSync(copy);
    archive.forgetGone();
    writeFileSync(copy, before);
    const another = archiveAt(t, path, driver);
    assert.deepEqual([[...another.load().keys()], another.takeRestoration()], [['here'], null]);
  });

  it('is seen by other processes, whose change numbers go on', async (t) => {
    const path = await archivePath(t);
    const [ours, theirs] = [archiveAt(t, path, driver), archiveAt(t, path, driver)];
    ours.save({ sessions: [{ record: someRecord('here') }, { record: someRecord('gone', { goneAt: 5 }) }] });
    theirs.load();
    ours.forgetGone();
    ours.save({ sessions: [{ record: someRecord('new') }] });
    assert.equal(theirs.takeOver().kind, 'all');
    assert.deepEqual([...theirs.load().keys()], ['here', 'new']);
    ours.save({ sessions: [{ record: someRecord('newer') }] });
    assert.deepEqual(theirs.takeOver(), { kind: 'sessions', records: [someRecord('newer')] });
  });

  it('of steps leaves sessions and runs', async (t) => {
    const archive = archiveAt(t, await archivePath(t), driver);
    archive.save({ sessions: [{ record: someRecord('a') }], steps: [STEP] });
    assert.equal(archive.forgetSteps(), 1);
    assert.deepEqual([archive.steps(), archive.load().size], [[], 1]);
  });

  it('works in memory where nothing is written', async (t) => {
    const archive = archiveAt(t, await archivePath(t), driver, false);
    archive.save({ sessions: [{ record: someRecord('gone', { goneAt: 5 }) }], steps: [STEP] });
    assert.deepEqual([archive.forgetGone(), archive.forgetSteps(), archive.load().size], [1, 1, 0]);
  });
});
