import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { packagedExtension } from './packagedExtension.ts';
import { temporaryFolder } from './places.ts';
import { installExtension } from './vscodeServer.ts';

/** In the environment, names the data folder of a server in which the package under test is installed. */
export const INSTALLED_VARIABLE = 'HERMES_ACHIEVEMENTS_INSTALLED';

let installed: Promise<string> | undefined;

/** A data folder in which VS Code has installed the package under test, once in a run. */
export function installedExtension(): Promise<string> {
  const given = process.env[INSTALLED_VARIABLE];
  installed ??= given ? Promise.resolve(given) : install();
  return installed;
}

/** Gives a server with this data folder the extension as VS Code installed it: its list names it by a relative path too. */
export async function putExtension(dataFolder: string): Promise<void> {
  await cp(join(await installedExtension(), 'extensions'), join(dataFolder, 'extensions'), {
    recursive: true,
  });
}

async function install(): Promise<string> {
  const folder = await temporaryFolder('installed');
  await installExtension(folder, await packagedExtension());
  return folder;
}
