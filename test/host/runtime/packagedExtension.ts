import { join, resolve } from 'node:path';
import { REPOSITORY } from './places.ts';
import { runProgram } from './runProgram.ts';

const PACKAGING_SECONDS = 600;

/** In the environment, names the package to try. */
export const VSIX_VARIABLE = 'HERMES_ACHIEVEMENTS_VSIX';

let packaged: Promise<string> | undefined;

/**
 * The package under test: the one that the environment names, for trying what will be published, else one made for this
 * machine, once in a run.
 */
export function packagedExtension(): Promise<string> {
  const given = process.env[VSIX_VARIABLE];
  packaged ??= given ? Promise.resolve(resolve(given)) : packageForThisMachine();
  return packaged;
}

async function packageForThisMachine(): Promise<string> {
  const args = ['scripts/package.ts', '--target', 'this'];
  const printed = await runProgram(process.execPath, args, { cwd: REPOSITORY, seconds: PACKAGING_SECONDS });
  const file = /\S+\.vsix/.exec(printed)?.[0];
  if (file === undefined) throw new Error(`Packaging named no file:\n${printed}`);
  return join(REPOSITORY, file);
}
