import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

/** Counts every traceback. */
const BADGE = 'Stack Trace Sommelier';
/** What tools answer: so long that the first match would be far below what is in sight, were nothing folded. */
const CALM = Array.from({ length: 40 }, (_, line) => `line ${line} of a calm answer`).join('\n');
const TROUBLED = 'It began well.\nTraceback\nIt went on.\nTraceback\nIt ended.';
/** Beyond what an editor shows of one session. */
const MUCH = 'The answer goes on. '.repeat(200_000);

describe('The transcript of a session that counted', () => {
  const hermes = new WorkingHermes();
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    const answers = [CALM, CALM, TROUBLED, CALM].map((content) => ({
      role: 'tool',
      tool_name: 'terminal',
      content,
    }));
    hermes.talk({ title: 'Troubled' }, [{ content: 'Go on' }, ...answers, ...answers]);
    hermes.talk({ title: 'Endless' }, [
      { content: 'Traceback' },
      ...Array.from({ length: 3 }, () => ({ content: MUCH })),
    ]);
    const call = { function: { name: 'terminal', arguments: '{"command": "npm run build"}' } };
    hermes.talk({ title: 'Brief', end_reason: 'new_session' }, [
      { content: 'Traceback, and then another traceback' },
      { role: 'assistant', tool_calls: JSON.stringify([call]) },
    ]);
    vscode = await VsCode.start({ home: hermes.home });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    // It is open again whenever the panel is come back to.
    await window.panel.card(BADGE).locator('button.open').click();
  });

  after(() => vscode.stop());

  it('opens at the first place that counted, with the calm answers around it folded', async () => {
    await openTranscript('Troubled');
    await place('1/4');
    await inSight();
    await window.page.locator('.cldr.codicon-folding-collapsed').first().waitFor();
    await inSight();
    await place('1/4');
    await window.screenshot('transcript-opened', 'light');
  });

  it('goes to the second place with the first F8, however soon that is pressed, and shows it', async () => {
    await window.closeEditors();
    await window.openPanel();
    await openTranscript('Troubled');
    await window.page.keyboard.press('F8');
    await place('2/4');
    await window.page.locator('.cldr.codicon-folding-collapsed').first().waitFor();
    await place('2/4');
    await inSight();
  });

  it('says in whole words how it ended, what was called, how long that is and how many places counted', async () => {
    await window.closeEditors();
    await window.openPanel();
    await openTranscript('Brief');
    await place('1/2');
    await reads(
      /2 places that counted for Stack Trace Sommelier are highlighted\. F8 goes to the next\./,
      /Ended\s+new session started/,
      /Called `terminal` · 1 line, 28 characters/,
    );
    await window.screenshot('transcript-words', 'light');
  });

  it('says at its top what was left out of a long session, and how to get to what counted', async () => {
    await window.closeEditors();
    await window.openPanel();
    await openTranscript('Endless');
    await place('1/1');
    await window.page.keyboard.press('ControlOrMeta+Home');
    await reads(
      /1 place that counted for Stack Trace Sommelier is highlighted\./,
      /This session is too long to be shown whole\. Left out: [\d,]+ characters\./,
    );
    await window.screenshot('transcript-long', 'light');
  });

  async function openTranscript(title: string): Promise<void> {
    await window.panel.evidence.filter({ hasText: title }).click();
    await window.page.locator('.tab.active', { hasText: `${title.toLowerCase()}.md` }).waitFor();
  }

  /** Each of these is in sight. */
  async function reads(...words: readonly RegExp[]): Promise<void> {
    await eventually(async () => {
      const text = ((await window.editorText.textContent()) ?? '').replaceAll('\u00a0', ' ');
      for (const expected of words) assert.match(text, expected);
    });
  }

  async function place(expected: string): Promise<void> {
    await eventually(async () => assert.equal((await window.matchesItem.textContent())?.trim(), expected));
  }

  /** The word that is selected is on a line that is drawn, within what is in sight of the editor. */
  async function inSight(): Promise<void> {
    const editor = window.page.locator('.editor-group-container.active .monaco-editor').first();
    await eventually(async () => {
      const [selected, around] = [
        await editor.locator('.selected-text').first().boundingBox(),
        await editor.boundingBox(),
      ];
      assert.ok(selected && around, 'nothing that is selected is in sight');
      assert.ok(selected.y >= around.y && selected.y + selected.height <= around.y + around.height);
    });
  }
});
