import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** An empty Hermes home of the test's own, gone when the test ends. */
export async function temporaryHome(test: TestContext): Promise<string> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'achievements-home-')));
  test.after(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** The older place of our files in a home. */
export function olderPlace(home: string): string {
  return join(home, 'plugins', 'hermes-achievements');
}

/** The newer place of our files in a home. */
export function newerPlace(home: string): string {
  return join(home, 'plugin-data', 'hermes-achievements');
}

export async function makePlace(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  return path;
}
