import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extension } from './extension.ts';

const TOOL = 'hermes_achievements';

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
    const answer = JSON.parse(await ask({ question: 'summary' }));
    assert.equal(answer.unlocked_count, snapshot?.unlocked_count);
  });

  it('tells a model how to ask when it asked for nothing', async () => {
    await assert.rejects(ask({ question: 'badge' }), /badge's name/);
  });
});

async function ask(input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(TOOL, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}
