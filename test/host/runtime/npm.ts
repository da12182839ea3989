import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './runProgram.ts';

const SECONDS = 600;

/**
 * Downloads one version of an npm package, from whatever registry the user's npm is set to, and unpacks it.
 * None of its install scripts run.
 */
export async function unpackPackage(name: string, version: string, folder: string): Promise<void> {
  const archives = join(folder, '.archive');
  await mkdir(archives, { recursive: true });
  const printed = await npm(['pack', `${name}@${version}`, '--pack-destination', archives, '--json'], folder);
  const [{ filename }] = JSON.parse(printed) as [{ filename: string }];
  await unpackTar(join(archives, filename), folder, ['--strip-components=1']);
  await rm(archives, { recursive: true, force: true });
}

/** Unpacks a tar archive, compressed or not. Windows, macOS and Linux all bring the program. */
export async function unpackTar(archive: string, folder: string, options: string[] = []): Promise<void> {
  await runProgram('tar', ['-xf', archive, '-C', folder, ...options], { cwd: folder, seconds: SECONDS });
}

/** Installs what the package.json in `folder` needs at run time, without running install scripts. */
export async function installDependencies(folder: string): Promise<void> {
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  // Inside an npm script, npm names its own program file: no shell, and no search for npm.cmd on Windows.
  const cli = process.env['npm_execpath'];
  const quiet = [...args, '--loglevel=error'];
  const where = { cwd, seconds: SECONDS };
  try {
    return cli?.endsWith('npm-cli.js')
      ? await runProgram(process.execPath, [cli, ...quiet], where)
      : await runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', quiet, where);
  } catch (error) {
    throw new Error(
      `npm could not fetch what the host suites need. Is npm's registry in reach?\n${(error as Error).message}`,
    );
  }
}
