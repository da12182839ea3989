import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { temporaryFolder } from '../runtime/places.ts';
import { bringSampleHistory } from '../runtime/sampleHistory.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import { VsCode } from './vscode.ts';
import { Walkthrough } from './walkthrough.ts';
import type { Workbench } from './workbench.ts';

const TITLE = 'Get started with Hermes Achievements';
const READ = 'Let your history be read';
const LOOK = 'Look at your badges';
const SHOW = 'Show off a badge';

describe('The walkthrough', () => {
  let vscode: VsCode;
  let window: Workbench;
  let walkthrough: Walkthrough;
  let home: string;

  before(async () => {
    home = join(await temporaryFolder('home'), 'hermes');
    // Else the first step would be done before its button was pressed.
    vscode = await VsCode.start({ home, settings: { 'hermesAchievements.autoRefresh': false } });
    window = await vscode.openWindow({ hasHistory: false });
    await window.hideSideBar();
    walkthrough = await Walkthrough.open(window, TITLE);
  });

  after(() => vscode.stop());

  it('has three steps, none of them done while nothing was', async () => {
    await eventually(async () => assert.equal(await walkthrough.steps.count(), 3));
    assert.deepEqual(await walkthrough.done(), []);
  });

  for (const title of [READ, LOOK, SHOW]) {
    it(`shows a picture beside “${title}”, in every theme and width`, async () => {
      await walkthrough.step(title).click();
      await eventually(async () => {
        const box = await walkthrough.picture.boundingBox();
        assert.ok(box && box.width > 200 && box.height > 100, `the picture is ${JSON.stringify(box)}`);
      });
      await screenshotEverywhere(window, `walkthrough-${title.split(' ')[0]?.toLowerCase()}`);
    });
  }

  it('does not tick off the third step where there is no badge to show off yet', async () => {
    await walkthrough.step(SHOW).click();
    await walkthrough.step(SHOW).getByRole('button', { name: 'Share Badge' }).click();
    await window.notifications.heard('There is no Hermes home');
    await window.notifications.clear();
    assert.deepEqual(await walkthrough.done(), []);
  });

  it('ticks off the first step when history has been read, by the button of that step', async () => {
    await bringSampleHistory(home);
    await walkthrough.step(READ).click();
    await walkthrough.step(READ).getByRole('button', { name: 'Read My History' }).click();
    await eventually(async () => assert.deepEqual(await walkthrough.done(), [READ]));
  });

  it('ticks off the second step when the panel is opened by its button', async () => {
    await walkthrough.step(LOOK).click();
    await walkthrough.step(LOOK).getByRole('button', { name: 'Open Achievements' }).click();
    await window.panel.ready();
    walkthrough = await Walkthrough.open(window, TITLE);
    await eventually(async () => assert.deepEqual(await walkthrough.done(), [READ, LOOK]));
  });

  it('ticks off the third step when a badge is shared by its button', async () => {
    await walkthrough.step(SHOW).click();
    await walkthrough.step(SHOW).getByRole('button', { name: 'Share Badge' }).click();
    const question = window.quickInput.title.getByText('Choose a badge to share');
    await question.waitFor();
    const [first] = await window.quickInput.rows.locator('.label-name').allTextContents();
    await window.quickInput.choose(first!.trim(), () => question.waitFor({ state: 'hidden' }));
    await window.quickInput.choose('Save Card…', window.quickInput.row('..'));
    await window.saveAs(join(vscode.workspace, 'badge.png'));
    walkthrough = await Walkthrough.open(window, TITLE);
    await eventually(async () => assert.deepEqual(await walkthrough.done(), [READ, LOOK, SHOW]));
  });
});
