import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

describe('A user with a Hermes history', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await windowOnSample());
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('sees unlocked and total badges in the status bar', async () => {
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
  });

  it('reads in the tooltip how things stand', async () => {
    const tooltip = await window.statusBarItem.hover();
    assert.match((await tooltip.textContent()) ?? '', /of 60/);
    await window.page.mouse.move(600, 300);
  });

  it('opens the panel by a click on the status bar and finds sixty cards', async () => {
    await window.statusBarItem.click();
    await window.panel.ready();
    assert.equal(await window.panel.cards.count(), 60);
  });

  it('opens the panel from the command palette too, and it is the same tab', async () => {
    await window.openEmptyFile();
    await window.openPanel();
    assert.equal(await window.tabs.filter({ hasText: 'Hermes Achievements' }).count(), 1);
  });

  it('narrows the cards to the unlocked ones', async () => {
    await window.openPanel();
    const unlocked = Number((await window.statusBarItem.text()).split('/')[0]);
    await window.panel.filter('Unlocked').click();
    await eventually(async () => assert.equal(await window.panel.cards.count(), unlocked));
  });

  it('finds the panel again after a reload, with its filter', async () => {
    const shown = await window.panel.cards.count();
    await window.reload();
    await window.panel.ready();
    assert.equal(await window.panel.cards.count(), shown);
    assert.equal(await window.panel.filter('Unlocked').getAttribute('aria-checked'), 'true');
    await window.panel.filter('All').first().click();
  });

  it('has caused no error in any log', async () => {
    const lines = (await vscode.logs()).flatMap(({ name, text }) =>
      text.split('\n').map((line) => `${name}: ${line}`),
    );
    assert.deepEqual(
      lines.filter((line) => /\[(error|critical)\]/.test(line) && /hermes/i.test(line)),
      [],
    );
  });
});
