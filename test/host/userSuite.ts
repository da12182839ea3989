import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';
import { say } from './runtime/say.ts';
import type { Tally } from './runtime/tally.ts';
import { VsCode } from './user/vscode.ts';

const SUITE = join(import.meta.dirname, 'user');
const STEP_MILLISECONDS = 120_000;

/**
 * Runs the suite that installs the packaged extension and acts as a user in the browser.
 * @param grep only tests whose full name holds this text
 */
export async function userSuite(grep?: string): Promise<Tally> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: STEP_MILLISECONDS,
    ...(grep === undefined ? {} : { fgrep: grep }),
    rootHooks: {
      async afterEach(this: Mocha.Context) {
        if (this.currentTest?.state === 'failed') await explain(this.currentTest.fullTitle());
      },
      async afterAll() {
        for (const vscode of VsCode.running) await vscode.stop();
      },
    },
  });
  for (const file of await readdir(SUITE)) {
    if (file.endsWith('.test.ts')) mocha.addFile(join(SUITE, file));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures });
    });
  });
}

/** What the windows showed and what was logged when a test failed. */
async function explain(test: string): Promise<void> {
  for (const vscode of VsCode.running) {
    for (const workbench of vscode.windows) say(`Screenshot: ${await workbench.screenshotOfFailure(test)}`);
    say(await vscode.trouble());
  }
}
