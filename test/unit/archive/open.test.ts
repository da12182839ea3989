import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Archive } from '../../../src/archive/archive.ts';
import { openArchive } from '../../../src/archive/open.ts';
import { localDayOf } from '../../../src/calendar/localDay.ts';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import type { SqliteDriver } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { dashboardEntry, ownEntry } from '../files/support/sessions.ts';
import { makePlace, newerPlace, olderPlace, temporaryHome } from '../files/support/temporaryHome.ts';
import { describeWithEachDriver } from '../hermes/eachDriver.ts';
import { someRecord } from './support/records.ts';

const FORMER = fileURLToPath(new URL('../../upgrades/0.1.0', import.meta.url));
const AT_ONCE = { quietMs: 0, limitMs: 0 };

async function opened(t: TestContext, home: string, driver: SqliteDriver, write = true): Promise<Archive> {
  const directory = await DataDirectory.locate(home);
  const archive = await openArchive(directory, driver, { write, patience: AT_ONCE });
  t.after(() => archive.close());
  return archive;
}

/** A home as 0.1.0 left it. */
async function formerHome(t: TestContext): Promise<string> {
  const home = await temporaryHome(t);
  cpSync(FORMER, await makePlace(olderPlace(home)), { recursive: true });
  return home;
}

function former(name: string) {
  return JSON.parse(readFileSync(join(FORMER, name), 'utf8'));
}

describeWithEachDriver('the archive of a home that 0.1.0 has scanned', (driver) => {
  it('has every session with its figures of both modes, by the rules of that time', async (t) => {
    const home = await formerHome(t);
    const records = (await opened(t, home, driver)).load();
    const { sessions } = former('scan_checkpoint.json');
    assert.deepEqual([...records.keys()].sort(), Object.keys(sessions).sort());
    for (const [id, record] of records) {
      const { stats, fingerprint, vscode } = sessions[id];
      const own = localDayOf(stats.started_at);
      assert.deepEqual({ ...record.lifetime }, { ...(vscode.lifetime ?? stats) });
      assert.equal(record.dashboard?.generation, 1);
      assert.deepEqual({ ...record.dashboard?.stats }, stats);
      assert.deepEqual([record.rules, record.rows, record.goneAt], [1, null, null]);
      assert.deepEqual(record.days, { own, last: own, earlier: [] });
      assert.deepEqual(
        [record.facts.lastActive, record.facts.titled],
        [fingerprint.last_active, vscode.titled],
      );
    }
  });

  it('has every step with its moment, and how the scans went', async (t) => {
    const archive = await opened(t, await formerHome(t), driver);
    const { steps } = former('unlock_history.json');
    assert.deepEqual(
      archive.steps(),
      steps.map((step: object) => ({ ...step, day: null })),
    );
    const { count, last } = archive.runs();
    assert.deepEqual([count, last.map(({ durationMs }) => durationMs)], [2, [117.9, 38.8]]);
    assert.deepEqual([last[0]?.finishedAt, last[1]?.finishedAt], [null, 1_750_086_400]);
  });

  it('takes the files over once, and leaves them alone', async (t) => {
    const home = await formerHome(t);
    (await opened(t, home, driver)).close();
    for (const name of readdirSync(FORMER))
      assert.deepEqual(readFileSync(join(olderPlace(home), name)), readFileSync(join(FORMER, name)));
    writeFileSync(join(olderPlace(home), 'scan_checkpoint.json'), checkpoint(ownEntry('later')));
    assert.equal((await opened(t, home, driver)).load().has('later'), false);
  });

  it('is made in memory alone where nothing is to be written', async (t) => {
    const home = await formerHome(t);
    const archive = await opened(t, home, driver, false);
    assert.equal(archive.load().size, Object.keys(former('scan_checkpoint.json').sessions).length);
    assert.deepEqual(readdirSync(olderPlace(home)).sort(), readdirSync(FORMER).sort());
  });
});

function checkpoint(...entries: readonly ReturnType<typeof dashboardEntry>[]): string {
  const sessions = Object.fromEntries(entries.map((entry) => [entry.stats.session_id, entry]));
  return JSON.stringify({ schema_version: 1, generated_at: 1, sessions });
}

describeWithEachDriver('the checkpoint of 0.1.0', (driver) => {
  const withCheckpoint = async (t: TestContext, text: string): Promise<string> => {
    const home = await temporaryHome(t);
    writeFileSync(join(await makePlace(olderPlace(home)), 'scan_checkpoint.json'), text);
    return home;
  };

  it('may be the dashboard’s: its figures are those of both modes', async (t) => {
    const home = await withCheckpoint(t, checkpoint(dashboardEntry('a'), ownEntry('b')));
    const records = (await opened(t, home, driver)).load();
    const a = records.get('a');
    assert.equal(a?.dashboard?.stats, a?.lifetime);
    assert.equal(records.get('b')?.lifetime.message_count, 14);
    assert.equal(records.get('b')?.dashboard?.stats.message_count, 12);
  });

  it('gives nothing where it is of another schema, and of an entry without sense', async (t) => {
    const other = checkpoint(ownEntry('a')).replace('"schema_version":1', '"schema_version":2');
    assert.equal((await opened(t, await withCheckpoint(t, other), driver)).load().size, 0);
    const half = checkpoint(ownEntry('a'), ownEntry('b', { message_count: -1 }));
    assert.deepEqual([...(await opened(t, await withCheckpoint(t, half), driver)).load().keys()], ['a']);
    assert.equal(
      (await opened(t, await withCheckpoint(t, '{"schema_version":1,"sess'), driver)).load().size,
      0,
    );
  });

  it('puts nothing in the place of what was counted since', async (t) => {
    const home = await withCheckpoint(t, checkpoint(ownEntry('a'), ownEntry('b')));
    const path = join(olderPlace(home), 'archive.sqlite');
    const { Archive } = await import('../../../src/archive/archive.ts');
    const before = new Archive(path, driver, { write: true });
    before.save({ sessions: [{ record: someRecord('a') }] });
    before.close();
    const records = (await opened(t, home, driver)).load();
    assert.deepEqual([records.get('a')?.rules, records.get('b')?.rules], [2, 1]);
  });
});

describeWithEachDriver('an archive whose directory Hermes has moved', (driver) => {
  it('is found in the older place, and goes on in the newer one', async (t) => {
    const home = await temporaryHome(t);
    await makePlace(olderPlace(home));
    const before = await opened(t, home, driver);
    before.save({ sessions: [{ record: someRecord('a') }], memos: { generation: 3 } });
    before.close();
    const left = readFileSync(join(olderPlace(home), 'archive.sqlite'));
    await makePlace(newerPlace(home));
    assert.deepEqual([...(await opened(t, home, driver, false)).load().keys()], ['a']);
    const archive = await opened(t, home, driver);
    archive.save({ sessions: [{ record: someRecord('b') }] });
    assert.deepEqual([...archive.load().keys()], ['a', 'b']);
    assert.equal(archive.memos().generation, 3);
    assert.equal(archive.takeRestoration(), null);
    assert.deepEqual(readFileSync(join(olderPlace(home), 'archive.sqlite')), left);
    assert.equal(dirname(archive.path), newerPlace(home));
  });
});
