import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { quietEventLoop, watchEventLoop } from '../../support/eventLoop.ts';
import { extension } from './extension.ts';

const LONGEST_STALL_MILLISECONDS = 50;

describe('The extension host during a scan', () => {
  it('is never kept busy for longer than 50 ms', async () => {
    await extension().activate();
    await quietEventLoop();
    const stop = watchEventLoop();
    await vscode.commands.executeCommand('hermesAchievements.fullRescan');
    const longest = stop();
    assert.ok(longest <= LONGEST_STALL_MILLISECONDS, `the event loop stood for ${longest.toFixed(1)} ms`);
  });
});
