import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extension } from './extension.ts';

describe('The extension in an extension host', () => {
  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('registers every command that package.json names', async () => {
    await extension().activate();
    const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('runs beside the data, not beside the window', () => {
    assert.equal(extension().extensionKind, vscode.ExtensionKind.Workspace);
  });
});
