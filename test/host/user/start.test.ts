import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { within } from '../runtime/deadline.ts';
import { PATIENCE_SECONDS } from '../runtime/patience.ts';
import { REPOSITORY } from '../runtime/places.ts';
import { endProgram, startProgram } from '../runtime/program.ts';
import { openPage } from './openPage.ts';
import { Workbench } from './workbench.ts';

describe('npm start', () => {
  let started: ChildProcess;
  let address: string;

  before(async () => {
    const script = join(REPOSITORY, 'scripts/start.ts');
    started = startProgram(process.execPath, [script, '--sample', '--browser'], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    address = await within(PATIENCE_SECONDS, 'npm start to print an address', printedAddress(started));
  });

  after(() => endProgram(started));

  it('prints the address of a VS Code that shows the panel with sixty badges', async () => {
    const page = await openPage({});
    const workbench = new Workbench(page, {});
    await page.goto(address);
    await workbench.ready();
    await workbench.panel.ready();
    assert.equal(await workbench.panel.cards.count(), 60);
    await workbench.screenshot('start', 'light');
    await page.context().close();
  });

  it('ends with everything it started on Ctrl+C', async () => {
    const ended = once(started, 'exit');
    process.kill(started.pid!, 'SIGINT');
    await within(PATIENCE_SECONDS, 'npm start to end', ended);
    await assert.rejects(connecting(Number(new URL(address).port)), { code: 'ECONNREFUSED' });
  });
});

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (address) resolve(address);
    });
    child.once('close', () => reject(new Error(`npm start ended:\n${printed}`)));
  });
}

async function connecting(port: number): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
