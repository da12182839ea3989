import { readFile } from 'node:fs/promises';
import type { Tally } from './tally.ts';

/**
 * The environment variable that tells the suite inside the extension host where to report: the file takes what it
 * prints, the file with `.json` added its tally. An extension host's console is too noisy to be read by a program.
 */
export const REPORT_VARIABLE = 'HERMES_ACHIEVEMENTS_TEST_REPORT';

/** What the suite has printed so far. */
export function printedBySuite(report: string): Promise<string> {
  return readFile(report, 'utf8').catch(() => '');
}

/**
 * Reads how the suite ended.
 * @throws Error when it did not run to its end, whatever the exit code says
 */
export async function readTally(report: string): Promise<Tally> {
  const text = await readFile(`${report}.json`, 'utf8').catch(() => {
    throw new Error('The suite inside the extension host did not run to its end.');
  });
  return JSON.parse(text) as Tally;
}
