import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

/** More steps than there are in the panel before its first card. */
const MANY_STEPS = 60;

interface Step {
  /** The component of the panel that the focus is in. */
  readonly part: string;
  readonly place: string;
  readonly isVisible: boolean;
}

describe('Without a mouse, from the palette to a transcript and back,', () => {
  let vscode: VsCode;
  let window: Workbench;
  let steps: Step[];
  const press = (key: string): Promise<void> => window.page.keyboard.press(key);

  before(async () => {
    ({ vscode, window } = await windowOnSample());
    await window.notifications.heard('Hermes history read.');
  });

  after(() => vscode.stop());

  it('a user opens the panel, and is in it', async () => {
    await window.openPanel();
    await window.panel.focus.arrived();
    await press('Tab');
    await eventually(async () => assert.match(await window.panel.focus.place(), /^ha-panel /));
  });

  it('goes with Tab from the header to the first card, in the order of the page, one stop a group', async () => {
    steps = [await step()];
    while (steps.length < MANY_STEPS && steps.at(-1)?.part !== 'ha-badge-grid') {
      await press('Tab');
      steps.push(await step());
    }
    const parts = steps.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1]);
    assert.deepEqual(parts, [
      'ha-summary-header',
      'ha-next-up',
      'ha-recent-unlocks',
      'vscode-tab-header',
      'ha-filter-bar',
      'ha-badge-grid',
    ]);
    // Of the filter bar: search, state, order, category.
    assert.equal(steps.length, parts.length + 3);
  });

  it('goes from there to the search field with Ctrl+F, and back', async () => {
    const card = await window.panel.focus.place();
    await press('ControlOrMeta+f');
    await eventually(async () =>
      assert.match(await window.panel.focus.place(), /ha-filter-bar vscode-textfield.* input/),
    );
    for (const group of ['states', 'order', 'categories', 'card']) {
      assert.notEqual(await window.panel.focus.place(), card, group);
      await press('Tab');
    }
    assert.equal(await window.panel.focus.place(), card);
  });

  it('sees at every step where the focus is', () => {
    assert.deepEqual(
      steps.filter(({ isVisible }) => !isVisible).map(({ place }) => place),
      [],
    );
  });

  it('opens the detail of that card, and goes to a session behind it', async () => {
    await press('Enter');
    await window.panel.detail.waitFor();
    const seen = await tabUntil(/ha-evidence-list button$/);
    assert.deepEqual(
      seen.filter(({ isVisible }) => !isVisible).map(({ place }) => place),
      [],
    );
  });

  it('opens its transcript, and is in it', async () => {
    await press('Enter');
    await window.matchesItem.waitFor();
    await window.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await press('F8');
    await eventually(async () =>
      assert.match((await window.matchesItem.textContent()) ?? '', /^\s*\d+\/\d+/),
    );
  });

  it('stays at the match that it went to while the editor folds what is around it', async () => {
    await window.page.locator('.cldr.codicon-folding-collapsed').first().waitFor();
    await eventually(async () =>
      assert.match((await window.matchesItem.textContent()) ?? '', /^\s*\d+\/\d+/),
    );
  });

  it('closes the transcript, and is in the panel again', async () => {
    await press('ControlOrMeta+w');
    await window.panel.ready();
    await window.panel.focus.arrived();
    await press('Tab');
    await eventually(async () => assert.match(await window.panel.focus.place(), /^ha-panel /));
  });

  async function tabUntil(place: RegExp): Promise<Step[]> {
    const seen = [await step()];
    while (!place.test(seen.at(-1)!.place)) {
      assert.ok(seen.length < MANY_STEPS, seen.map((one) => one.place).join('\n'));
      await press('Tab');
      seen.push(await step());
    }
    return seen;
  }

  async function step(): Promise<Step> {
    const place = await window.panel.focus.place();
    const [, part = ''] = place.split(' ');
    return { place, part: part.split('.')[0] ?? '', isVisible: await window.panel.focus.isVisible() };
  }
});
