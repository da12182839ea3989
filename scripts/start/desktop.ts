import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { CACHE, REPOSITORY, temporaryFolder } from '../../test/host/runtime/places.ts';
import { startProgram } from '../../test/host/runtime/program.ts';
import { say } from '../../test/host/runtime/say.ts';
import { QUIET } from '../../test/host/runtime/settings.ts';
import { DESKTOP_VERSION } from '../../test/host/runtime/versions.ts';
import type { ChosenHome } from './home.ts';
import { makeWorkspace, WORKSPACE_SETTINGS } from './workspace.ts';

/** Opens a desktop VS Code with the extension under development. Resolves when its window is closed. */
export async function startOnDesktop({ home, description }: ChosenHome): Promise<void> {
  const program = await downloadAndUnzipVSCode({ version: DESKTOP_VERSION, cachePath: CACHE });
  const folder = await temporaryFolder('start');
  const userData = join(folder, 'user-data');
  await mkdir(join(userData, 'User'), { recursive: true });
  const settings = { ...QUIET, ...WORKSPACE_SETTINGS };
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(settings));
  const args = [await makeWorkspace(folder), `--extensionDevelopmentPath=${REPOSITORY}`];
  args.push(`--user-data-dir=${userData}`, `--extensions-dir=${join(folder, 'extensions')}`);
  args.push('--disable-workspace-trust', '--disable-updates');
  const child = startProgram(program, args, { stdio: 'ignore', env: { ...process.env, HERMES_HOME: home } });
  say(`\nVS Code opens with ${description}. Closing its window ends this command.`);
  await once(child, 'exit');
}
