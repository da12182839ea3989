import type { TestContext } from 'node:test';
import { loadDriver } from '../../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { OwnFiles } from '../../../../../src/scanning/ownFiles/ownFiles.ts';
import { inEnglish } from '../../../../../src/words/problem.ts';
import { temporaryHome } from '../../../files/support/temporaryHome.ts';

const { driver } = await loadDriver();

/** Our files in a home of the test's own, or in one that another process has too, and what was said of them. */
export async function openFiles(
  t: TestContext,
  { save = true, home }: { save?: boolean; home?: string } = {},
) {
  home ??= await temporaryHome(t);
  const log: string[] = [];
  const notices: string[] = [];
  const files = new OwnFiles(home, { save }, driver, {
    emit: () => undefined,
    log: (_level, message) => log.push(message),
    notice: (told) => notices.push(inEnglish(told)),
  });
  t.after(() => files.archives.close());
  return { home, files, log, notices };
}
