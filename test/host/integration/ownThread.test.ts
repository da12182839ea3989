import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extension } from './extension.ts';

/** What reads, counts and writes. */
const WORKING = /better-sqlite3|(?:scan|sample|transcript)Worker\.cjs$/;

describe('The extension host', () => {
  it('has none of its own time taken by a scan: what reads and counts is loaded by threads alone', async () => {
    await extension().activate();
    await vscode.commands.executeCommand('hermesAchievements.fullRescan');
    const loaded = Object.keys(createRequire(import.meta.filename).cache);
    assert.ok(loaded.some((path) => /dist\/extension\.cjs$/.test(path.replaceAll('\\', '/'))));
    assert.deepEqual(
      loaded.filter((path) => WORKING.test(path)),
      [],
    );
  });
});
