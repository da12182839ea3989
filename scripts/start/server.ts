import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packagedExtension } from '../../test/host/runtime/packagedExtension.ts';
import { temporaryFolder } from '../../test/host/runtime/places.ts';
import { say } from '../../test/host/runtime/say.ts';
import { QUIET, writeUserSettings } from '../../test/host/runtime/settings.ts';
import { installExtension, startVsCodeServer } from '../../test/host/runtime/vscodeServer.ts';
import type { ChosenHome } from './home.ts';
import { makeWorkspace, WORKSPACE_SETTINGS } from './workspace.ts';

/** Serves VS Code with the extension installed; any browser on this machine can open it. Resolves when it has ended. */
export async function startInBrowser({ home, description }: ChosenHome, port: number): Promise<void> {
  const folder = await temporaryFolder('start');
  const dataFolder = join(folder, 'server');
  await mkdir(dataFolder);
  await writeUserSettings(dataFolder, { ...QUIET, ...WORKSPACE_SETTINGS });
  await installExtension(dataFolder, await packagedExtension());
  const workspace = await makeWorkspace(folder);
  const server = await startVsCodeServer({ dataFolder, port, workspace, env: { HERMES_HOME: home } });
  say(`\nVS Code shows ${description} at\n\n  ${server.address}/\n\nCtrl+C ends it.`);
  await server.ended;
}
