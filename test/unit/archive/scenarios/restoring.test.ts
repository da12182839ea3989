import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { PAGE_SIZE } from '../../../../src/archive/schema.ts';
import { describeWithEachDriver } from '../../hermes/eachDriver.ts';
import { archiveAt, archivePath, tamper } from '../support/archives.ts';
import { someRecord } from '../support/records.ts';

const DAY_MS = 86_400_000;
/** What a page of rows begins with, and one of an index; where it says how many there are. */
const [TABLE_LEAF, INDEX_LEAF, ROW_COUNT] = [13, 10, 3];

function sessions(...ids: readonly string[]) {
  return { sessions: ids.map((id) => ({ record: someRecord(id) })) };
}

function spoil(path: string): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xff, 0, 2100));
}

/** Where the pages of a file begin. */
function pagesOf(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / PAGE_SIZE }, (_, page) => page * PAGE_SIZE);
}

describeWithEachDriver('a damaged archive', (driver) => {
  it('is kept under another name, and what can be read of it and of its copy is in its place', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(sessions('a', 'b'));
    archive.care();
    archive.save(sessions('c'));
    archive.close();
    spoil(path);
    const spoilt = readFileSync(path);
    const restored = archiveAt(t, path, driver);
    assert.deepEqual([...restored.load().keys()].sort(), ['a', 'b', 'c']);
    const told = restored.takeRestoration();
    assert.deepEqual([told?.sessions, told?.steps, typeof told?.backupMadeAt], [3, 0, 'number']);
    assert.deepEqual(readFileSync(join(dirname(path), told?.setAside ?? '')), spoilt);
    assert.equal(restored.problem, null);
    assert.equal(restored.takeRestoration(), null);
    assert.deepEqual([...archiveAt(t, path, driver, false).load().keys()].sort(), ['a', 'b', 'c']);
  });

  it('is left to the holder of the lock by whoever only reads, who is answered by what is left', async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save({ ...sessions('a', 'b'), memos: { generation: 2 } });
    spoil(path);
    const spoilt = readFileSync(path);
    const reader = archiveAt(t, path, driver, false);
    assert.deepEqual([...reader.load().keys()].sort(), ['a', 'b']);
    assert.equal(reader.problem?.code, 'damaged');
    assert.deepEqual(readFileSync(path), spoilt);
    archiveAt(t, path, driver).save(sessions('c'));
    assert.equal(reader.takeOver().kind, 'all');
    assert.deepEqual([...reader.load().keys()].sort(), ['a', 'b', 'c']);
    assert.equal(reader.problem, null);
  });

  it('that is gone comes back from its copy', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(sessions('a'));
    archive.care();
    rmSync(path);
    assert.deepEqual([...archive.load().keys()], ['a']);
    assert.equal(archive.takeRestoration()?.setAside, null);
  });

  it('that was exchanged for its copy gets back what only the copy has', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(sessions('a'));
    archive.care();
    archive.save(sessions('b'));
    archive.close();
    const backup = join(dirname(path), 'archive.backup.sqlite');
    renameSync(path, `${path}.x`);
    renameSync(backup, path);
    renameSync(`${path}.x`, backup);
    assert.deepEqual([...archiveAt(t, path, driver).load().keys()].sort(), ['a', 'b']);
  });

  it('shows by a single row that is not as it was written', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(sessions('a', 'b'));
    archive.care();
    archive.close();
    tamper(path, driver, (file) =>
      file.run(`UPDATE session SET body = replace(body, 'cli', 'CLI') WHERE id = 'a'`),
    );
    assert.deepEqual(archiveAt(t, path, driver).load().get('a'), someRecord('a'));
  });

  it('shows by a page that looks whole and has lost a row', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(sessions('a', 'b', 'c'));
    archive.care();
    archive.close();
    const bytes = readFileSync(path);
    const isOfSessions = (page: Buffer) => page[0] === TABLE_LEAF && page.includes('Session a');
    const at = pagesOf(bytes).find((at) => isOfSessions(bytes.subarray(at, at + PAGE_SIZE)))! + ROW_COUNT;
    bytes.writeUInt16BE(bytes.readUInt16BE(at) - 1, at);
    writeFileSync(path, bytes);
    assert.deepEqual([...archiveAt(t, path, driver).load().keys()].sort(), ['a', 'b', 'c']);
  });

  it('runs nothing that a stranger wrote into it', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(sessions('a', 'b'));
    archive.close();
    tamper(path, driver, (file) =>
      file.exec('CREATE TRIGGER evil AFTER INSERT ON session BEGIN DELETE FROM session; END'),
    );
    assert.equal(archive.save(sessions('c')), null);
    assert.deepEqual([...archive.load().keys()].sort(), ['a', 'b', 'c']);
  });

  it('gives no other rise to a restoration: nothing else is set aside', async (t) => {
    const path = await archivePath(t);
    for (const id of ['a', 'b', 'c']) {
      const archive = archiveAt(t, path, driver);
      archive.load();
      archive.save(sessions(id));
      assert.equal(archive.takeRestoration(), null);
      archive.close();
    }
    assert.deepEqual(readdirSync(dirname(path)), ['archive.sqlite']);
  });
});

describeWithEachDriver('the daily care', (driver) => {
  const files = (path: string) => readdirSync(dirname(path)).sort();

  it('makes a copy that is an archive itself, at most once a day', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(sessions('a'));
    assert.deepEqual(archive.care(), { kind: 'copied' });
    archive.save(sessions('b'));
    assert.deepEqual(archive.care(), { kind: 'nothing' });
    assert.deepEqual(files(path), ['archive.backup.sqlite', 'archive.sqlite']);
    const backup = join(dirname(path), 'archive.backup.sqlite');
    assert.deepEqual([...archiveAt(t, backup, driver, false).load().keys()], ['a']);
    assert.deepEqual(archive.care(Date.now() + 2 * DAY_MS), { kind: 'copied' });
    assert.deepEqual([...archiveAt(t, backup, driver, false).load().keys()], ['a', 'b']);
  });

  it('is not put off by a clock that was put back', async (t) => {
    const archive = archiveAt(t, await archivePath(t), driver);
    archive.save(sessions('a'));
    archive.care();
    assert.deepEqual(archive.care(Date.now() - 2 * DAY_MS), { kind: 'copied' });
  });

  it('makes nothing where there is no archive, and for nobody who only reads', async (t) => {
    const path = await archivePath(t);
    assert.deepEqual(archiveAt(t, path, driver).care(), { kind: 'nothing' });
    assert.deepEqual(files(path), []);
    archiveAt(t, path, driver).save(sessions('a'));
    assert.deepEqual(archiveAt(t, path, driver, false).care(), { kind: 'nothing' });
  });

  it('finds damage that no answer has met, and does not copy it', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    const ids = Array.from({ length: 200 }, (_, index) => `session-${index}`);
    archive.save({ ...sessions(...ids) });
    archive.close();
    const bytes = readFileSync(path);
    const index = pagesOf(bytes).find((at) => bytes[at] === INDEX_LEAF);
    writeFileSync(path, bytes.fill(0xff, index! + 3, index! + 60));
    assert.deepEqual(archive.care(), { kind: 'copied' });
    assert.equal(archive.takeRestoration()?.sessions, 200);
    const backup = join(dirname(path), 'archive.backup.sqlite');
    assert.equal(archiveAt(t, backup, driver, false).load().size, 200);
  });
});
