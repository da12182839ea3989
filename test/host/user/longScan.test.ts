import assert from 'node:assert/strict';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { temporaryFolder } from '../runtime/places.ts';
import { writeSampleHistory } from '../runtime/sampleHistory.ts';
import type { ScanNotes } from './panelWatch.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** Enough for several partial snapshots, which come every 250 sessions, and for a user to press Cancel in time. */
const SESSIONS = 6000;

describe('A long history', () => {
  let vscode: VsCode;
  let window: Workbench;
  let bringHistory: () => Promise<void>;

  before(async () => {
    // The history comes when the panel is already open: a scan is over too soon to be caught by chance.
    const folder = await temporaryFolder('home');
    const [home, prepared] = [join(folder, 'hermes'), join(folder, 'prepared')];
    await mkdir(home);
    await writeSampleHistory(prepared, SESSIONS);
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow();
    await window.showPanel();
    await window.panel.emptyState.waitFor();
    bringHistory = () => rename(join(prepared, 'state.db'), join(home, 'state.db'));
  });

  after(() => vscode.stop());

  it('shows badges rising and the banner filling while it is read for the first time', async () => {
    const notes = await window.panel.watch.scan();
    await bringHistory();
    await window.runCommand('Rescan');
    await bannerFilled(notes);
    const { unlocked } = await notes();
    assert.ok(unlocked.length > 1, `unlocked were ${unlocked}`);
    assert.deepEqual(
      unlocked,
      unlocked.toSorted((a, b) => a - b),
    );
  });

  it('is summed up once instead of announcing every badge', async () => {
    await window.notifications.toast('Your Hermes history is read').waitFor();
    // The message in which the scan was followed may still be there.
    await eventually(async () => assert.equal((await window.notifications.all()).length, 1));
    assert.match((await window.notifications.all())[0]!, /^Your Hermes history is read/);
  });

  it('fills the banner again while all of it is read again', async () => {
    const notes = await window.panel.watch.scan();
    await window.runCommand('Full Rescan');
    await bannerFilled(notes);
    const { percentages } = await notes();
    assert.deepEqual(
      percentages,
      percentages.toSorted((a, b) => a - b),
    );
  });

  it('turns the star in the status bar into a spinner with the percentage, and back', async () => {
    const notes = await window.statusBarItem.watch();
    const figures = await window.statusBarItem.text();
    await window.runCommand('Full Rescan');
    await eventually(async () => assert.ok((await notes()).length > 3));
    await eventually(async () => assert.equal(await window.statusBarItem.text(), figures));
    const scanning = (await notes()).filter(({ text }) => text !== figures);
    assert.deepEqual(
      scanning.filter(({ text, spins }) => !spins || !/^(\d+%)?$/.test(text)),
      [],
    );
  });

  it('is left alone at once when a scan is cancelled in the banner', async () => {
    const spoken = await window.panel.watch.spoken();
    await window.panel.watch.cancelScan();
    await window.runCommand('Full Rescan');
    await window.panel.banner.waitFor({ state: 'detached', timeout: 3000 });
    await eventually(async () => assert.equal((await spoken()).at(-1), 'The scan was cancelled.'));
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
  });

  /** Waits until the banner has shown several steps and is gone. */
  async function bannerFilled(notes: () => Promise<ScanNotes>): Promise<void> {
    await eventually(async () => {
      const { percentages } = await notes();
      assert.ok(percentages.length > 3, `the banner showed ${percentages}`);
    });
    await window.panel.banner.waitFor({ state: 'detached', timeout: 60_000 });
  }
});
