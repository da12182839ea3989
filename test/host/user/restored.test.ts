import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked in the sample, with words that count in many messages. */
const BADGE = 'Test Suite Tamer';

describe('After a reload of the window, a user', () => {
  let vscode: VsCode;
  let window: Workbench;
  let transcript: { readonly tab: string; readonly text: string };

  before(async () => {
    ({ vscode, window } = await windowOnSample());
    await window.hideSideBar();
    await window.openPanel();
    await window.panel.card(BADGE).getByRole('button', { name: 'Details' }).click();
    await window.panel.evidence.first().click();
    await window.matchesItem.waitFor();
    // It opens at its first match, and is scrolled there once it has been folded: what was read until then may be of any place.
    let text = '';
    await eventually(async () => {
      text = await firstLines();
      assert.match(text, /^# /);
    });
    transcript = { tab: await activeTab(), text };
  });

  after(() => vscode.stop());

  it('finds the transcript that was open, with its text', async () => {
    await window.reload();
    await eventually(async () => assert.equal(await activeTab(), transcript.tab));
    await eventually(async () => assert.equal(await firstLines(), transcript.text));
  });

  it('can go through its matches as before', async () => {
    await window.editorText.click();
    await window.page.keyboard.press('ControlOrMeta+Home');
    await window.page.keyboard.press('F8');
    await eventually(async () => assert.match((await window.matchesItem.textContent()) ?? '', /^\s*1\/\d+/));
  });

  it('opens the panel behind it, which is still one tab', async () => {
    await window.openPanel();
    assert.equal(await window.panel.cards.count(), 60);
    const panels = window.tabs.filter({ hasText: 'Hermes Achievements' });
    await eventually(async () => assert.equal(await panels.count(), 1));
  });

  async function activeTab(): Promise<string> {
    return (await window.page.locator('.tab.active').textContent()) ?? '';
  }

  async function firstLines(): Promise<string> {
    await window.editorText.click();
    await window.page.keyboard.press('ControlOrMeta+Home');
    await window.page.locator('.editor-group-container.active .line-numbers', { hasText: /^1$/ }).waitFor();
    // Lines stand in the page in the order in which they were first drawn.
    const lines = await window.editorText.locator('.view-line').evaluateAll((drawn) =>
      drawn
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.slice(0, 5).join('\n');
  }
});
