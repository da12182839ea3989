import { readFileSync } from 'node:fs';
import { TARGETS, type Target } from './targets.ts';

const BINARY = /prebuilds\/([\w-]+)\.node$/;

/**
 * `.vscodeignore` as it is for one target: of the binaries it lets in, only that platform's; for the universal package
 * all of them.
 * @param target undefined for the universal package
 */
export function ignoreFileFor(target: Target | undefined): string {
  const everything = readFileSync('.vscodeignore', 'utf8');
  if (target === undefined) return everything;
  return everything
    .split('\n')
    .filter((line) => (BINARY.exec(line)?.[1] ?? TARGETS[target]) === TARGETS[target])
    .join('\n');
}
