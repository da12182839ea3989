import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked in the sample, with words that count in many messages. */
const BADGE = 'Test Suite Tamer';

describe('With the keyboard alone, a user', () => {
  let vscode: VsCode;
  let window: Workbench;
  const press = (key: string): Promise<void> => window.page.keyboard.press(key);

  before(async () => {
    ({ vscode, window } = await windowOnSample());
    await window.hideSideBar();
    await window.openPanel();
  });

  after(() => vscode.stop());

  it('sorts the badges by name', async () => {
    await window.panel.sort.focus();
    // The next order that begins so; letters that come too slowly would each be a choice of its own.
    await press('n');
    await eventually(async () => {
      const names = await window.panel.names();
      assert.deepEqual(
        names.filter((name) => name !== '???'),
        names.filter((name) => name !== '???').toSorted((a, b) => a.localeCompare(b, 'en')),
      );
    });
  });

  it('narrows them to a category, and its button tells the number beforehand', async () => {
    const category = window.panel.filter('Tool Mastery');
    const announced = Number(await category.locator('.count').textContent());
    await category.focus();
    await press('Space');
    await eventually(async () => assert.equal(await window.panel.cards.count(), announced));
    assert.ok(announced < 60);
  });

  it('finds one by its words', async () => {
    await window.panel.search.focus();
    await window.page.keyboard.type('suite tamer');
    await eventually(async () => assert.deepEqual(await window.panel.names(), [BADGE]));
  });

  it('opens what counts for it, with criteria, tiers and sessions', async () => {
    await window.panel.card(BADGE).getByRole('button', { name: 'Details' }).focus();
    await press('Enter');
    const { detail } = window.panel;
    await detail.waitFor();
    assert.match((await detail.getByRole('region', { name: 'What counts' }).textContent()) ?? '', /pytest/);
    assert.equal(await detail.getByRole('region', { name: 'Tiers' }).getByRole('listitem').count(), 5);
    assert.equal(await window.panel.evidence.count(), 5);
  });

  it('goes through it with Tab, and through nothing behind it', async () => {
    const places = [await window.panel.focus.place()];
    for (let step = 0; step < 6; step += 1) {
      await press('Tab');
      places.push(await window.panel.focus.place());
    }
    assert.deepEqual(
      places.filter((place) => !place.startsWith('ha-panel ha-badge-detail')),
      [],
    );
    assert.match(places[0] ?? '', /button\.close$/);
    assert.match(places[6] ?? '', /ha-evidence-list button$/);
  });

  it('closes it with Escape, and is back where it was opened', async () => {
    await press('Escape');
    await window.panel.detailGone();
    await eventually(async () =>
      assert.match(await window.panel.focus.place(), /ha-badge-card button\.open$/),
    );
  });

  it('opens the transcript of a session that contributed, folded and read-only', async () => {
    await press('Enter');
    await window.panel.detail.waitFor();
    await window.panel.evidence.first().focus();
    await press('Enter');
    await window.page.locator('.tab.active', { hasText: '.md' }).waitFor();
    await window.matchesItem.waitFor();
    await eventually(async () =>
      assert.ok(
        (await window.page.locator('.cldr.codicon-folding-collapsed').count()) > 0,
        'nothing is folded',
      ),
    );
    await window.editorText.click();
    const before = await window.editorText.textContent();
    await window.page.keyboard.type('x');
    assert.equal(await window.editorText.textContent(), before);
  });

  it('moves through what counted with F8 and Shift+F8', async () => {
    const total = Number(/(\d+)$/.exec(await matches())?.[1]);
    assert.ok(total > 2, `${total} matches`);
    await press('Escape');
    await press('ControlOrMeta+Home');
    await press('F8');
    await eventually(async () => assert.equal(await matches(), `1/${total}`));
    await press('F8');
    await eventually(async () => assert.equal(await matches(), `2/${total}`));
    await window.page.locator('.view-overlays [class*="TextEditorDecorationType"]').first().waitFor();
    await press('Shift+F8');
    await eventually(async () => assert.equal(await matches(), `1/${total}`));
  });

  it('can read the transcript in every theme and width', async () => {
    await screenshotEverywhere(window, 'transcript');
  });

  it('finds the panel as it was left', async () => {
    await window.openPanel();
    await eventually(async () => assert.deepEqual(await window.panel.names(), [BADGE]));
  });

  it('finds the badge still open, and is on the session whose transcript was read', async () => {
    await window.panel.detail.getByRole('heading', { name: BADGE }).waitFor();
    await eventually(async () =>
      assert.equal(await window.panel.evidence.first().evaluate((button) => button.matches(':focus')), true),
    );
    await window.panel.evidence.nth(1).click();
    await window.page.locator('.tab.active', { hasText: '.md' }).waitFor();
  });

  async function matches(): Promise<string> {
    return ((await window.matchesItem.textContent()) ?? '').trim();
  }
});
