import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { coordinatorFor } from '../../support/scanning.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { addSessions, next, setStage } from '../../unit/scanning/support/stage.ts';

describe('a history', () => {
  it('whose log has lost its index is read, what the log holds included', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 5);
    const copy = TemporaryHome.emptyDirectory();
    t.after(() => rmSync(copy, { recursive: true }));
    for (const suffix of ['', '-wal'])
      copyFileSync(home.databasePath + suffix, join(copy, `state.db${suffix}`));
    const window = coordinatorFor(copy);
    t.after(() => window.dispose());
    assert.equal((await window.rescan({ full: false })).aggregate.session_count, 5);
  });

  it('with a rollback journal is read while it is written', async (t) => {
    const { home, open } = setStage(t, { journalMode: 'delete' });
    addSessions(home, 200);
    const window = open();
    for (let round = 1; round <= 30; round++) {
      const scanning = window.rescan({ full: round % 5 === 0 });
      home.addSession({ id: `new-${round}` }, [{ content: 'error' }]);
      await scanning;
    }
    assert.equal((await window.rescan({ full: false })).aggregate.session_count, 230);
    assert.equal(existsSync(`${home.databasePath}-wal`), false);
  });

  it('locked for ten seconds is a clear line, and read once it is free', async (t) => {
    const { home, open } = setStage(t, { journalMode: 'delete' });
    addSessions(home, 5);
    home.rest();
    const program = `import Database from 'better-sqlite3';
      const database = new Database(process.argv[1]);
      database.exec('BEGIN EXCLUSIVE');
      console.log('locked');
      setTimeout(() => process.exit(), 10_000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program, home.databasePath], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const window = open();
    await assert.rejects(window.rescan({ full: false }), {
      name: 'ScanFailed',
      message: `Another program keeps ${home.databasePath} locked: try again when it has finished`,
    });
    await once(holder, 'exit');
    assert.equal((await window.rescan({ full: false })).aggregate.session_count, 5);
  });

  it('that appears later is read as soon as it is asked for again', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 5);
    home.rest();
    renameSync(home.databasePath, `${home.databasePath}.away`);
    const window = open();
    await assert.rejects(window.rescan({ full: false }), { name: 'ScanFailed' });
    renameSync(`${home.databasePath}.away`, home.databasePath);
    const done = next(window, 'done');
    await window.achievements().catch(() => undefined);
    assert.equal((await done).snapshot.aggregate.session_count, 5);
  });

  it('that disappears leaves its last snapshot serving', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 5);
    const window = open({ ttlSeconds: () => -1 });
    await window.rescan({ full: false });
    home.rest();
    for (const suffix of ['', '-wal', '-shm']) rmSync(home.databasePath + suffix, { force: true });
    await assert.rejects(window.rescan({ full: false }), { name: 'ScanFailed' });
    const served = await window.achievements();
    assert.equal(served.aggregate.session_count, 5);
    assert.equal(served.is_stale, true);
  });

  it('that gets another schema while it is open is read on', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 5);
    const window = open();
    await window.rescan({ full: false });
    home.sql.exec('ALTER TABLE messages ADD COLUMN mood TEXT; ALTER TABLE sessions DROP COLUMN cwd');
    home.sql.exec('ALTER TABLE messages DROP COLUMN tool_name');
    home.addMessage('many-0', { content: 'error '.repeat(3) });
    const { aggregate } = await window.rescan({ full: false });
    assert.deepEqual(aggregate, (await open({ save: false }).rescan({ full: true })).aggregate);
  });

  it('replaced by one that lacks sessions and has others counts those it has, and those that are remembered', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const window = open();
    await window.rescan({ full: false });
    home.rest();
    const other = TemporaryHome.create();
    addSessions(other, 3);
    other.addSession({ id: 'another' }, [{ content: 'error' }]);
    other.rest();
    renameSync(other.databasePath, home.databasePath);
    for (const suffix of ['-wal', '-shm']) rmSync(home.databasePath + suffix, { force: true });
    other.remove();
    const { aggregate } = await window.rescan({ full: false });
    assert.equal(aggregate.session_count, 21);
    assert.deepEqual(aggregate, (await open({ save: false }).rescan({ full: true })).aggregate);
    const asDashboard = open({ save: false, historyMode: 'dashboard' });
    assert.equal((await asDashboard.rescan({ full: false })).aggregate.session_count, 4);
  });
});
