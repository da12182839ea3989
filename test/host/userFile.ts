/**
 * Runs one file of the user suite: `node userFile.ts FILE [TEXT]`, with TEXT only the tests that have it in their name.
 * The tally goes to the process that started this one.
 */
import Mocha from 'mocha';
import { runToTheEnd } from './runtime/lifetime.ts';
import { TEST_MILLISECONDS } from './runtime/patience.ts';
import { say } from './runtime/say.ts';
import { runAndTally } from './runtime/tally.ts';
import { VsCode } from './user/vscode.ts';

await runToTheEnd(async () => {
  const [file, grep] = process.argv.slice(2) as [file: string, grep?: string];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: TEST_MILLISECONDS,
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
  mocha.addFile(file);
  await mocha.loadFilesAsync();
  const tally = await runAndTally(mocha, (hook) => {
    const explained = explain(hook).catch((error) => say(`No explanation: ${error}`));
    for (const vscode of VsCode.running) vscode.stopAfter(explained);
  });
  await new Promise((sent) => process.send?.(tally, sent));
  return tally.failures.length === 0 ? 0 : 1;
});

/** What the windows showed and what was logged when a test failed. */
async function explain(test: string): Promise<void> {
  for (const vscode of VsCode.running) {
    for (const workbench of vscode.windows) say(`Screenshot: ${await workbench.screenshotOfFailure(test)}`);
    say(await vscode.trouble());
  }
}
