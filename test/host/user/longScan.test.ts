import assert from 'node:assert/strict';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { temporaryFolder } from '../runtime/places.ts';
import { writeSampleHistory } from '../runtime/sampleHistory.ts';
import { holdScans } from './heldScan.ts';
import type { ScanNotes } from './panelWatch.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** Enough for many partial snapshots, which come every 250 sessions, and for progress to be told in the middle. */
const SESSIONS = 6000;

describe('A long history', () => {
  let vscode: VsCode;
  let window: Workbench;
  let home: string;
  let bringHistory: () => Promise<void>;

  before(async () => {
    // The history comes when the panel is already open: a scan is over too soon to be caught by chance.
    const folder = await temporaryFolder('home');
    const prepared = join(folder, 'prepared');
    home = join(folder, 'hermes');
    await mkdir(home);
    await writeSampleHistory(prepared, SESSIONS);
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow({ hasHistory: false });
    await window.showPanel();
    await window.panel.emptyState.waitFor();
    bringHistory = () => rename(join(prepared, 'state.db'), join(home, 'state.db'));
  });

  after(() => vscode.stop());

  it('shows badges rising and the banner filling while it is read for the first time', async () => {
    const notes = await window.panel.watch.scan();
    await bringHistory();
    await bannerFilled(notes);
    const { unlocked } = await notes();
    assert.ok(unlocked.length > 1, `unlocked were ${unlocked}`);
    assert.deepEqual(
      unlocked,
      unlocked.toSorted((a, b) => a - b),
    );
  });

  it('is summed up once instead of announcing every badge', async () => {
    await window.notifications.heard('Hermes history read.');
    const messages = await window.notifications.all();
    assert.equal(messages.length, 1, messages.join('\n'));
  });

  it('fills the banner again while all of it is read again, and no message besides', async () => {
    await window.notifications.clear();
    const notes = await window.panel.watch.scan();
    await window.runCommand('Hermes Achievements: Full Rescan', () => bannerFilled(notes));
    assert.deepEqual(await window.notifications.all(), []);
    const { percentages } = await notes();
    assert.deepEqual(
      percentages,
      percentages.toSorted((a, b) => a - b),
    );
  });

  it('turns the star in the status bar into a spinner with the percentage, and back', async () => {
    const notes = await window.statusBarItem.watch();
    const figures = await window.statusBarItem.text();
    await window.runCommand('Hermes Achievements: Full Rescan', () =>
      eventually(async () => assert.ok((await notes()).some(({ text }) => text.endsWith('%')))),
    );
    await eventually(async () => assert.equal(await window.statusBarItem.text(), figures));
    const scanning = (await notes()).filter(({ text }) => text !== figures);
    assert.deepEqual(
      scanning.filter(({ text, spins }) => !spins || !/^(\d+%)?$/.test(text)),
      [],
    );
  });

  it('is left alone at once when a scan is cancelled in the banner', async () => {
    const spoken = await window.panel.watch.spoken();
    const figures = await window.statusBarItem.text();
    const letGo = await holdScans(home);
    await window.runCommand('Hermes Achievements: Full Rescan', window.panel.banner);
    await window.panel.banner.getByRole('button', { name: 'Cancel' }).click();
    await window.panel.banner.waitFor({ state: 'detached' });
    await eventually(async () => assert.equal((await spoken()).at(-1), 'The scan was cancelled.'));
    await eventually(async () => assert.equal(await window.statusBarItem.text(), figures));
    letGo();
  });

  /** Waits until the banner has shown how it fills, from the beginning to the end, and is gone. */
  async function bannerFilled(notes: () => Promise<ScanNotes>): Promise<void> {
    await eventually(async () => {
      const { percentages } = await notes();
      assert.ok(percentages.length > 1 && percentages.at(-1) === 100, `the banner showed ${percentages}`);
    });
    await window.panel.banner.waitFor({ state: 'detached' });
  }
});
