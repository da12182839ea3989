/**
 * Makes the packages that are published: one for each platform, and a universal one for every other.
 *   npm run package                       all of them
 *   npm run package -- --target linux-x64 one of them (`universal`, or `this` for this machine's)
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import packageJson from '../package.json' with { type: 'json' };
import { ignoreFileFor } from './packaging/ignoreFile.ts';
import { TARGETS, type Target, targetOfThisMachine } from './packaging/targets.ts';

const { values } = parseArgs({ options: { target: { type: 'string' } } });

execFileSync(process.execPath, ['esbuild.js', '--production'], { stdio: 'inherit' });
const workspace = mkdtempSync(join(tmpdir(), 'hermes-achievements-package-'));
try {
  for (const target of chosenTargets(values.target)) await makePackage(target);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

async function makePackage(target: Target | undefined): Promise<void> {
  const ignoreFile = join(workspace, 'ignore');
  writeFileSync(ignoreFile, ignoreFileFor(target));
  const packagePath = `${packageJson.name}-${packageJson.version}${target === undefined ? '' : `-${target}`}.vsix`;
  await createVSIX({
    packagePath,
    ignoreFile,
    dependencies: true,
    ...(target === undefined ? {} : { target }),
  });
  process.stdout.write(`${packagePath}  ${(statSync(packagePath).size / 1e6).toFixed(2)} MB\n`);
}

/** @throws Error when there is no such target */
function chosenTargets(name: string | undefined): (Target | undefined)[] {
  if (name === undefined) return [...(Object.keys(TARGETS) as Target[]), undefined];
  if (name === 'universal') return [undefined];
  if (name === 'this') return [targetOfThisMachine()];
  if (!Object.hasOwn(TARGETS, name))
    throw new Error(`There is no target ${name}: ${Object.keys(TARGETS).join(', ')}`);
  return [name as Target];
}
