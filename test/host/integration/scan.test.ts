import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extension } from './extension.ts';

describe('A scan inside the extension host', () => {
  it('turns the history into sixty badges, some of them unlocked', async () => {
    const api = await extension().activate();
    await vscode.commands.executeCommand('hermesAchievements.rescan');
    assert.equal(api.snapshot?.total_count, 60);
    assert.ok((api.snapshot?.unlocked_count ?? 0) > 0);
  });

  it('tells other extensions when new figures are there', async () => {
    const api = await extension().activate();
    const heard = new Promise((resolve) => {
      const subscription = api.onDidChange((snapshot) => {
        subscription.dispose();
        resolve(snapshot.total_count);
      });
    });
    await vscode.commands.executeCommand('hermesAchievements.fullRescan');
    assert.equal(await heard, 60);
  });
});
