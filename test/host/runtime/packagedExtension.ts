import { join } from 'node:path';
import { REPOSITORY } from './places.ts';
import { runProgram } from './runProgram.ts';

const PACKAGING_SECONDS = 120;

let packaged: Promise<string> | undefined;

/** Packages the extension for this machine, once in a run. Returns the .vsix. */
export function packagedExtension(): Promise<string> {
  packaged ??= packageForThisMachine();
  return packaged;
}

async function packageForThisMachine(): Promise<string> {
  const args = ['scripts/package.ts', '--target', 'this'];
  const printed = await runProgram(process.execPath, args, { cwd: REPOSITORY, seconds: PACKAGING_SECONDS });
  const file = /\S+\.vsix/.exec(printed)?.[0];
  if (file === undefined) throw new Error(`Packaging named no file:\n${printed}`);
  return join(REPOSITORY, file);
}
