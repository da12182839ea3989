import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { TEST_MILLISECONDS } from '../runtime/patience.ts';
import { REPORT_VARIABLE } from '../runtime/suiteReport.ts';
import { runAndTally } from '../runtime/tally.ts';
import { watchNetwork } from './networkWatch.ts';

/** Looks at what all the others did. */
const LAST = 'network.test.cjs';

/** Runs every test file beside this one; VS Code calls it inside the extension host. */
export async function run(): Promise<void> {
  const report = process.env[REPORT_VARIABLE];
  if (!report) throw new Error(`${REPORT_VARIABLE} names no file to report to`);
  Mocha.reporters.Base.consoleLog = (...line) => appendFileSync(report, `${format(...line)}\n`);

  const folder = import.meta.dirname;
  watchNetwork(join(folder, 'watchedThread.cjs'));

  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_MILLISECONDS, color: false });
  const tests = readdirSync(folder).filter((file) => file.endsWith('.test.cjs') && file !== LAST);
  for (const file of [...tests, LAST]) mocha.addFile(join(folder, file));
  const tally = await runAndTally(mocha);
  writeFileSync(`${report}.json`, JSON.stringify(tally));
  if (tally.failures.length > 0) throw new Error(`${tally.failures.length} tests failed`);
}
