import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Memory } from '../../../../src/scanning/ledger/memory.ts';
import { someRecord } from '../../archive/support/records.ts';
import { openFiles } from '../ownFiles/support/openFiles.ts';
import { addSessions, setStage } from '../support/stage.ts';

describe('where a session is to be gone on with', () => {
  it('is known before it is written', async (t) => {
    const { files } = await openFiles(t);
    const memory = new Memory(files.archives, files.warning);
    memory.keep(someRecord('a'), 'the place');
    assert.equal(memory.bookmark('a'), 'the place');
  });
});

describe('what is remembered', () => {
  it('of a session that Hermes has deleted outlives the window that saw it', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 4);
    const first = open();
    const before = await first.rescan({ full: false });
    home.deleteSession('many-2');
    const after = await first.rescan({ full: false });
    assert.deepEqual(after.aggregate, before.aggregate);
    await first.dispose();
    const next = open();
    assert.deepEqual((await next.rescan({ full: true })).aggregate, before.aggregate);
    const { sessions, deleted, deletedShare } = await next.ask({ kind: 'remembered' });
    assert.deepEqual([sessions, deleted, deletedShare], [4, 1, 0.25]);
  });

  it('is forgotten by the act of the user, in every window', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 4);
    const [one, other] = [open(), open()];
    for (const window of [one, other]) await window.rescan({ full: false });
    home.deleteSession('many-2');
    for (const window of [one, other]) await window.rescan({ full: false });
    assert.equal(await one.forgetDeleted(), 1);
    for (const window of [one, other])
      assert.equal((await window.rescan({ full: false })).aggregate.session_count, 3);
  });

  it('comes back from a window when the archive and its copy were deleted', async (t) => {
    const { home, open, pathOf } = setStage(t);
    addSessions(home, 4);
    const window = open();
    const before = await window.rescan({ full: false });
    home.deleteSession('many-2');
    await window.rescan({ full: false });
    for (const name of ['archive.sqlite', 'archive.backup.sqlite']) rmSync(pathOf(name), { force: true });
    home.addMessage('many-1', { content: 'nothing that counts' });
    await window.rescan({ full: false });
    await window.dispose();
    assert.equal(
      (await open().rescan({ full: true })).aggregate.session_count,
      before.aggregate.session_count,
    );
  });

  it('comes in from another window instead of being counted again', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 4);
    const [one, other] = [open(), open()];
    await one.rescan({ full: false });
    await other.rescan({ full: false });
    home.addMessage('many-1', { content: 'error' });
    assert.equal((await one.rescan({ full: false })).scan_meta.sessions_rescanned, 1);
    const taken = await other.rescan({ full: false });
    assert.deepEqual(
      [taken.scan_meta.sessions_rescanned, taken.aggregate.total_errors],
      [0, one.current?.aggregate.total_errors],
    );
  });
});
