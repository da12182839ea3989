import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './runtime/browser.ts';
import { within } from './runtime/deadline.ts';
import { logTail } from './runtime/logs.ts';
import { TEST_SECONDS } from './runtime/patience.ts';
import { REPOSITORY, temporaryFolder } from './runtime/places.ts';
import { writeSampleHistory } from './runtime/sampleHistory.ts';
import { say } from './runtime/say.ts';
import { QUIET, writeUserSettings } from './runtime/settings.ts';
import { bundleSuite } from './runtime/suiteBundle.ts';
import { printedBySuite, REPORT_VARIABLE, readTally } from './runtime/suiteReport.ts';
import type { Tally } from './runtime/tally.ts';
import { startVsCodeServer, type VsCodeServer } from './runtime/vscodeServer.ts';

/** Runs the integration suite inside the extension host of a VS Code server, started by a window in a browser. */
export async function integrationOnServer(): Promise<Tally> {
  const suite = await bundleSuite();
  const folder = await temporaryFolder('integration');
  const dataFolder = join(folder, 'server');
  const workspace = join(folder, 'workspace');
  const report = join(folder, 'report.txt');
  await mkdir(workspace, { recursive: true });
  await writeUserSettings(dataFolder, QUIET);
  const server = await startVsCodeServer({
    dataFolder,
    smokeTestDriver: true,
    env: { HERMES_HOME: await writeSampleHistory(join(folder, 'home')), [REPORT_VARIABLE]: report },
  });
  let failed = true;
  try {
    await runSuite(server, workspace, suite);
    const tally = await readTally(report);
    failed = tally.failures.length > 0;
    return tally;
  } finally {
    say(await printedBySuite(report));
    if (failed) say(await logTail(dataFolder));
    await server.stop();
  }
}

/** Opens the window that starts the suite, and waits until the suite has ended. */
async function runSuite(server: VsCodeServer, workspace: string, suite: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const ended = new Promise<void>(
      (resolve) => void page.exposeFunction('codeAutomationExit', () => resolve()),
    );
    await page.exposeFunction('codeAutomationLog', () => {});
    const remote = (path: string) => `vscode-remote://${server.authority}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(REPOSITORY)],
      ['extensionTestsPath', remote(suite)],
    ];
    const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
    await page.goto(`${server.address}/?${query}`);
    await within(TEST_SECONDS, 'the suite inside the extension host to end', ended);
  } finally {
    await browser.close();
  }
}
