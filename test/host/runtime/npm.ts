import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { within } from './deadline.ts';
import { endProgram, startProgram } from './program.ts';

const DOWNLOAD_SECONDS = 600;

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
  await run('tar', ['-xf', archive, '-C', folder, ...options], folder);
}

/** Installs what the package.json in `folder` needs at run time, without running install scripts. */
export async function installDependencies(folder: string): Promise<void> {
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  // Inside an npm script, npm names its own program file: no shell, and no search for npm.cmd on Windows.
  const cli = process.env['npm_execpath'];
  const quiet = [...args, '--loglevel=error'];
  try {
    return cli?.endsWith('npm-cli.js')
      ? await run(process.execPath, [cli, ...quiet], cwd)
      : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', quiet, cwd);
  } catch (error) {
    throw new Error(
      `npm could not fetch what the host suites need. Is npm's registry in reach?\n${(error as Error).message}`,
    );
  }
}

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const shell = command.endsWith('.cmd');
  const child = startProgram(command, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (errors += text));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const line = `${command} ${args.join(' ')}`;
  try {
    const code = await within(DOWNLOAD_SECONDS, line, ended);
    if (code !== 0) throw new Error(`${line}\nended with ${code}\n${errors || output}`);
    return output;
  } finally {
    await endProgram(child);
  }
}
