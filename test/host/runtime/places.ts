import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onShutdown } from './lifetime.ts';

/** The checkout's top folder. */
export const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** What is obtained once and kept: VS Code, the browser, the sample home. Ignored by git. */
export const CACHE = join(REPOSITORY, '.vscode-test');

/** Where the user suite leaves what it saw. Ignored by git. */
export const SCREENSHOTS = join(REPOSITORY, 'test/host/screenshots');

/** A new folder that is removed when this process ends. */
export async function temporaryFolder(purpose: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `hermes-achievements-${purpose}-`));
  onShutdown(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}
