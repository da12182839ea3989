import assert from 'node:assert/strict';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { existsSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';
import { before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../runtime/eventually.ts';
import { extension } from './extension.ts';
import { type NetworkNote, readNotes } from './networkLog.ts';
import { askTool } from './tool.ts';

/** This machine itself, by an address that nobody uses: only the watch is tried with it. */
const NOBODY = { host: '127.0.0.9', port: 9 };
const IGNORE = (): void => undefined;

/** Each way to reach a network: the call that must be noted, and in which thread. */
const WAYS: Record<string, { call: string; thread?: string; go(): unknown }> = {
  'a socket': { call: 'connect', go: () => net.connect(NOBODY).on('error', IGNORE) },
  'a TLS socket': { call: 'connect', go: () => tls.connect(NOBODY).on('error', IGNORE) },
  'an HTTP request': { call: 'connect', go: () => http.get(NOBODY).on('error', IGNORE) },
  fetch: { call: 'fetch', go: () => fetch(`http://${NOBODY.host}:${NOBODY.port}/`).catch(IGNORE) },
  'a datagram': { call: 'send', go: () => sendDatagram() },
  'a name that is looked up': { call: 'lookup', go: () => dns.lookup(NOBODY.host, IGNORE) },
  'a socket of a worker thread': {
    call: 'connect',
    thread: 'code',
    go: () =>
      new Worker(`require('node:net').connect(${JSON.stringify(NOBODY)}).on('error', () => {})`, {
        eval: true,
      }),
  },
};

describe('A watch on the network in all threads of the extension host', () => {
  for (const [way, { call, thread = 'host', go }] of Object.entries(WAYS)) {
    it(`sees ${way}`, async () => {
      const noted = (): number =>
        readNotes().filter((note) => isTrial(note) && note.call === call && note.thread === thread).length;
      const earlier = noted();
      go();
      await eventually(() => assert.ok(noted() > earlier, `no ${call} in ${thread}`));
    });
  }
});

describe('The network, while the extension does what it can do', () => {
  /** How many notes there were when the test began. */
  let earlier: number;

  before(() => extension().activate());
  beforeEach(() => (earlier = readNotes().length));

  // First: who comes back from the sample scans in a new thread, which is watched from its beginning.
  it('is not reached by the sample history', async () => {
    await vscode.commands.executeCommand('hermesAchievements.trySample');
    await vscode.commands.executeCommand('hermesAchievements.leaveSample');
    assertUnreached(earlier, 'sampleWorker.cjs');
  });

  it('is not reached by scans and the panel', async () => {
    await vscode.commands.executeCommand('hermesAchievements.open');
    await vscode.commands.executeCommand('hermesAchievements.fullRescan');
    assertUnreached(earlier, 'scanWorker.cjs');
  });

  it('is not reached by the transcript of a session', async () => {
    const { snapshot } = extension().exports;
    const session = snapshot?.achievements.flatMap(({ contributors }) => contributors ?? [])[0]?.session_id;
    const parts = { scheme: 'hermes-transcript', path: '/session.md', query: `session=${session}` };
    const { lineCount } = await vscode.workspace.openTextDocument(vscode.Uri.from(parts));
    assert.ok(lineCount > 10, 'a transcript');
    assertUnreached(earlier, 'transcriptWorker.cjs');
  });

  it('is not reached by what a language model is told', async () => {
    assert.match(await askTool({ question: 'summary' }), /unlocked_count/);
    assertUnreached(earlier);
  });

  it('is not reached by an export', async () => {
    const file = join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'hermes-achievements.json');
    let done = false;
    void vscode.commands.executeCommand('hermesAchievements.export').then(() => (done = true));
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      assert.ok(existsSync(file), 'an exported file');
    });
    await eventually(async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      assert.ok(done, 'the export has ended');
    });
    assertUnreached(earlier);
  });

  it('was not reached by anything else that the suite did', () => {
    assertUnreached(0);
  });
});

/** No thread has reached a network since there were so many notes; `thread` is among the watched ones. */
function assertUnreached(earlier: number, thread = 'host'): void {
  const notes = readNotes();
  assert.ok(
    notes.some((note) => note.call === 'watched' && note.thread === thread),
    `${thread} is not watched`,
  );
  assert.deepEqual(
    notes.slice(earlier).filter((note) => note.call !== 'watched' && !isTrial(note)),
    [],
  );
}

function isTrial({ target }: NetworkNote): boolean {
  return target.includes(NOBODY.host);
}

function sendDatagram(): void {
  const socket = dgram.createSocket('udp4').on('error', IGNORE);
  socket.send('anyone?', NOBODY.port, NOBODY.host, () => socket.close());
}
