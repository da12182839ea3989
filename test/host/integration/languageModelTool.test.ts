import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extension } from './extension.ts';
import { askTool, TOOL } from './tool.ts';

describe('The language model tool inside the extension host', () => {
  before(async () => {
    await extension().activate();
    await vscode.commands.executeCommand('hermesAchievements.rescan');
  });

  it('is offered to models', () => {
    assert.ok(vscode.lm.tools.some(({ name }) => name === TOOL));
  });

  it('answers from the figures that the window shows', async () => {
    const { snapshot } = await extension().activate();
    const answer = JSON.parse(await askTool({ question: 'summary' }));
    assert.equal(answer.unlocked_count, snapshot?.unlocked_count);
  });

  it('tells a model how to ask when it asked for nothing', async () => {
    await assert.rejects(askTool({ question: 'badge' }), /badge's name/);
  });
});
