import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { within } from './runtime/deadline.ts';
import { TEST_SECONDS } from './runtime/patience.ts';
import { CACHE, REPOSITORY, temporaryFolder } from './runtime/places.ts';
import { writeSampleHistory } from './runtime/sampleHistory.ts';
import { say } from './runtime/say.ts';
import { QUIET } from './runtime/settings.ts';
import { bundleSuite } from './runtime/suiteBundle.ts';
import { printedBySuite, REPORT_VARIABLE, readTally } from './runtime/suiteReport.ts';
import type { Tally } from './runtime/tally.ts';
import { DESKTOP_VERSION } from './runtime/versions.ts';

/** Runs the integration suite inside the extension host of a desktop VS Code; `VSCODE_VERSION` says which. */
export async function integrationOnDesktop(): Promise<Tally> {
  const version = process.env['VSCODE_VERSION'] ?? DESKTOP_VERSION;
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: CACHE });
  const extensionTestsPath = await bundleSuite();
  const folder = await temporaryFolder('desktop');
  const workspace = join(folder, 'workspace');
  const userData = join(folder, 'user-data');
  const report = join(folder, 'report.txt');
  await mkdir(workspace, { recursive: true });
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(QUIET));
  const ended = runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: REPOSITORY,
    extensionTestsPath,
    launchArgs: [workspace, `--user-data-dir=${userData}`, '--disable-workspace-trust', '--disable-updates'],
    extensionTestsEnv: {
      HERMES_HOME: await writeSampleHistory(join(folder, 'home')),
      [REPORT_VARIABLE]: report,
    },
  });
  try {
    // A failed test rejects; the tally says so in more words, and its absence is an error of its own.
    await within(
      TEST_SECONDS,
      'the suite inside the desktop VS Code to end',
      ended.catch(() => undefined),
    );
    return await readTally(report);
  } finally {
    say(await printedBySuite(report));
  }
}
