import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cachedFolder.ts';
import { installDependencies, unpackPackage } from './npm.ts';
import { say } from './say.ts';
import { CODE_SERVER_VERSION } from './versions.ts';

/** Obtains a VS Code server from npm. Returns the script that starts it under Node 24. */
export async function obtainCodeServer(): Promise<string> {
  const folder = await cachedFolder(`code-server-${CODE_SERVER_VERSION}`, async (empty) => {
    say(`Obtaining VS Code (code-server ${CODE_SERVER_VERSION}, about 50 MB) …`);
    await unpackPackage('code-server', CODE_SERVER_VERSION, empty);
    say('Installing what it needs …');
    const server = join(empty, 'lib/vscode');
    await installDependencies(server);
    await installDependencies(join(server, 'extensions'));
    const logger = join(import.meta.dirname, 'fileLogger.cjs');
    await copyFile(logger, join(server, 'node_modules/@vscode/spdlog/index.js'));
    say('VS Code is ready.');
  });
  return join(folder, 'lib/vscode/out/server-main.js');
}
