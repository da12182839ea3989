import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The tool's name, as package.json has it. */
export const TOOL = 'hermes_achievements';

/** Asks the language model tool as a model would; VS Code asks nobody for confirmation here. */
export async function askTool(input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(TOOL, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}
