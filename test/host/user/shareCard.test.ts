import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Locator } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';
import { SCREENSHOTS } from '../runtime/places.ts';
import { pngSize } from './png.ts';
import { THEMES, type Theme } from './themes.ts';
import { unwritableFile } from './unwritableFile.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked in the sample. */
const BADGE = 'Test Suite Tamer';
const SHARE = 'Hermes Achievements: Share Badge…';
const CARD_SIZE = [1200, 630];

describe('The card of a badge', () => {
  let vscode: VsCode;
  let window: Workbench;
  let fromCard: Buffer;

  before(async () => {
    ({ vscode, window } = await windowOnSample());
    await window.hideSideBar();
    await window.openPanel();
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
    await window.notifications.clear();
  });

  after(() => vscode.stop());

  it('is saved from its card where the user says, 1200 by 630', async () => {
    await openCard();
    await window.panel.shareSheet.getByRole('button', { name: 'Save Card…' }).click();
    fromCard = await saved('card.png');
    assert.deepEqual(pngSize(fromCard), CARD_SIZE);
    await mkdir(SCREENSHOTS, { recursive: true });
    await copyFile(join(vscode.workspace, 'card.png'), join(SCREENSHOTS, 'share-card.png'));
  });

  it('is the same from its detail', async () => {
    await window.panel.shareSheet.getByRole('button', { name: 'Close' }).click();
    await openDetail(BADGE);
    await window.panel.detail.getByRole('button', { name: 'Share…' }).click();
    await window.panel.shareSheet.getByRole('button', { name: 'Save Card…' }).click();
    assert.ok(fromCard.equals(await saved('detail.png')));
  });

  it('goes from its detail to the clipboard, and the panel says so', async () => {
    await window.clipboard.empty();
    await window.panel.shareSheet.getByRole('button', { name: 'Copy Card' }).click();
    await window.panel.status.getByText(`The card of ${BADGE} is in the clipboard.`).waitFor();
    assert.deepEqual(pngSize((await window.clipboard.picture())!), CARD_SIZE);
    await window.panel.shareSheet.getByRole('button', { name: 'Close' }).click();
    await window.panel.detail.getByRole('button', { name: 'Close' }).click();
  });

  it('is saved from the palette, which offers unlocked badges only', async () => {
    const locked = await lockedBadge();
    await window.quickInput.ask(SHARE, question(), async (list) => {
      await list.type(locked);
      await eventually(async () => assert.equal(await window.quickInput.rows.count(), 0));
      await list.acceptNothing(); // the list stays
      await list.type(BADGE);
      await list.choose(BADGE);
      await list.choose('Save Card…');
    });
    assert.ok(fromCard.equals(await saved('palette.png')));
  });

  for (const theme of Object.keys(THEMES) as Theme[]) {
    it(`is asked for in a list that looks like this in ${theme}`, async () => {
      await window.useTheme(theme);
      await window.quickInput.ask(SHARE, question(), async (list) => {
        await window.screenshot('share', theme);
        await list.dismiss();
      });
    });
  }

  it('is drawn for the palette in a panel that was closed, and copied', async () => {
    await window.clipboard.empty();
    await window.closeEditors();
    await window.quickInput.ask(SHARE, question(), async (list) => {
      await list.type(BADGE);
      await list.choose(BADGE);
      await list.choose('Copy Card');
    });
    await window.panel.ready();
    await eventually(async () => assert.deepEqual(pngSize((await window.clipboard.picture())!), CARD_SIZE));
  });

  it('is not offered of a badge that is still locked', async () => {
    const locked = await lockedBadge();
    assert.equal(
      await window.panel
        .card(locked)
        .getByRole('button', { name: /^Share/ })
        .count(),
      0,
    );
    await openDetail(locked);
    assert.equal(await window.panel.detail.getByRole('button', { name: /Share/ }).count(), 0);
    await window.page.keyboard.press('Escape');
  });

  it('that cannot be written there is called so', async () => {
    await openCard();
    await window.panel.shareSheet.getByRole('button', { name: 'Save Card…' }).click();
    await window.answerPath(await unwritableFile(join(vscode.workspace, 'unwritable.png')));
    await window.notifications.heard(/could not be written/);
    await window.notifications.clear();
  });

  it('is offered as a file when the browser refuses to copy it, and says why', async () => {
    await window.clipboard.refuse();
    await window.panel.shareSheet.getByRole('button', { name: 'Copy Card' }).click();
    const refusal = 'The clipboard did not take the card: Write permission denied.';
    await window.notifications.heard(refusal);
    assert.equal(await window.quickInput.isOpen(), false);
    await window.notifications.press(refusal, 'Save Card…');
    assert.ok(fromCard.equals(await saved('refused.png')));
  });

  /** The list that asks which badge; the one that is looked for may stand below what is in sight. */
  function question(): Locator {
    return window.quickInput.title.filter({ hasText: 'Choose a badge to share' });
  }

  async function saved(name: string): Promise<Buffer> {
    const file = join(vscode.workspace, name);
    await window.saveAs(file);
    return readFile(file);
  }

  /** Shows the card of the badge, as the icon on its own card does. */
  async function openCard(): Promise<void> {
    await window.panel
      .card(BADGE)
      .getByRole('button', { name: `Share ${BADGE}` })
      .click();
    await window.panel.shareSheet.getByRole('img', { name: `The card of ${BADGE}` }).waitFor();
  }

  async function openDetail(badge: string): Promise<void> {
    await window.panel.card(badge).getByRole('button', { name: 'Details' }).click();
    await window.panel.detail.waitFor();
  }

  /** A badge whose name is known and which is not unlocked. */
  async function lockedBadge(): Promise<string> {
    return (await window.panel.frame.locator('ha-badge-card article.discovered h3').first().textContent())!;
  }
});
