/**
 * Makes the packages that are published: one for each platform, and a universal one for every other.
 *   npm run package                       all of them
 *   npm run package -- --target linux-x64 one of them (`universal`, or `this` for this machine's)
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makePackage } from './packaging/makePackage.ts';
import { TARGETS, type Target, targetOfThisMachine } from './packaging/targets.ts';

const { values } = parseArgs({ options: { target: { type: 'string' } } });

execFileSync(process.execPath, ['esbuild.js', '--production'], { stdio: 'inherit' });
for (const target of chosenTargets(values.target)) {
  const path = await makePackage(target, '.');
  process.stdout.write(`${path}  ${(statSync(path).size / 1e6).toFixed(2)} MB\n`);
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
