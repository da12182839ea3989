import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { CATALOGUE } from '../../../src/badges/catalogue/catalogue.ts';
import type { Snapshot } from '../../../src/files/shared/snapshot.ts';
import { extension } from './extension.ts';
import { askTool } from './tool.ts';

describe('A badge that is still secret, asked for inside the extension host', () => {
  let snapshot: Snapshot;
  let sealed: { id: string; name: string }[];

  before(async () => {
    const api = await extension().activate();
    await vscode.commands.executeCommand('hermesAchievements.rescan');
    snapshot = api.snapshot!;
    const told = new Set(snapshot.achievements.map(({ id }) => id));
    sealed = CATALOGUE.filter(({ id }) => !told.has(id));
    assert.ok(sealed.length > 0, 'this history leaves no secret');
  });

  it('differs from other secrets by nothing but an alias and its category in the exported API', () => {
    const seen = snapshot.achievements
      .filter(({ state }) => state === 'secret')
      .map(({ id, category, ...rest }) => JSON.stringify(rest));
    assert.equal(seen.length, sealed.length);
    assert.equal(new Set(seen).size, 1);
  });

  it('is no badge to the language model tool, by name or id', async () => {
    const unknown = await askTool({ question: 'badge', badge: 'of no such name' });
    for (const { id, name } of sealed) {
      assert.equal(await askTool({ question: 'badge', badge: name }), unknown);
      assert.equal(await askTool({ question: 'badge', badge: id }), unknown);
    }
  });

  for (const question of ['summary', 'unlocked', 'nearest']) {
    it(`is not named by the tool when asked for ${question}`, async () => {
      const answer = await askTool({ question, ...(question === 'summary' ? {} : { limit: 60 }) });
      const names = sealed.flatMap(({ id, name }) => [id, name]);
      assert.deepEqual(
        names.filter((name) => answer.includes(name)),
        [],
      );
    });
  }
});
