import type { TestContext } from 'node:test';
import { Archive } from '../../../../src/archive/archive.ts';
import type { SqliteDriver, WritableConnection } from '../../../../src/hermes/sqlite/drivers/driver.ts';
import { makePlace, olderPlace, temporaryHome } from '../../files/support/temporaryHome.ts';

/** Where an archive may be, in a data directory of the test's own. */
export async function archivePath(test: TestContext): Promise<string> {
  return `${await makePlace(olderPlace(await temporaryHome(test)))}/archive.sqlite`;
}

/** An archive that is closed when the test ends. */
export function archiveAt(test: TestContext, path: string, driver: SqliteDriver, write = true): Archive {
  const archive = new Archive(path, driver, { write });
  test.after(() => archive.close());
  return archive;
}

/** Does to an archive's file what none of us would. */
export function tamper(path: string, driver: SqliteDriver, change: (file: WritableConnection) => void): void {
  const file = driver.openWritable(path, { busyTimeoutMs: 0 });
  try {
    change(file);
  } finally {
    file.close();
  }
}
